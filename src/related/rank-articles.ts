import type {RelatedWeights} from '#src/model/related.ts'
import {bestList} from './best-list.ts'
import {addPostings, invert} from './postings.ts'
import {type GramWeights, product, spread} from './weigh-grams.ts'

/** An article beside another, and how it compares to it. */
export interface Ranked {
  /** Number of the article. */
  readonly article: number
  readonly cosine: number
  /** The three ways to compare added up, by their weights. */
  readonly score: number
}

/** Grams that an article is searched by: all others together hardly change which ones are the best. */
const queryGramsMax = 60

/** Compared in full; the best five are among them in 99 cases of 100. */
const candidatesMax = 50

/**
 * For each article those that are most like it, the best first.
 *
 * An article is searched by the grams that say most of it, which finds candidates in an inverted index; only these are compared in full.
 */
export function rankArticles(
  {whole, heads, search}: GramWeights,
  gramCount: number,
  weights: RelatedWeights
): ReadonlyArray<ReadonlyArray<Ranked>> {
  const articleCount = whole.starts.length - 1
  const byText = invert(whole, gramCount)
  const bySearch = invert(search, gramCount)
  const byHead = invert(heads, gramCount)
  const [text, found, titles] = [0, 1, 2].map(() => new Float64Array(articleCount)) as Sums
  const vector = new Float64Array(gramCount)
  return Array.from({length: articleCount}, (_, article) => {
    const candidates = findCandidates(article)
    spread(whole, article, vector)
    const ranked = candidates.map((other): Ranked => {
      const cosine = rounded(product(whole, other, vector))
      return {article: other, cosine, score: rounded(fused(cosine, article, other))}
    })
    for (let at = whole.starts[article] ?? 0; at < (whole.starts[article + 1] ?? 0); at++) {
      vector[whole.numbers[at] ?? 0] = 0
    }
    return ranked.sort((a, b) => b.score - a.score || a.article - b.article)
  })

  function findCandidates(article: number): ReadonlyArray<number> {
    for (const sums of [text, found, titles]) sums.fill(0)
    const start = whole.starts[article] ?? 0
    const end = whole.starts[article + 1] ?? 0
    const least = largest(whole.weights.subarray(start, end), queryGramsMax)
    for (let at = start; at < end; at++) {
      const gram = whole.numbers[at] ?? 0
      const weight = whole.weights[at] ?? 0
      addPostings(byHead, gram, weight, titles)
      if (weight < least) continue
      addPostings(byText, gram, weight, text)
      addPostings(bySearch, gram, 1, found)
    }
    const best = bestList(candidatesMax)
    for (let other = 0; other < articleCount; other++) {
      if (other === article) continue
      const estimate = rounded(fused(text[other] ?? 0, article, other))
      if (estimate > 0) best.offer(other, estimate)
    }
    return best.items()
  }

  /** By what the last search found. */
  function fused(cosine: number, article: number, other: number): number {
    const relevance = (found[other] ?? 0) / (found[article] || 1)
    return weights.text * cosine + weights.title * (titles[other] ?? 0) + weights.search * relevance
  }
}

type Sums = [Float64Array, Float64Array, Float64Array]

/** The `count`th largest value; of fewer the smallest. */
function largest(values: Float64Array, count: number): number {
  return values.slice().sort()[Math.max(0, values.length - count)] ?? 0
}

/** Sums of fractions depend on their order in the last digits, and ties would hang on these. */
function rounded(score: number): number {
  return Math.round(score * 1e6) / 1e6
}
