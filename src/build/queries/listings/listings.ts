import {defineQuery, defineStoredQuery, type Query} from '#src/graph/query.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {ListingOwner, Selector} from '#src/model/selector.ts'
import type {SourcePath} from '#src/model/source.ts'
import {orderPages} from '#src/site/order-pages.ts'
import {type PageEntry, selectPages} from '#src/site/page-entry.ts'
import {pageCountOf, partOf} from '#src/site/paginate.ts'
import {pageEntry, pageTitle} from '../pages.ts'
import {listedSections, orderIn, ownPageSize, pageSizeIn, taxonomyRules} from '../settings.ts'
import {documentation} from './documentation.ts'
import {listedPages} from './listed-pages.ts'
import {termSources} from './terms.ts'

/** Sources of the pages that a selector asks for, in order. */
export const pages: Query<Selector, ReadonlyArray<SourcePath>> = defineStoredQuery(
  'pages',
  ({read}, selector) => {
    const {section, term} = selector
    const order =
      selector.order ?? (term && read(taxonomyRules, term.taxonomy)?.order) ?? read(orderIn, section ?? '')
    const candidates = term === undefined ? read(listedPages, null) : pagesOf([term.taxonomy, term.slug])
    const ordered = orderPages(selectPages(candidates, selector), order, titleOf)
    return ordered.slice(0, selector.limit).map(({source}) => source)

    // A term is ordered again when one of its own pages changes, not with any other.
    function pagesOf(termName: readonly [string, string]): ReadonlyArray<PageEntry> {
      return read(termSources, termName).flatMap((source) => read(pageEntry, source) ?? [])
    }

    function titleOf({source}: PageEntry): string {
      return read(pageTitle, source) ?? ''
    }
  }
)

/** A numbered part of a selection. */
export interface PartRequest {
  readonly selector: Selector
  readonly size: number
  /** 1-based. */
  readonly pageNumber: number
}

/** Sources of one part of a selection, and how many there are in all. */
export const part: Query<
  PartRequest,
  {readonly sources: ReadonlyArray<SourcePath>; readonly total: number; readonly pageCount: number}
> = defineStoredQuery('part', ({read}, {selector, size, pageNumber}) => {
  const all = read(pages, selector)
  return {
    sources: partOf(all, size, pageNumber),
    total: all.length,
    pageCount: pageCountOf(all.length, size)
  }
})

/** Number of parts of a selection. */
export const pageCount: Query<{readonly selector: Selector; readonly size: number}, number> =
  defineStoredQuery('pageCount', ({read}, {selector, size}) =>
    pageCountOf(read(pages, selector).length, size)
  )

/** Sources before and after each page of a section, in the section's order. */
export const neighborsBySource: Query<
  string,
  Readonly<Record<string, readonly [SourcePath | null, SourcePath | null]>>
> = defineQuery('neighborsBySource', ({read}, name) => {
  const all = read(pages, {section: name})
  return Object.fromEntries(
    all.map((source, index) => [source, [all[index - 1] ?? null, all[index + 1] ?? null]])
  )
})

/** Sources before and after a page in its section. */
export const neighbors: Query<
  {readonly section: string; readonly source: SourcePath},
  readonly [SourcePath | null, SourcePath | null]
> = defineStoredQuery(
  'neighbors',
  ({read}, request) => ownValue(read(neighborsBySource, request.section), request.source) ?? [null, null]
)

/** What a home, section or term page lists, and how many pages a part has. */
export const listingRules: Query<ListingOwner, Pick<PartRequest, 'selector' | 'size'>> = defineStoredQuery(
  'listingRules',
  ({read}, owner) => {
    if ('taxonomy' in owner) {
      const {taxonomy, term: slug} = owner
      const size = read(taxonomyRules, taxonomy)?.pageSize ?? read(pageSizeIn, '')
      return {selector: {term: {taxonomy, slug}}, size}
    }
    const {section} = owner
    return {selector: selectorOf(), size: sizeOf()}

    function selectorOf(): Selector {
      const list = read(listedSections, section)
      if (list !== undefined) return {sections: list, order: read(orderIn, section)}
      return section === '' ? homeSelector() : {section}
    }

    /** A documentation has an order of its own, in which nobody looks for news: it is listed at home where there is nothing else. */
    function homeSelector(): Selector {
      const without = read(documentation, null)
      const others: Selector = {kind: 'article', without}
      return without.length > 0 && read(pages, others).length > 0 ? others : {kind: 'article'}
    }

    /** All pages of a documentation stand beside its list, which would be odd in parts. */
    function sizeOf(): number {
      const isWhole = read(ownPageSize, section) === undefined && read(documentation, null).includes(section)
      return isWhole ? Number.MAX_SAFE_INTEGER : read(pageSizeIn, section)
    }
  }
)
