import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {SourcePath} from '#src/model/source.ts'
import {type ListedPage, listedPage} from '#src/site/select-pages.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {page} from '../pages.ts'
import {published, rootText} from '../publishing.ts'

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
