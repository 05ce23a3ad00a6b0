/** A host that Galley knows how to tell what it must know of a site. */
export type HostName = 'netlify' | 'cloudflare' | 'vercel' | 'firebase' | 'nginx' | 'apache' | 'github'

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
