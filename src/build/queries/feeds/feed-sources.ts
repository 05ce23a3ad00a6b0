import {defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {ListingOwner} from '#src/model/selector.ts'
import type {SourcePath} from '#src/model/source.ts'
import {feedPath} from '#src/routing/feed-path.ts'
import {listingRules, pages} from '../listings/listings.ts'
import {listingPath} from '../listings/sections.ts'
import {termReference, terms} from '../listings/terms.ts'
import {page} from '../pages.ts'
import {sections} from '../publishing.ts'
import {feedRules, taxonomyNames} from '../settings.ts'

/** Sources of what the feed of a listing brings, newest first; pages without date are in no feed. */
export const feedSources: Query<ListingOwner, ReadonlyArray<SourcePath>> = defineStoredQuery(
  'feedSources',
  ({read}, owner) => {
    const rules = read(feedRules, null)
    if (rules === false) return []
    const {selector} = read(listingRules, owner)
    // Who follows a section wants to know what is new below it too.
    const below = selector.section === undefined ? {} : {deep: true}
    const newest = read(pages, {...selector, ...below, order: ['-date'], limit: rules.limit})
    return newest.filter((source) => read(page, source)?.date !== undefined)
  }
)

/** Whether the feed of a listing has something to bring; there is no Atom without a date. */
export const isFeedFilled: Query<ListingOwner, boolean> = defineStoredQuery(
  'isFeedFilled',
  ({read}, owner) => read(feedSources, owner).length > 0
)

/** Addresses of the feeds of a listing, in the order of the formats; none where it has no feed. */
export const feedRoutesOf: Query<ListingOwner, ReadonlyArray<Route>> = defineStoredQuery(
  'feedRoutesOf',
  (context, owner) => {
    const {read} = context
    const rules = read(feedRules, null)
    if (rules === false || !isWanted(owner) || !read(isFeedFilled, owner)) return []
    const listing = feedListing(context, owner)
    if (listing === undefined) return []
    return rules.formats.map((format) => ({kind: 'feed', path: feedPath(listing, format), owner, format}))

    function isWanted(of: ListingOwner): boolean {
      if (rules === false) return false
      if ('taxonomy' in of) return rules.terms.includes(of.taxonomy)
      return of.section === '' || rules.sections
    }
  }
)

/** Addresses of all feeds: of the site, of its sections, of terms. */
export const feedRoutes: Query<null, ReadonlyArray<Route>> = defineStoredQuery('feedRoutes', ({read}) => {
  const rules = read(feedRules, null)
  if (rules === false) return []
  const known = read(taxonomyNames, null)
  const owners: ReadonlyArray<ListingOwner> = [
    {section: ''},
    ...(rules.sections ? read(sections, null) : []).flatMap((section) => (section === '' ? [] : {section})),
    ...rules.terms
      .filter((taxonomy) => known.includes(taxonomy))
      .flatMap((taxonomy) => read(terms, taxonomy).map(({slug}) => ({taxonomy, term: slug})))
  ]
  return owners.flatMap((owner) => read(feedRoutesOf, owner))
})

/** Address of the listing that a feed follows; `undefined` when there is none. */
export function feedListing({read}: Pick<QueryContext, 'read'>, owner: ListingOwner): RoutePath | undefined {
  if ('section' in owner) return read(listingPath, owner.section)
  return read(termReference, [owner.taxonomy, owner.term])?.path
}
