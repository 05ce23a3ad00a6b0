import type {HostName} from './host-name.ts'
import type {HostRedirect} from './redirect.ts'

/** A file in which a host looks for what it has to know: `redirects` is that of Netlify and Cloudflare. */
export type HostFile = 'redirects' | 'vercel' | 'firebase' | 'nginx' | 'apache'

/** What a host has to know of a site, beside its files. */
export interface HostedSite {
  /** Path part of the site's address, with slashes at both ends. */
  readonly basePath: string
  /** In the order in which they count: those for one address before patterns. */
  readonly redirects: ReadonlyArray<HostRedirect>
  /** Where it is served; empty where nobody said. */
  readonly hosts: ReadonlyArray<HostName>
  /** Whether old addresses have pages that forward. */
  readonly hasStubs: boolean
}
