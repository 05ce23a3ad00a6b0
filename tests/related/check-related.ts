import {hashData} from '#src/graph/hash.ts'
import {type ArticleWords, defaultRelated, type RelatedConfig} from '#src/model/related.ts'
import type {SourcePath} from '#src/model/source.ts'
import {type RelatableArticle, type RelatedSite, relateArticles} from '#src/related/relate-articles.ts'

/** An article in a test: its body as words, or more of it. */
export type Draft =
  | string
  | (Partial<Omit<ArticleWords, 'links'> & Omit<RelatableArticle, 'words' | 'source'>> & {
      /** Words of sentences that link. */
      readonly linking?: string
    })

const noWords: ArticleWords = {title: '', description: '', headings: '', body: '', links: '', code: ''}

/** Articles that have nothing to do with any other, but for a word that some of them have. */
export const fillers: Readonly<Record<string, Draft>> = Object.fromEntries(
  Array.from({length: 12}, (_, number) => [`z${number}`, `own${number} only${number} common${number % 3}`])
)

/** Articles by name. */
export function articlesOf(drafts: Readonly<Record<string, Draft>>): ReadonlyArray<RelatableArticle> {
  return Object.entries(drafts)
    .map(([name, draft]): RelatableArticle => {
      const {
        day,
        series,
        links = [],
        linking = '',
        ...words
      } = typeof draft === 'string' ? {body: draft} : draft
      const all = {...noWords, ...words, links: linking}
      return {
        source: name as SourcePath,
        words: all,
        wordsHash: hashData(all),
        ...(day === undefined ? {} : {day}),
        ...(series === undefined ? {} : {series}),
        links
      }
    })
    .sort((a, b) => (a.source < b.source ? -1 : 1))
}

export function relate(
  drafts: Readonly<Record<string, Draft>>,
  config: Partial<RelatedConfig> = {}
): RelatedSite {
  return relateArticles(articlesOf(drafts), {...defaultRelated, ...config})
}

/** Names of the articles that are shown beside one. */
export function shownBeside(site: RelatedSite, name: string): ReadonlyArray<string> {
  const found = site.articles.find(({article}) => article.source === name)
  return (found?.shown ?? []).map(({other}) => other.source)
}
