import type {HostName} from './host-name.ts'
import type {HostPattern, HostRedirect} from './redirect.ts'

/** A file in which a host looks for what it has to know: `redirects` and `headers` are those of Netlify and Cloudflare. */
export type HostFile = 'redirects' | 'headers' | 'vercel' | 'firebase' | 'nginx' | 'apache'

/** A header, as it is sent. */
export interface Header {
  readonly name: string
  readonly value: string
}

/** Headers for the answers to some paths. */
export interface HostHeaders {
  /** From the root of the site; `*` at the end stands for anything, also nothing. */
  readonly path: ReadonlyArray<HostPattern>
  /** Whether a path without `*` ends in a slash. */
  readonly isFolder: boolean
  readonly headers: ReadonlyArray<Header>
}

/** Headers of the configuration, checked. */
export interface HeaderConfig {
  /** From the root of the site, as written: `/assets/*`. */
  readonly path: string
  readonly headers: ReadonlyArray<Header>
}

/** What a host has to know of a site, beside its files. */
export interface HostedSite {
  /** Path part of the site's address, with slashes at both ends. */
  readonly basePath: string
  /** In the order in which they count: those for one address before patterns. */
  readonly redirects: ReadonlyArray<HostRedirect>
  /** For the answers to some paths. */
  readonly headers: ReadonlyArray<HostHeaders>
  /** Where it is served; empty where nobody said. */
  readonly hosts: ReadonlyArray<HostName>
  /** Whether old addresses have pages that forward. */
  readonly hasStubs: boolean
}
