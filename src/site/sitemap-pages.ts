import type {Page} from '#src/model/page.ts'
import type {RoutePath} from '#src/model/route.ts'

/** What a sitemap depends on of a page or listing. */
export interface SitemapPage {
  readonly path: RoutePath
  /** RFC 3339. Listings have none: it would change whenever any of their pages does. */
  readonly lastmod?: string
}

/** Pages, with the date of their last change, and listings, sorted by address. */
export function sitemapPages(
  pages: ReadonlyArray<Pick<Page, 'path' | 'date' | 'lastmod'>>,
  listings: ReadonlyArray<RoutePath>
): ReadonlyArray<SitemapPage> {
  const all = [...pages.map(datedPage), ...listings.map((path) => ({path}))]
  return all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

function datedPage({path, date, lastmod = date}: Pick<Page, 'path' | 'date' | 'lastmod'>): SitemapPage {
  return {path, ...(lastmod === undefined ? {} : {lastmod: lastmod.iso})}
}
