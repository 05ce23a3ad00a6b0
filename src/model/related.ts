/** What an article says in one of its parts, by which others are found that belong beside it. Blocks are separated by line feeds. */
export interface Prose {
  /** What is neither heading nor code, without sentences that link to another page of the site. */
  readonly body: string
  /** Sentences that link to another page of the site. */
  readonly links: string
  /** Blocks of code. */
  readonly code: string
}

/** A part of an article whose words count for themselves. */
export type WordField = 'title' | 'description' | 'headings' | keyof Prose

/** The words of an article by part, as stems; separated by spaces, and by line feeds where two do not stand side by side. */
export type ArticleWords = {readonly [Field in WordField]: string}

/** What relating articles takes of one, made from its source alone. */
export interface Gist {
  /** Absent where nobody asks for them. */
  readonly words?: ArticleWords
  /** What its text links to in the site, as written, each once. */
  readonly references: ReadonlyArray<string>
}

/** What each of the three ways to compare two articles counts. */
export interface RelatedWeights {
  /** How alike the words of the two are as a whole: a cosine. */
  readonly text: number
  /** How much the words of the one have of the title and description of the other: a cosine. */
  readonly title: number
  /** How well the other answers a search for the words that say most of the one: BM25, 1 for that one itself. */
  readonly search: number
}

/** What is not shown beside an article, however much it is like it. */
export type RelatedExclusion = 'linked' | 'newer'

/** How articles that belong beside each other are found. */
export interface RelatedConfig {
  /** Shown beside an article at most, at least 1. */
  readonly limit: number
  /** From 0 to 1; `auto` is the quarter of the site's matches that is least sure. */
  readonly minConfidence: number | 'auto'
  /** What a word counts in each part. */
  readonly fields: {readonly [Field in WordField]: number}
  readonly weights: RelatedWeights
  /** Sources of a site at most: of one with more no articles are ranked, since each edit of a word ranks all. */
  readonly articlesMax: number
  /** `linked`: what its text links to; `newer`: what has a later date. */
  readonly exclude: ReadonlyArray<RelatedExclusion>
}

/** Of a site that says nothing of it: a plateau, found on three sites, on which the exact figures matter little. */
export const defaultRelated: RelatedConfig = {
  limit: 3,
  minConfidence: 'auto',
  fields: {title: 3, description: 2, headings: 2, body: 1, links: 0, code: 0.3},
  weights: {text: 1, title: 0.7, search: 1.5},
  articlesMax: 4000,
  exclude: ['linked']
}
