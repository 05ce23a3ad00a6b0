import type {WeightTable} from './weigh-grams.ts'

/** An inverted index: the articles of each gram, with their weights, sorted. In half the digits: candidates are only estimated by them. */
export interface Postings {
  /** Where each gram begins in the other two; one more is the end. */
  readonly starts: Int32Array
  readonly articles: Int32Array
  readonly weights: Float32Array
}

/** The articles of each gram, for grams below `gramCount`. */
export function invert({starts, numbers, weights}: WeightTable, gramCount: number): Postings {
  const ends = new Int32Array(gramCount + 1)
  eachEntry((gram) => {
    ends[gram + 1] = (ends[gram + 1] ?? 0) + 1
  })
  for (let gram = 0; gram < gramCount; gram++) ends[gram + 1] = (ends[gram + 1] ?? 0) + (ends[gram] ?? 0)
  const next = ends.slice()
  const count = ends[gramCount] ?? 0
  const articles = new Int32Array(count)
  const inverted = new Float32Array(count)
  eachEntry((gram, article, at) => {
    const slot = next[gram] ?? 0
    articles[slot] = article
    inverted[slot] = weights[at] ?? 0
    next[gram] = slot + 1
  })
  return {starts: ends, articles, weights: inverted}

  function eachEntry(visit: (gram: number, article: number, at: number) => void): void {
    for (let article = 0; article + 1 < starts.length; article++) {
      const end = starts[article + 1] ?? 0
      for (let at = starts[article] ?? 0; at < end; at++) visit(numbers[at] ?? 0, article, at)
    }
  }
}

/** Add to `sums`, for each article of a gram, its weight times `factor`. */
export function addPostings(
  {starts, articles, weights}: Postings,
  gram: number,
  factor: number,
  sums: Float64Array
): void {
  const end = starts[gram + 1] ?? 0
  for (let at = starts[gram] ?? 0; at < end; at++) {
    const article = articles[at] ?? 0
    sums[article] = (sums[article] ?? 0) + factor * (weights[at] ?? 0)
  }
}

/** What articles are searched by. */
export interface SearchedGram {
  readonly gram: number
  readonly textFactor: number
  readonly searchFactor: number
}

/** Do for two indexes of the same articles what `addPostings` does for one, in one pass: of all that finds candidates this takes longest. */
export function addBothPostings(
  {starts, articles, weights: textWeights}: Postings,
  {weights: searchWeights}: Postings,
  {gram, textFactor, searchFactor}: SearchedGram,
  sums: Float64Array
): void {
  const end = starts[gram + 1] ?? 0
  for (let at = starts[gram] ?? 0; at < end; at++) {
    const article = articles[at] ?? 0
    const added = textFactor * (textWeights[at] ?? 0) + searchFactor * (searchWeights[at] ?? 0)
    sums[article] = (sums[article] ?? 0) + added
  }
}
