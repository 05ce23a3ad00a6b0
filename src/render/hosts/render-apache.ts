import {recordFile} from '#src/model/deployment.ts'
import type {HostedSite, HostHeaders} from '#src/model/hosted-site.ts'
import {type HostRedirect, isExact} from '#src/model/redirect.ts'
import {decodedPath} from './decoded-path.ts'
import {headersRegex} from './headers-regex.ts'
import {isForErrors} from './is-for-errors.ts'
import {decodedRegex, eitherRegex, pathRegex, rawPathRegex, withGroups} from './path-regex.ts'

/**
 * Text of `.htaccess` in the folder of the site.
 *
 * Names are read from the address as it was asked for: a rule has it without its escapes, and escapes either all or nothing of a target.
 *
 * @see https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html
 */
export function renderApache({redirects, headers, basePath}: HostedSite): string {
  const rules = [hideRecord, ...redirects.flatMap((redirect) => rulesOf(redirect, basePath))]
  const rewriting = ['<IfModule mod_rewrite.c>', 'RewriteEngine On', ...rules, '</IfModule>']
  const setting = headers.flatMap((rule) => headerLines(rule, basePath))
  const adding = setting.length === 0 ? [] : ['<IfModule mod_headers.c>', ...setting, '</IfModule>']
  const notFound = `${basePath}404.html`
  return [`ErrorDocument 404 ${notFound}`, `ErrorDocument 410 ${notFound}`, ...rewriting, ...adding, ''].join(
    '\n'
  )
}

/** What a deploy keeps there for the next one is for nobody else. */
const hideRecord = `RewriteRule ${quoted(`^${recordFile.replaceAll('.', '\\.')}$`)} - [R=404,L]`

/** By the address as it was asked for, since a folder is looked up as another. */
function headerLines(rule: HostHeaders, basePath: string): ReadonlyArray<string> {
  const regex = headersRegex(rule, basePath, eitherRegex).replace(/[#"]/g, '.')
  const isAsked = `%{THE_REQUEST} =~ m#^\\S+ ${regex}[?\\s]#`
  return rule.headers.map(({name, value}) => {
    const isFor = isForErrors(name) ? isAsked : `${isAsked} && %{REQUEST_STATUS} -lt 400`
    return `Header always set ${name} ${quoted(value.replaceAll('%', '%%'))} "expr=${isFor}"`
  })
}

/** Conditions and rule of a redirect. */
function rulesOf({from, to, status}: HostRedirect, basePath: string): ReadonlyArray<string> {
  const pattern = quoted(`^${pathRegex(from, '', decodedRegex)}$`)
  const noFile = isExact(from)
    ? []
    : ['RewriteCond %{REQUEST_FILENAME} !-f', 'RewriteCond %{REQUEST_FILENAME}/index.html !-f']
  if (to === undefined) return [...noFile, `RewriteRule ${pattern} - [G]`]
  if (status === 200) {
    const file = withGroups(escaped(decodedPath(to)), from, '$')
    return [...noFile, `RewriteRule ${pattern} ${quoted(file)} [END]`]
  }
  const asked = quoted(`^\\S+\\s${rawPathRegex(from, basePath)}`)
  const named = isExact(from) ? [] : [`RewriteCond %{THE_REQUEST} ${asked}`]
  return targetsOf(withGroups(escaped(to), from, '%')).flatMap(({conditions, target}) => [
    ...noFile,
    ...conditions,
    // Names are those of the last condition.
    ...named,
    `RewriteRule ${pattern} ${quoted(target)} [R=${status},NE,L]`
  ])
}

/** What was asked is added at the very end of a target, also behind a `#`: there it is put in by a rule of its own. */
function targetsOf(
  to: string
): ReadonlyArray<{readonly conditions: ReadonlyArray<string>; readonly target: string}> {
  const whole = {conditions: [], target: to}
  if (to.includes('?') || !to.includes('#')) return [whole]
  const target = to.replace('#', '?%{QUERY_STRING}#')
  return [{conditions: ['RewriteCond %{QUERY_STRING} .'], target}, whole]
}

/** A percent sign or dollar begins a variable. */
function escaped(text: string): string {
  return text.replace(/[%$\\]/g, '\\$&')
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`
}
