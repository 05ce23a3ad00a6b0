import {defineQuery, defineStoredQuery, type Query} from '#src/graph/query.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {Term, TermReference} from '#src/model/page.ts'
import type {SourcePath} from '#src/model/source.ts'
import {besidePath} from '#src/routing/route-path.ts'
import {termSlugOf} from '#src/routing/slug.ts'
import {styledPath} from '#src/routing/url-style.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {groupByTerm, type TermGroup} from '#src/site/terms.ts'
import {nameSpot} from '../claims.ts'
import {sourcesInput} from '../inputs.ts'
import {publishedText} from '../publishing.ts'
import {taxonomyRules, urlStyle} from '../settings.ts'
import {listedPages} from './listed-pages.ts'
import {listingPath} from './sections.ts'

/** Sources of the texts of all listings: every `_index.md`. Sorted. */
export const textSources: Query<null, ReadonlyArray<SourcePath>> = defineStoredQuery(
  'textSources',
  ({read}) => (read(sourcesInput, null) ?? []).filter((source) => sourceNameOf(source).kind === 'index')
)

/** Source of the text of each term that has one, by the term's slug: `content/tags/rust/_index.md`. */
export const termTexts: Query<string, Readonly<Record<string, SourcePath>>> = defineStoredQuery(
  'termTexts',
  ({read}, taxonomy) => {
    const texts = read(textSources, null).flatMap((source) => {
      const [top, name, ...deeper] = sourceNameOf(source).folders
      const isOfTerm = top === taxonomy && name !== undefined && deeper.length === 0
      return isOfTerm ? [[termSlugOf(name), source] as const] : []
    })
    // Of two the first counts.
    return Object.fromEntries(texts.reverse())
  }
)

/** Source of the text of one term, by taxonomy and slug. */
export const termText: Query<readonly [string, string], SourcePath | undefined> = defineStoredQuery(
  'termText',
  ({read}, [taxonomy, slug]) => ownValue(read(termTexts, taxonomy), slug)
)

/** Terms of a taxonomy with their pages, by name. */
export const termGroups: Query<string, ReadonlyArray<TermGroup>> = defineQuery(
  'termGroups',
  ({read, report}, taxonomy) => {
    const folders = Object.values(read(termTexts, taxonomy)).flatMap((source) =>
      read(publishedText, source) === undefined ? [] : [sourceNameOf(source).folders[1] ?? '']
    )
    const {value, diagnostics} = groupByTerm(read(listedPages, null), taxonomy, folders, {
      slugOf: termSlugOf,
      spotOf: (source, name) => nameSpot(read, source, taxonomy, (other) => other.trim() === name)
    })
    report(diagnostics)
    return value
  }
)

/** Terms of a taxonomy, by name; empty when there is no such taxonomy. */
export const terms: Query<string, ReadonlyArray<Term>> = defineStoredQuery('terms', ({read}, taxonomy) => {
  if (read(taxonomyRules, taxonomy) === undefined) return []
  const path = read(listingPath, taxonomy)
  const texts = read(termTexts, taxonomy)
  return read(termGroups, taxonomy).map(({slug, name, sources}): Term => {
    const source = ownValue(texts, slug)
    const text = source === undefined ? undefined : read(publishedText, source)
    return {
      taxonomy,
      slug,
      name,
      path: styledPath(besidePath(path, `${slug}/`), read(urlStyle, null)),
      pageCount: sources.length,
      title: text?.title ?? name,
      ...(text?.description === undefined ? {} : {description: text.description}),
      ...(text === undefined || source === undefined ? {} : {source}),
      ...(text?.layout === undefined ? {} : {layout: text.layout}),
      params: text?.params ?? {}
    }
  })
})

/** Terms of a taxonomy by slug. */
export const termsBySlug: Query<string, Readonly<Record<string, Term>>> = defineQuery(
  'termsBySlug',
  ({read}, taxonomy) => Object.fromEntries(read(terms, taxonomy).map((term) => [term.slug, term]))
)

/** One term, by taxonomy and slug. */
export const term: Query<readonly [string, string], Term | undefined> = defineStoredQuery(
  'term',
  ({read}, [taxonomy, slug]) => ownValue(read(termsBySlug, taxonomy), slug)
)

/** What the pages of a term show of it, which is not how many they are. */
export const termReference: Query<readonly [string, string], TermReference | undefined> = defineStoredQuery(
  'termReference',
  ({read}, [taxonomy, slug]) => {
    const found = read(term, [taxonomy, slug])
    return found && {taxonomy, slug, name: found.name, path: found.path}
  }
)

/** Sources of the pages of each term of a taxonomy, by slug. */
export const sourcesByTerm: Query<string, Readonly<Record<string, ReadonlyArray<SourcePath>>>> = defineQuery(
  'sourcesByTerm',
  ({read}, taxonomy) =>
    Object.fromEntries(read(termGroups, taxonomy).map(({slug, sources}) => [slug, sources]))
)

/** Sources of the pages of one term, by taxonomy and slug, unordered. */
export const termSources: Query<readonly [string, string], ReadonlyArray<SourcePath>> = defineStoredQuery(
  'termSources',
  ({read}, [taxonomy, slug]) => ownValue(read(sourcesByTerm, taxonomy), slug) ?? []
)
