import {defineQuery, defineStoredQuery, type Query} from '#src/graph/query.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {SourcePath} from '#src/model/source.ts'
import {groupBySection, type ListedPage, listedPage} from '#src/site/select-pages.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {page} from '../pages.ts'
import {published, rootText, sections} from '../publishing.ts'

/** Sources of the pages that this build shows, sorted. */
export const publishedPages: Query<null, ReadonlyArray<SourcePath>> = defineStoredQuery(
  'publishedPages',
  ({read}) => {
    const text = read(rootText, null)
    return read(published, null).filter((source) => sourceNameOf(source).kind === 'page' && source !== text)
  }
)

/** Pages that listings may show, by source. */
export const listedPages: Query<null, ReadonlyArray<ListedPage>> = defineStoredQuery(
  'listedPages',
  ({read}) =>
    read(publishedPages, null).flatMap((source) => {
      const found = read(page, source)
      return found === undefined || found.unlisted ? [] : [listedPage(found)]
    })
)

/** Pages that listings may show, by the name of their section. */
export const listedBySection: Query<null, Readonly<Record<string, ReadonlyArray<ListedPage>>>> = defineQuery(
  'listedBySection',
  ({read}) => groupBySection(read(listedPages, null))
)

/** Pages of one section that listings may show, unordered. */
export const listedIn: Query<string, ReadonlyArray<ListedPage>> = defineQuery(
  'listedIn',
  ({read}, section) => ownValue(read(listedBySection, null), section) ?? []
)

/** Pages of a section and of those below it that listings may show, unordered. */
export const listedBelow: Query<string, ReadonlyArray<ListedPage>> = defineQuery(
  'listedBelow',
  ({read}, section) => {
    const inside = read(sections, null).filter(
      (name) => section === '' || name === section || name.startsWith(`${section}/`)
    )
    return inside.flatMap((name) => read(listedIn, name))
  }
)
