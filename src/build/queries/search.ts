import {hashText} from '#src/graph/hash.ts'
import {definePassingQuery, defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {SourcePath} from '#src/model/source.ts'
import {renderSearchedPage} from '#src/render/render-searched-page.ts'
import {toHref} from '#src/routing/href.ts'
import {writeAddresses} from '#src/routing/url-style.ts'
import {frontMatter} from './defaults.ts'
import {noteAddresses} from './links/address-notes.ts'
import {publishedPages} from './listings/listed-pages.ts'
import {section} from './listings/sections.ts'
import {page} from './pages.ts'
import {questionsOf} from './questions.ts'
import {basePath, hasSearch, ownBasePath, urlStyle} from './settings.ts'

/** Taxonomies that what was found can be narrowed by. */
const filterTaxonomies: ReadonlyArray<string> = ['categories', 'tags']

/** Whether the search finds a page: unless its front matter says so, one that listings do not show is not found. */
export const isSearched: Query<SourcePath, boolean> = defineStoredQuery('isSearched', ({read}, source) => {
  const {search, unlisted} = read(frontMatter, source)?.frontMatter ?? {}
  return search ?? unlisted !== true
})

/** Sources of the pages that the search finds, sorted; none where there is no search. */
export const searchedSources: Query<null, ReadonlyArray<SourcePath>> = defineStoredQuery(
  'searchedSources',
  ({read}) =>
    read(hasSearch, null) ? read(publishedPages, null).filter((source) => read(isSearched, source)) : []
)

/** Address of a page that the search finds; `undefined` when there is no such page. */
export const searchedAddress: Query<SourcePath, string | undefined> = defineStoredQuery(
  'searchedAddress',
  ({read}, source) => {
    const path = read(page, source)?.path
    if (path === undefined) return undefined
    const style = {style: read(urlStyle, null), basePath: read(ownBasePath, null)}
    return writeAddresses(toHref(path, read(basePath, null)), style)
  }
)

/** What the search finds of a page; empty when there is no such page. */
export const searchedText: Query<SourcePath, string> = definePassingQuery(
  'searchedText',
  (context, source) => {
    const {body, site, termsOf} = questionsOf({...context, notes: noteAddresses()})
    const found = context.read(page, source)
    if (found === undefined) return ''
    return renderSearchedPage({
      language: site().language,
      title: found.title,
      section: context.read(section, found.section)?.title ?? '',
      isTitleInBody: found.isTitleInBody,
      description: found.description ?? '',
      body: body(found),
      terms: Object.fromEntries(
        filterTaxonomies.map((taxonomy) => [taxonomy, termsOf(found, taxonomy).map(({name}) => name)])
      )
    })
  },
  hashText
)
