import {defineQuery, defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {PageEntry} from '#src/site/page-entry.ts'
import {sectionOfFolders} from '#src/site/sections.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {pageEntry} from '../pages.ts'
import {published, rootText, sections} from '../publishing.ts'

/** Sources of the pages that this build shows, sorted. */
export const publishedPages: Query<null, ReadonlyArray<SourcePath>> = defineStoredQuery(
  'publishedPages',
  ({read}) => {
    const text = read(rootText, null)
    return read(published, null).filter((source) => sourceNameOf(source).kind === 'page' && source !== text)
  }
)

/** How many of them are articles: in a section. */
export const articleCount: Query<null, number> = defineStoredQuery('articleCount', ({read}) => {
  const names = read(sections, null)
  const sectionOf = (source: SourcePath): string => sectionOfFolders(sourceNameOf(source).folders, names)
  return read(publishedPages, null).filter((source) => sectionOf(source) !== '').length
})

/** Pages that listings may show, by source. Not stored: each of them is. */
export const listedPages: Query<null, ReadonlyArray<PageEntry>> = defineQuery('listedPages', ({read}) =>
  read(publishedPages, null).flatMap((source) => {
    const entry = read(pageEntry, source)
    return entry === undefined || entry.unlisted ? [] : [entry]
  })
)
