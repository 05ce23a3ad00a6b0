import type {HostedSite, HostHeaders} from '#src/model/hosted-site.ts'
import type {HostPattern} from '#src/model/redirect.ts'
import {escapeRegex} from './path-regex.ts'

/**
 * What `vercel.json` says. Patterns are those of path-to-regexp.
 *
 * @see https://vercel.com/docs/project-configuration
 */
export function vercelSettings({
  redirects,
  headers,
  basePath
}: HostedSite): Readonly<Record<string, unknown>> {
  const rules = redirects.flatMap(({from, to, status}) =>
    to === undefined ? [] : [{source: sourceOf(from, basePath), destination: to, statusCode: status}]
  )
  return {
    redirects: rules.filter(({statusCode}) => statusCode !== 200),
    rewrites: rules
      .filter(({statusCode}) => statusCode === 200)
      .map(({source, destination}) => ({source, destination})),
    headers: headers.map((rule) => ({
      source: headersSource(rule, basePath),
      headers: rule.headers.map(({name, value}) => ({key: name, value}))
    }))
  }
}

function headersSource({path, isFolder}: HostHeaders, basePath: string): string {
  const segments = path.map((part) => (part.kind === 'rest' ? '(.*)' : segmentSource(part)))
  return `${escaped(basePath)}${segments.join('/')}${isFolder ? '/' : ''}`
}

function sourceOf(from: ReadonlyArray<HostPattern>, basePath: string): string {
  const segments = from.map((part) => (part.kind === 'rest' ? ':splat([^/].*)' : segmentSource(part)))
  const isClosed = from.length === 0 || from.at(-1)?.kind === 'rest'
  return `${escaped(basePath)}${segments.join('/')}${isClosed ? '' : '{/}?'}`
}

function segmentSource(part: Exclude<HostPattern, {kind: 'rest'}>): string {
  if (part.kind === 'any') return `:${part.name}`
  // Nobody says which spelling is compared.
  return part.text === part.encoded
    ? escaped(part.text)
    : `(${escapeRegex(part.text)}|${escapeRegex(part.encoded)})`
}

function escaped(text: string): string {
  return text.replace(/[:*?+(){}[\]|\\^$]/g, '\\$&')
}
