import type {Route, RoutePath} from '#src/model/route.ts'

/** Addresses in one sitemap at most (sitemaps.org protocol 0.9). */
export const sitemapUrlsMax = 50_000

/** `/sitemap.xml` for so many addresses; where they are more than `urlsMax`, it is the index of `/sitemap-1.xml` and so on. */
export function sitemapRoutesFor(urlCount: number, urlsMax: number): ReadonlyArray<Route> {
  const path = '/sitemap.xml' as RoutePath
  if (urlCount <= urlsMax) return [{kind: 'sitemap', path, pageNumber: 1}]
  const parts = Array.from(
    {length: Math.ceil(urlCount / urlsMax)},
    (_, index) => `/sitemap-${index + 1}.xml` as RoutePath
  )
  return [
    {kind: 'sitemapIndex', path, parts},
    ...parts.map((part, index): Route => ({kind: 'sitemap', path: part, pageNumber: index + 1}))
  ]
}
