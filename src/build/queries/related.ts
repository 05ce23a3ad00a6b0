import {absent, hashData} from '#src/graph/hash.ts'
import {
  definePassingQuery,
  defineStoredQuery,
  type Query,
  type QueryContext,
  type RunContext
} from '#src/graph/query.ts'
import type {ArticleWords, RelatedConfig} from '#src/model/related.ts'
import type {SourcePath} from '#src/model/source.ts'
import {readWikilink} from '#src/model/wikilink.ts'
import {type RelatableArticle, relateArticles} from '#src/related/relate-articles.ts'
import {brokenReference, unpublishedReference} from '#src/routing/messages.ts'
import {frontMatter} from './defaults.ts'
import {fieldSpot} from './field-spot.ts'
import {gistInput, relatingInput, waitingInput} from './inputs.ts'
import {type FindTarget, intendedBy, originOf, targetFinder} from './links/references.ts'
import {resolveWikilink} from './links/wikilinks.ts'
import {listedPages} from './listings/listed-pages.ts'
import {page} from './pages.ts'
import {basePath, relatedRules, siteView} from './settings.ts'
import {routeAt} from './site-routes.ts'

/** What an article says; an edit that changes no word of it leaves all that is found by words as it is. */
export const articleWords: Query<SourcePath, ArticleWords | undefined> = definePassingQuery(
  'articleWords',
  ({read}, source) => read(gistInput, source)?.words,
  hashData
)

/** Sources of the pages that a text links to. Broken links are reported by its body. */
export const linkedPages: Query<SourcePath, ReadonlyArray<SourcePath>> = defineStoredQuery(
  'linkedPages',
  ({read}, source) => {
    const context = {read, report: () => undefined}
    const findTarget = targetFinder(context, originOf(context, source, basePath))
    const references = read(gistInput, source)?.references ?? []
    return [
      ...new Set(references.flatMap((reference) => sourceOf(context, reference, {source, findTarget}) ?? []))
    ]
  }
)

/** Sources of the pages that front matter wants beside a page; reports those that lead nowhere. */
export const pinnedPages: Query<SourcePath, ReadonlyArray<SourcePath>> = defineStoredQuery(
  'pinnedPages',
  (context, source) => {
    const {related = []} = context.read(frontMatter, source)?.frontMatter ?? {}
    if (related === false) return []
    const findTarget = targetFinder(context, originOf(context, source, basePath))
    return related.flatMap((reference, index) => {
      const found = sourceOf(context, reference, {source, findTarget})
      if (found !== undefined) return [found]
      const spot = fieldSpot(context.read, source, ['related', index])
      const target = findTarget(reference)
      const there = target?.found
      const isHidden = there !== undefined && 'unpublished' in there && there.unpublished !== 'broken'
      context.report([
        isHidden
          ? unpublishedReference(spot, reference, there.unpublished)
          : brokenReference(spot, reference, intendedBy(target, source))
      ])
      return []
    })
  }
)

/** What decides beside its words which articles belong beside one. */
export const relatedTraits: Query<SourcePath, Pick<RelatableArticle, 'day' | 'series'>> = defineStoredQuery(
  'relatedTraits',
  ({read}, source) => {
    const {date, series} = read(page, source) ?? {}
    return {...(date && {day: date.day}), ...(series === undefined ? {} : {series})}
  }
)

/** Whether an article is not to be seen beside others, nor others beside it. */
export const standsAlone: Query<SourcePath, boolean> = defineStoredQuery(
  'standsAlone',
  ({read}, source) => read(frontMatter, source)?.frontMatter.related === false
)

/** Sources of the articles that may belong beside each other, sorted. */
export const relatableSources: Query<null, ReadonlyArray<SourcePath>> = defineStoredQuery(
  'relatableSources',
  ({read}) =>
    read(listedPages, null).flatMap(({source, kind}) =>
      kind === 'article' && !read(standsAlone, source) ? [source] : []
    )
)

/** The articles that may belong beside each other, with all that this is found by. */
export const relatableArticles: Query<null, ReadonlyArray<RelatableArticle>> = definePassingQuery(
  'relatableArticles',
  (context) => readRelatable(context).map((article) => ({...article})),
  hashData
)

/** Sources of the articles that belong beside each article; stored, so that one thread ranks them for all. */
export const relatedBySource: Query<
  null,
  Readonly<Record<string, ReadonlyArray<SourcePath>>>
> = defineStoredQuery('relatedBySource', (context) => {
  const rules = context.read(relatedRules, null)
  if (rules === false || !isRanked(context, rules)) return {}
  const {articles} = relateArticles(readRelatable(context), rules, context.read(relatingInput, null))
  return Object.fromEntries(
    articles.map(({article, shown}) => [article.source, shown.map(({other}) => other.source)])
  )
})

/** Sources of the articles that belong beside one: those that its author named first. */
export const related: Query<SourcePath, ReadonlyArray<SourcePath>> = defineStoredQuery(
  'related',
  ({read}, source) => {
    const rules = read(relatedRules, null)
    if (rules === false || read(standsAlone, source)) return []
    const found = [...read(pinnedPages, source), ...(read(relatedBySource, null)[source] ?? [])]
    return [...new Set(found)].filter((other) => other !== source).slice(0, rules.limit)
  }
)

/** Whether articles are found by their words: not as long as some wait to be compiled, nor where that keeps people waiting. */
function isRanked({read}: Pick<QueryContext, 'read'>, {articlesMax}: RelatedConfig): boolean {
  if (read(waitingInput, null) === true) return false
  const {environment} = read(siteView, null)
  const most = environment === 'development' ? Math.min(articlesMax, articlesMaxInDevelopment) : articlesMax
  return read(relatableSources, null).length <= most
}

/** To rank them again after an edit takes a quarter of a second. */
const articlesMaxInDevelopment = 500

/** The words of an article are read when they are asked for, which takes most of the time, and not where its hash will do. */
function readRelatable({read, readHash}: RunContext): ReadonlyArray<RelatableArticle> {
  return read(relatableSources, null).flatMap((source) => {
    const wordsHash = readHash(articleWords, source)
    if (wordsHash === absent) return []
    const article = {
      source,
      wordsHash,
      get words() {
        const words = read(articleWords, source)
        if (words === undefined) throw new Error(`Expected the words of ${source}`)
        return words
      }
    }
    return [Object.assign(article, read(relatedTraits, source), {links: read(linkedPages, source)})]
  })
}

/** Source of the page that a reference leads to; `undefined` where it leads to none. */
function sourceOf(
  context: QueryContext,
  reference: string,
  {source, findTarget}: {readonly source: SourcePath; readonly findTarget: FindTarget}
): SourcePath | undefined {
  const wikilink = readWikilink(reference)
  const found =
    wikilink === undefined
      ? findTarget(reference)?.found
      : resolveWikilink(context, wikilink, {source, place: undefined})
  const route = found !== undefined && 'path' in found ? context.read(routeAt, found.path) : undefined
  return route?.kind === 'page' ? route.source : undefined
}
