import type {RoutePath} from './route.ts'

/** How a host answers for an address that is no page: 200 sends another file, 410 says that the page is gone, others send the reader on. */
export type RedirectStatus = 200 | 301 | 302 | 307 | 308 | 410

/** A rule of the configuration, checked. */
export interface RedirectConfig {
  /** Path from the site's root, as written: `/old/`, `/blog/:year/:slug/`, `/old/*`. */
  readonly from: string
  /**
   * Path from the site's root, a source (`content/about.md`) or an absolute address; `:name` and `:splat` are what they stand for.
   * Absent for 410.
   */
  readonly to?: string
  readonly status: RedirectStatus
}

/** A segment of the path that a rule is for. */
export type PathPattern =
  /** Decoded. */
  | {readonly kind: 'text'; readonly text: string}
  /** Any one segment. */
  | {readonly kind: 'any'; readonly name: string}
  /** All segments that follow, also none; the last one. Its name is `splat`. */
  | {readonly kind: 'rest'}

/** Where a rule leads, with `:name` and `:splat` for what they stand for. */
export type RedirectTarget =
  /** `path` is decoded, from the site's root; `suffix` is `?query#fragment` as written. */
  | {readonly kind: 'site'; readonly path: RoutePath; readonly suffix: string}
  | {readonly kind: 'elsewhere'; readonly url: string}

/** A segment of a path, as hosts are told. */
export type HostPattern =
  | Exclude<PathPattern, {kind: 'text'}>
  /** `encoded` is the text as browsers ask for it. */
  | {readonly kind: 'text'; readonly text: string; readonly encoded: string}

/** A rule, as hosts are told. */
export interface HostRedirect {
  /** From the root of the site. */
  readonly from: ReadonlyArray<HostPattern>
  /** Percent-encoded, from the root of the server or absolute. Absent for 410. */
  readonly to?: string
  readonly status: RedirectStatus
}

/** Whether a rule sends the reader to another address. */
export function leadsOn(status: number): boolean {
  return status >= 300 && status < 400
}

/** Whether a rule is for one address alone. */
export function isExact(from: ReadonlyArray<Pick<PathPattern, 'kind'>>): boolean {
  return from.every(({kind}) => kind === 'text')
}

/** What the parts of a pattern are called that stand for something, in order. */
export function namesOf(from: ReadonlyArray<HostPattern | PathPattern>): ReadonlyArray<string> {
  return from.flatMap((part) => {
    if (part.kind === 'text') return []
    return [part.kind === 'rest' ? 'splat' : part.name]
  })
}

/** An address with something else for each `:name`. A colon that no letter follows, as before a port, is text. */
export function fillTarget(to: string, replace: (name: string) => string): string {
  return to.replace(placeholder, (_, name: string) => replace(name))
}

/** Names in an address that stand for something, in order. */
export function namesIn(to: string): ReadonlyArray<string> {
  return Array.from(to.matchAll(placeholder), ([, name = '']) => name)
}

const placeholder = /:([a-z]\w*)/gi
