import {defineQuery, defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {Route} from '#src/model/route.ts'
import type {SitemapEntry} from '#src/render/render-sitemap.ts'
import {toPermalink} from '#src/routing/href.ts'
import {sitemapRoutesFor, sitemapUrlsMax} from '#src/routing/sitemap-routes.ts'
import {writeAddresses} from '#src/routing/url-style.ts'
import {partOf} from '#src/site/paginate.ts'
import {type SitemapPage, sitemapPages} from '#src/site/sitemap-pages.ts'
import {listedPages} from '../listings/listed-pages.ts'
import {listingRoutes} from '../listings/listing-routes.ts'
import {baseUrl, hasSitemap, ownBasePath, urlStyle} from '../settings.ts'

/** What search engines are told of, sorted by address: the part of pages and listings that sitemaps depend on. */
export const sitemapAddresses: Query<null, ReadonlyArray<SitemapPage>> = defineQuery(
  'sitemapAddresses',
  ({read}) => {
    const base = read(baseUrl, null)
    const [style, basePath] = [read(urlStyle, null), read(ownBasePath, null)]
    const own = read(listedPages, null).filter(
      ({canonical, path}) =>
        canonical === undefined || canonical === writeAddresses(toPermalink(path, base), {style, basePath})
    )
    return sitemapPages(
      own,
      read(listingRoutes, null).map(({path}) => path)
    )
  }
)

/** Addresses of the sitemap, its index or only part first; none where it is switched off. */
export const sitemapRoutes: Query<null, ReadonlyArray<Route>> = defineStoredQuery(
  'sitemapRoutes',
  ({read}) =>
    read(hasSitemap, null) ? sitemapRoutesFor(read(sitemapAddresses, null).length, sitemapUrlsMax) : []
)

/** What one part of the sitemap says. Page numbers are 1-based. */
export const sitemapPart: Query<number, ReadonlyArray<SitemapEntry>> = defineQuery(
  'sitemapPart',
  ({read}, pageNumber) => {
    const base = read(baseUrl, null)
    const addresses = partOf(read(sitemapAddresses, null), sitemapUrlsMax, pageNumber)
    return addresses.map(({path, ...rest}) => ({permalink: toPermalink(path, base), ...rest}))
  }
)
