import type {Encoding} from '#src/model/compressor.ts'
import type {HostName} from '#src/model/host-name.ts'
import type {RedirectStatus} from '#src/model/redirect.ts'

/** An old address, and what is to be there. */
export interface RedirectRule {
  /** Path from the site's root: `/old/`, `/blog/:year/:slug/` with names for any segment, `/old/*` for all below. */
  readonly from: string
  /**
   * Path from the site's root, a source (`content/about.md`) or an absolute address: `/new/`, `/articles/:slug/`, `/new/:splat`.
   * None for the status 410.
   */
  readonly to?: string
  /** 301 or 308 for good, 302 or 307 for now, 200 to send that file in place, 410 for what is gone. Default: 301. */
  readonly status?: RedirectStatus
}

/** Headers of answers, by path from the site's root, with `:name` and `*` as in redirects. */
export type HeaderRules = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What the host is told that serves the site. */
export interface HostingRules {
  /** Where the site is served, so that each host gets its file. Default: anywhere. */
  readonly hosting?: ReadonlyArray<HostName>
  /** Whether each text has a file with its bytes compressed beside it, `.br` and `.gz`, or in which encodings. Default: false. */
  readonly compress?: ReadonlyArray<Encoding> | boolean
  /** Old addresses, beside the `aliases` of pages. */
  readonly redirects?: ReadonlyArray<RedirectRule>
  /**
   * Headers by paths: `{'/fonts/*': {'Access-Control-Allow-Origin': '*'}}`; `false` for none. Default: those that every site may
   * have, where `hosting` or this setting is given.
   */
  readonly headers?: HeaderRules | false
  /**
   * Whether browsers are to load and run nothing but what is in the pages: `true`, or what else they may, by directive:
   * `{'connect-src': ['https://api.example.org']}`. Default: false.
   */
  readonly contentSecurityPolicy?: Readonly<Record<string, ReadonlyArray<string>>> | boolean
}
