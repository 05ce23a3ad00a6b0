import {defineQuery, type Query} from '#src/graph/query.ts'
import type {Section, Term} from '#src/model/page.ts'
import type {Selector} from '#src/model/selector.ts'
import type {SourcePath} from '#src/model/source.ts'
import {sectionPathOf} from '#src/routing/permalink.ts'
import {toRoutePath} from '#src/routing/route-path.ts'
import {distinctSlugOf, slugOf} from '#src/routing/slug.ts'
import {pageCountOf, partOf} from '#src/site/paginate.ts'
import {childSections, sectionLineage} from '#src/site/sections.ts'
import {type ListedPage, listedPage, selectPages} from '#src/site/select-pages.ts'
import {readableName, sourceNameOf} from '#src/site/source-name.ts'
import {foldTerm, groupByTerm, type TermGroup} from '#src/site/terms.ts'
import {sourcesInput} from './inputs.ts'
import {outline, ownFrontMatter, page, readConfig, rootText, sections, visibility} from './pages.ts'

/** Sources of the pages that this build shows, sorted. */
export const publishedSources: Query<null, ReadonlyArray<SourcePath>> = defineQuery(
  'publishedSources',
  ({read}) =>
    (read(sourcesInput, null) ?? []).filter(
      (source) => read(page, source) !== undefined && read(visibility, source) === 'published'
    )
)

/** Pages that listings may show, by source. */
export const listedPages: Query<null, ReadonlyArray<ListedPage>> = defineQuery('listedPages', ({read}) =>
  read(publishedSources, null).flatMap((source) => {
    const found = read(page, source)
    return found === undefined || found.unlisted ? [] : [listedPage(found)]
  })
)

/** Terms of a taxonomy with their pages, by name. */
export const termGroups: Query<string, ReadonlyArray<TermGroup>> = defineQuery(
  'termGroups',
  ({read, report}, taxonomy) => {
    const groups = groupByTerm(read(listedPages, null), taxonomy, Object.keys(read(termTexts, taxonomy)), {
      slugOf,
      distinctSlugOf
    })
    report(groups.diagnostics)
    return groups.value
  }
)

/** Sources of the texts of terms, by the name of their folder: `content/tags/rust/_index.md`. */
export const termTexts: Query<string, Readonly<Record<string, SourcePath>>> = defineQuery(
  'termTexts',
  ({read}, taxonomy) => {
    const texts = (read(sourcesInput, null) ?? []).flatMap((source) => {
      const {kind, folders} = sourceNameOf(source)
      const [top, name] = folders
      return kind === 'index' && folders.length === 2 && top === taxonomy && name !== undefined
        ? [[name, source] as const]
        : []
    })
    return Object.fromEntries(texts)
  }
)

/** Terms of a taxonomy, by name; empty when there is no such taxonomy. */
export const terms: Query<string, ReadonlyArray<Term>> = defineQuery('terms', (context, taxonomy) => {
  const {read} = context
  const config = readConfig(context).taxonomies[taxonomy]
  if (config === undefined) return []
  const texts = Object.entries(read(termTexts, taxonomy))
  return read(termGroups, taxonomy).map(({slug, name, folded, sources}): Term => {
    const [, source] = texts.find(([folder]) => foldTerm(folder) === folded || folder === slug) ?? []
    const own = source === undefined ? undefined : read(ownFrontMatter, source)?.frontMatter
    return {
      taxonomy,
      slug,
      name,
      path: toRoutePath(`${config.path}${slug}/`),
      pageCount: sources.length,
      title: own?.title ?? name,
      ...(own?.description === undefined ? {} : {description: own.description}),
      ...(source === undefined ? {} : {source}),
      ...(own?.layout === undefined ? {} : {layout: own.layout}),
      params: own?.params ?? {}
    }
  })
})

/** Slugs of a taxonomy's terms by folded name. */
export const slugsByName: Query<string, Readonly<Record<string, string>>> = defineQuery(
  'slugsByName',
  ({read}, taxonomy) => Object.fromEntries(read(termGroups, taxonomy).map(({folded, slug}) => [folded, slug]))
)

/** One term, by taxonomy and slug. */
export const term: Query<readonly [string, string], Term | undefined> = defineQuery(
  'term',
  ({read}, [taxonomy, slug]) => read(terms, taxonomy).find((candidate) => candidate.slug === slug)
)

/** The term that a page means by a name; `undefined` when no listed page has it. */
export const termNamed: Query<readonly [string, string], Term | undefined> = defineQuery(
  'termNamed',
  ({read}, [taxonomy, name]) => {
    const slug = read(slugsByName, taxonomy)[foldTerm(name)]
    return slug === undefined ? undefined : read(term, [taxonomy, slug])
  }
)

/** A section, or a taxonomy's folder with a text of its own; `undefined` when there is none of that name. */
export const section: Query<string, Section | undefined> = defineQuery('section', (context, name) => {
  const {read} = context
  const names = read(sections, null)
  const source = name === '' ? read(rootText, null) : (`content/${name}/_index.md` as SourcePath)
  const own = source === undefined ? undefined : read(ownFrontMatter, source)?.frontMatter
  if (own === undefined && !names.includes(name)) return undefined
  const heading = source === undefined || own === undefined ? undefined : read(outline, source)[0]
  const {title, description, weight, layout, url, params} = own ?? {params: {}}
  const taxonomyPath = readConfig(context).taxonomies[name]?.path
  const folderPath = taxonomyPath === undefined ? sectionPathOf(name) : toRoutePath(taxonomyPath)
  return {
    name,
    path: url === undefined ? folderPath : toRoutePath(url),
    title: title ?? heading?.text ?? readableName(name.split('/').at(-1) ?? ''),
    isTitleInBody: title === undefined && heading?.depth === 1,
    ...(description === undefined ? {} : {description}),
    ...(own === undefined || source === undefined ? {} : {source}),
    ...(weight === undefined ? {} : {weight}),
    ...(layout === undefined ? {} : {layout}),
    params,
    sections: childSections(name, names)
  }
})

/** Sources of the pages that a selector asks for, in order. */
export const pages: Query<Selector, ReadonlyArray<SourcePath>> = defineQuery('pages', (context, selector) => {
  const {read} = context
  const config = readConfig(context)
  const order = sectionLineage(selector.section ?? '')
    .map((name) => config.sections[name]?.order)
    .findLast((found) => found !== undefined)
  const candidates =
    selector.term === undefined
      ? read(listedPages, null)
      : read(termPages, [selector.term.taxonomy, selector.term.slug])
  return selectPages(candidates, selector, order ?? config.order).map(({source}) => source)
})

/** Pages of a term, unordered. */
export const termPages: Query<readonly [string, string], ReadonlyArray<ListedPage>> = defineQuery(
  'termPages',
  ({read}, [taxonomy, slug]) => {
    const group = read(termGroups, taxonomy).find((candidate) => candidate.slug === slug)
    return (group?.sources ?? []).flatMap((source) => {
      const found = read(page, source)
      return found === undefined ? [] : [listedPage(found)]
    })
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
> = defineQuery('part', ({read}, {selector, size, pageNumber}) => {
  const all = read(pages, selector)
  return {
    sources: partOf(all, size, pageNumber),
    total: all.length,
    pageCount: pageCountOf(all.length, size)
  }
})

/** Number of parts of a selection. */
export const pageCount: Query<{readonly selector: Selector; readonly size: number}, number> = defineQuery(
  'pageCount',
  ({read}, {selector, size}) => pageCountOf(read(pages, selector).length, size)
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
> = defineQuery(
  'neighbors',
  ({read}, request) => read(neighborsBySource, request.section)[request.source] ?? [null, null]
)

/** Whose listing it is: that of a section (of all articles for the root), or of a term. */
export type ListingOwner = {readonly section: string} | {readonly taxonomy: string; readonly term: string}

/** What a home, section or term page lists, and how many pages a part has. */
export const listingRules: Query<ListingOwner, Pick<PartRequest, 'selector' | 'size'>> = defineQuery(
  'listingRules',
  (context, owner) => {
    const config = readConfig(context)
    if ('taxonomy' in owner) {
      const {taxonomy, term: slug} = owner
      return {
        selector: {term: {taxonomy, slug}},
        size: config.taxonomies[taxonomy]?.pageSize ?? config.pageSize
      }
    }
    const size = sectionLineage(owner.section)
      .map((name) => config.sections[name]?.pageSize)
      .findLast((found) => found !== undefined)
    const selector: Selector = owner.section === '' ? {kind: 'article'} : {section: owner.section}
    return {selector, size: size ?? config.pageSize}
  }
)
