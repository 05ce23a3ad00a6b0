import {defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {type ListingOwner, listingRules, pages} from './listings.ts'
import {page} from './pages.ts'
import {feedRules} from './settings.ts'

/** Sources of what the feed of a listing brings, newest first; pages without date are in no feed. */
export const feedSources: Query<ListingOwner, ReadonlyArray<SourcePath>> = defineStoredQuery(
  'feedSources',
  ({read}, owner) => {
    const rules = read(feedRules, null)
    if (rules === false) return []
    const {selector} = read(listingRules, owner)
    const newest = read(pages, {...selector, order: ['-date'], limit: rules.limit})
    return newest.filter((source) => read(page, source)?.date !== undefined)
  }
)

/** The site's feed, unless it would be empty: Atom has no feed without a date. */
export function feedRoutes({read}: QueryContext): ReadonlyArray<Route> {
  const section = ''
  const isEmpty = read(feedSources, {section}).length === 0
  return isEmpty ? [] : [{kind: 'feed', path: '/feed.xml' as RoutePath, section}]
}
