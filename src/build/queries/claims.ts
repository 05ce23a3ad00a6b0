import type {Spot} from '#src/diagnostics/problem-at.ts'
import {defineQuery, defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {SourcePath} from '#src/model/source.ts'
import {type ClaimPlaces, claimPlacesOf, claimsOf, type PageClaims} from '#src/site/page-claims.ts'
import {ownFrontMatter} from './documents.ts'
import {fieldSpot} from './field-spot.ts'
import {page} from './pages.ts'

/** What a page says of itself that is compared with others; `undefined` for what is no page, `broken` where that could not be read whole. */
export const pageClaims: Query<SourcePath, PageClaims | 'broken' | undefined> = defineStoredQuery(
  'pageClaims',
  ({read}, source) => {
    const found = read(page, source)
    const own = read(ownFrontMatter, source)
    if (found === undefined || own === undefined) return undefined
    return own.isTyped ? claimsOf(found, own.frontMatter) : 'broken'
  }
)

/** Where a page says that; `undefined` for one that says nothing. Asked for where something is wrong with it. */
export const claimPlaces: Query<SourcePath, ClaimPlaces | undefined> = defineQuery(
  'claimPlaces',
  ({read}, source) => {
    const claims = read(pageClaims, source)
    const own = read(ownFrontMatter, source)
    return typeof claims === 'object' && own !== undefined ? claimPlacesOf(claims, own) : undefined
  }
)

/** Where a page has the first name of a taxonomy that is meant; where it has none itself, what it inherits it from. */
export function nameSpot(
  read: QueryContext['read'],
  source: SourcePath,
  taxonomy: string,
  isMeant: (name: string) => boolean
): Spot {
  const claims = read(pageClaims, source)
  const names = typeof claims === 'object' ? (ownValue(claims.terms, taxonomy) ?? []) : []
  const places = ownValue(read(claimPlaces, source)?.terms ?? {}, taxonomy)
  const place = places?.[names.findIndex(isMeant)]
  return place === undefined ? fieldSpot(read, source, [taxonomy]) : {file: source, place}
}
