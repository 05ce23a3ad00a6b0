import type {HostedSite} from '#src/model/hosted-site.ts'
import {type HostPattern, isExact} from '#src/model/redirect.ts'

/** A line of `_redirects`. */
export interface RedirectLine {
  readonly from: string
  readonly to: string
  readonly status: number
  /** Whether it is for one address alone. */
  readonly isExact: boolean
}

/** Rules as lines of `_redirects`, in order. Cloudflare tells `/a` from `/a/`, so that most rules are two lines. */
export function redirectLines({redirects, basePath}: HostedSite): ReadonlyArray<RedirectLine> {
  return redirects.flatMap(({from, to = `${basePath}404.html`, status}) => {
    const path = basePath + patternPath(from)
    const line: RedirectLine = {from: path, to, status, isExact: isExact(from)}
    const isSpelledOnce = from.length === 0 || from.at(-1)?.kind === 'rest'
    return isSpelledOnce ? [line] : [line, {...line, from: `${path}/`}]
  })
}

/** A pattern below the base path as `_redirects` and `_headers` have it: what would be a name or `*` in text, is escaped. */
export function patternPath(pattern: ReadonlyArray<HostPattern>): string {
  const segments = pattern.map((part) => {
    if (part.kind === 'rest') return '*'
    if (part.kind === 'any') return `:${part.name}`
    return part.encoded.replaceAll(':', '%3A').replaceAll('*', '%2A')
  })
  return segments.join('/')
}
