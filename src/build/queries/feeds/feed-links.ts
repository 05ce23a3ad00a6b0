import {defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {ListingOwner} from '#src/model/selector.ts'
import type {FeedLink} from '#src/model/view.ts'
import {feedFormats} from '#src/render/feed-formats.ts'
import {toHref} from '#src/routing/href.ts'
import {section} from '../listings/sections.ts'
import {term} from '../listings/terms.ts'
import {basePath, siteView} from '../settings.ts'
import {routeAt} from '../site-routes.ts'
import {feedRoutesOf} from './feed-sources.ts'

/** Title of a feed, which names the site in any case. */
export const feedTitle: Query<ListingOwner, string> = defineStoredQuery('feedTitle', ({read}, owner) => {
  const site = read(siteView, null).title
  const listing = titleOf(read, owner)
  return listing === undefined || listing === site ? site : `${listing} – ${site}`
})

/** Feeds of a listing, without those whose place a file of the site takes. */
export const feedLinks: Query<ListingOwner, ReadonlyArray<FeedLink>> = defineStoredQuery(
  'feedLinks',
  ({read}, owner) =>
    read(feedRoutesOf, owner).flatMap(({path}) => {
      const route = read(routeAt, path)
      if (route?.kind !== 'feed') return []
      return {
        title: read(feedTitle, owner),
        type: feedFormats[route.format].type,
        href: toHref(path, read(basePath, null))
      }
    })
)

/** Title of the listing that a feed follows; that of the site's is the site's. */
function titleOf(read: QueryContext['read'], owner: ListingOwner): string | undefined {
  if ('taxonomy' in owner) return read(term, [owner.taxonomy, owner.term])?.title
  return owner.section === '' ? undefined : read(section, owner.section)?.title
}
