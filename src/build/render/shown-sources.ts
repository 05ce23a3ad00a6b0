import type {Revision} from '#src/graph/revision.ts'
import type {Route} from '#src/model/route.ts'
import type {ListingOwner} from '#src/model/selector.ts'
import type {SourcePath} from '#src/model/source.ts'
import {listingRules, part} from '../queries/listings/listings.ts'

/** Sources of the text that a page shows, and of those that it lists, as far as front matter tells. */
export function shownSources(revision: Pick<Revision, 'get'>, route: Route): ReadonlyArray<SourcePath> {
  const own = 'source' in route && route.source !== undefined ? [route.source] : []
  const owner = ownerOf(route)
  if (owner === undefined || !('pageNumber' in route)) return own
  const request = {...revision.get(listingRules, owner), pageNumber: route.pageNumber}
  return [...own, ...revision.get(part, request).sources]
}

function ownerOf(route: Route): ListingOwner | undefined {
  if (route.kind === 'home') return {section: ''}
  if (route.kind === 'section') return {section: route.section}
  return route.kind === 'term' ? {taxonomy: route.taxonomy, term: route.term} : undefined
}
