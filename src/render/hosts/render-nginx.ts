import {recordFile} from '#src/model/deployment.ts'
import type {HostedSite, HostHeaders} from '#src/model/hosted-site.ts'
import {type HostRedirect, isExact} from '#src/model/redirect.ts'
import {decodedPath} from './decoded-path.ts'
import {headersRegex} from './headers-regex.ts'
import {isForErrors} from './is-for-errors.ts'
import {decodedRegex, eitherRegex, pathRegex, rawPathRegex, withGroups} from './path-regex.ts'

/** Files that are there for hosts and deploys alone. */
const hidden = ['.nginx.conf', '_redirects', '_headers', recordFile]

/**
 * Directives for nginx, to be included in a `server`.
 *
 * Names are read from the address as it was asked for: `return` sends what a location's groups have without its escapes.
 *
 * @see https://nginx.org/en/docs/http/ngx_http_core_module.html#location
 */
export function renderNginx({redirects, headers, basePath}: HostedSite): string {
  const blocks = [
    `error_page 404 410 ${quoted(`${basePath}404.html`)};\n`,
    ...headers.flatMap((rule, index) => headerLines(rule, basePath, index)),
    ...hidden.map((file) => exactLocation(basePath + file, 'return 404;')),
    ...redirects.flatMap((redirect) =>
      isExact(redirect.from) ? exactLocations(redirect, basePath) : [patternLocation(redirect, basePath)]
    )
  ]
  return blocks.join('')
}

/**
 * A header without a value is not sent: so no location is needed, which would hide the headers that are set around it. The address is compared as it was
 * asked for, since a folder is looked up as another.
 */
function headerLines(rule: HostHeaders, basePath: string, index: number): ReadonlyArray<string> {
  const isForAll = rule.path[0]?.kind === 'rest'
  const regex = quoted(`^${headersRegex(rule, basePath, eitherRegex)}(?:\\?|$)`)
  return rule.headers.flatMap(({name, value}, number) => {
    const ending = isForErrors(name) ? ' always;\n' : ';\n'
    if (isForAll) return [`add_header ${name} ${quoted(value)}${ending}`]
    const variable = `$galley_${index}_${number}`
    return [
      `set ${variable} "";\n`,
      `if ($request_uri ~ ${regex}) { set ${variable} ${quoted(value)}; }\n`,
      `add_header ${name} ${variable}${ending}`
    ]
  })
}

/** nginx has no way to say that a slash at the end makes no difference. */
function exactLocations(redirect: HostRedirect, basePath: string): ReadonlyArray<string> {
  const path = basePath + redirect.from.map((part) => (part.kind === 'text' ? part.text : '')).join('/')
  const paths = redirect.from.length === 0 ? [path] : [path, `${path}/`]
  return paths.map((one) => exactLocation(one, answer(redirect)))
}

function exactLocation(path: string, directive: string): string {
  return `location = ${quoted(path)} { ${directive} }\n`
}

function patternLocation(redirect: HostRedirect, basePath: string): string {
  const {from, status} = redirect
  const isAsked = `if ($request_uri ~ ${quoted(`^${rawPathRegex(from, basePath)}`)})`
  const lines = [
    `location ~ ${quoted(`^${pathRegex(from, basePath, decodedRegex)}$`)} {`,
    '  if (-f $request_filename) { break; }',
    '  if (-f "$request_filename/index.html") { break; }',
    status === 200 || status === 410 ? `  ${answer(redirect)}` : `  ${isAsked} { ${answer(redirect)} }`,
    '}\n'
  ]
  return lines.join('\n')
}

function answer({from, to, status}: HostRedirect): string {
  if (to === undefined) return `return ${status};`
  const filled = withGroups(to.replaceAll('$', '%24'), from, '$')
  if (status === 200) return `rewrite ^ ${quoted(decodedPath(filled))} last;`
  return `return ${status} ${quoted(withArguments(filled))};`
}

/** What was asked of the old address is asked of the new one, unless that has its own. */
function withArguments(to: string): string {
  return to.includes('?') ? to : to.replace(/(?=#|$)/, '$$is_args$$args')
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`
}
