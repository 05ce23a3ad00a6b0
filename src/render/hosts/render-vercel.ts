import type {HostedSite} from '#src/model/hosted-site.ts'
import type {HostPattern} from '#src/model/redirect.ts'
import {escapeRegex} from './path-regex.ts'

/**
 * What `vercel.json` says. Patterns are those of path-to-regexp.
 *
 * @see https://vercel.com/docs/project-configuration
 */
export function vercelSettings({redirects, basePath}: HostedSite): Readonly<Record<string, unknown>> {
  const rules = redirects.flatMap(({from, to, status}) =>
    to === undefined ? [] : [{source: sourceOf(from, basePath), destination: to, statusCode: status}]
  )
  return {
    redirects: rules.filter(({statusCode}) => statusCode !== 200),
    rewrites: rules
      .filter(({statusCode}) => statusCode === 200)
      .map(({source, destination}) => ({source, destination}))
  }
}

function sourceOf(from: ReadonlyArray<HostPattern>, basePath: string): string {
  const segments = from.map((part) => {
    if (part.kind === 'rest') return ':splat([^/].*)'
    if (part.kind === 'any') return `:${part.name}`
    // Nobody says which spelling is compared.
    return part.text === part.encoded
      ? escaped(part.text)
      : `(${escapeRegex(part.text)}|${escapeRegex(part.encoded)})`
  })
  const isClosed = from.length === 0 || from.at(-1)?.kind === 'rest'
  return `${escaped(basePath)}${segments.join('/')}${isClosed ? '' : '{/}?'}`
}

function escaped(text: string): string {
  return text.replace(/[:*?+(){}[\]|\\^$]/g, '\\$&')
}
