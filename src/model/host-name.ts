/** A host that Galley knows how to tell what it must know of a site. */
export type HostName = 'netlify' | 'cloudflare' | 'vercel' | 'firebase' | 'nginx' | 'apache' | 'github'

/** Those that serve what they are given at the root of a domain, whatever stands in the addresses of its pages. */
export const rootHosts: ReadonlyArray<HostName> = ['netlify', 'cloudflare', 'vercel', 'firebase']

/** All of them. */
export const hostNames: ReadonlyArray<HostName> = [
  'netlify',
  'cloudflare',
  'vercel',
  'firebase',
  'nginx',
  'apache',
  'github'
]
