import type {HostedSite} from '#src/model/hosted-site.ts'
import {type HostRedirect, isExact} from '#src/model/redirect.ts'
import {decodedPath} from './decoded-path.ts'
import {decodedRegex, pathRegex, rawPathRegex, withGroups} from './path-regex.ts'

/**
 * Text of `.htaccess` in the folder of the site.
 *
 * Names are read from the address as it was asked for: a rule has it without its escapes, and escapes either all or nothing of a target.
 *
 * @see https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html
 */
export function renderApache({redirects, basePath}: HostedSite): string {
  const rules = redirects.flatMap((redirect) =>
    isExact(redirect.from) ? [rule(redirect)] : patternRules(redirect, basePath)
  )
  const rewriting =
    rules.length === 0 ? [] : ['<IfModule mod_rewrite.c>', 'RewriteEngine On', ...rules, '</IfModule>']
  const notFound = `${basePath}404.html`
  return [`ErrorDocument 404 ${notFound}`, `ErrorDocument 410 ${notFound}`, ...rewriting, ''].join('\n')
}

function patternRules(redirect: HostRedirect, basePath: string): ReadonlyArray<string> {
  const isSentOn = redirect.status !== 200 && redirect.status !== 410
  const asked = `^\\S+\\s${rawPathRegex(redirect.from, basePath)}`
  return [
    'RewriteCond %{REQUEST_FILENAME} !-f',
    'RewriteCond %{REQUEST_FILENAME}/index.html !-f',
    ...(isSentOn ? [`RewriteCond %{THE_REQUEST} ${quoted(asked)}`] : []),
    rule(redirect)
  ]
}

function rule({from, to, status}: HostRedirect): string {
  const pattern = quoted(`^${pathRegex(from, '', decodedRegex)}$`)
  if (to === undefined) return `RewriteRule ${pattern} - [G]`
  if (status === 200) {
    const file = withGroups(escaped(decodedPath(to)), from, '$')
    return `RewriteRule ${pattern} ${quoted(file)} [END]`
  }
  return `RewriteRule ${pattern} ${quoted(withGroups(escaped(to), from, '%'))} [R=${status},NE,L]`
}

/** A percent sign or dollar begins a variable. */
function escaped(text: string): string {
  return text.replace(/[%$\\]/g, '\\$&')
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`
}
