import {bestList} from './best-list.ts'
import {addBothPostings, addPostings} from './postings.ts'
import {type Ranked, rankedMax} from './ranking.ts'
import type {RankingIndex} from './ranking-index.ts'
import {clear, product, spread} from './weigh-grams.ts'

/** Grams that an article is searched by: all others together hardly change which ones are the best. */
const queryGramsMax = 60

/**
 * Finds the articles that are most like one, in whatever order, and compares them with it.
 *
 * An article is searched by the grams that say most of it, which finds candidates in an inverted index; only these are compared in full:
 * the best five are among them in 99 cases of 100.
 */
export function articleRanker(index: RankingIndex): (article: number) => ReadonlyArray<Ranked> {
  const {whole, heads, byText, byHead, articleCount, factors} = index
  const estimates = new Float64Array(articleCount)
  const vector = new Float64Array(index.gramCount)
  return (article) => {
    spread(whole, article, vector)
    const query = queryOf(article)
    const compared = findCandidates(query).map((other) => compare(query, other))
    clear(whole, article, vector)
    return compared
  }

  function queryOf(article: number): Query {
    const best = bestList(queryGramsMax)
    const end = whole.starts[article + 1] ?? 0
    for (let at = whole.starts[article] ?? 0; at < end; at++) best.offer(at, textWeight(at))
    const least = textWeight(best.items().at(-1) ?? -1)
    return {article, least, ownRelevance: compareTexts(least, article).relevance || 1}
  }

  function textWeight(at: number): number {
    return whole.weights[at * whole.width] ?? 0
  }

  /** Estimates scores: exact but for the cosine, for which the grams of the search alone count. */
  function findCandidates({article, least: leastSearched, ownRelevance}: Query): ReadonlyArray<number> {
    estimates.fill(0)
    const searchFactor = factors.search / ownRelevance
    const end = whole.starts[article + 1] ?? 0
    for (let at = whole.starts[article] ?? 0; at < end; at++) {
      const gram = whole.numbers[at] ?? 0
      const weight = textWeight(at)
      addPostings(byHead, gram, factors.title * weight, estimates)
      if (weight < leastSearched) continue
      const searched = {gram, textFactor: factors.text * weight, searchFactor}
      addBothPostings(byText, searched, estimates)
    }
    estimates[article] = 0
    const best = bestList(rankedMax)
    let least = 0
    for (let other = 0; other < articleCount; other++) {
      const estimate = estimates[other] ?? 0
      // Of equal ones the first stays.
      if (estimate <= least) continue
      best.offer(other, estimate)
      least = best.least()
    }
    return best.items()
  }

  function compare({least, ownRelevance}: Query, other: number): Ranked {
    const {cosine, relevance} = compareTexts(least, other)
    const title = product(heads, other, vector)
    const score = factors.text * cosine + factors.title * title + (factors.search * relevance) / ownRelevance
    return {article: other, cosine, score}
  }

  /** Cosine and BM25 in one pass over an article, when that is searched for whose vector is spread: of all that ranking does this takes longest. */
  function compareTexts(least: number, other: number): {readonly cosine: number; readonly relevance: number} {
    const {numbers, weights} = whole
    let cosine = 0
    let relevance = 0
    const end = whole.starts[other + 1] ?? 0
    for (let at = whole.starts[other] ?? 0; at < end; at++) {
      const weight = vector[numbers[at] ?? 0] ?? 0
      cosine += weight * (weights[at * 2] ?? 0)
      if (weight >= least) relevance += weights[at * 2 + 1] ?? 0
    }
    return {cosine, relevance}
  }
}

/** What is searched for one article: all grams that weigh enough in it. */
interface Query {
  readonly article: number
  readonly least: number
  /** What BM25 gives the article itself. */
  readonly ownRelevance: number
}
