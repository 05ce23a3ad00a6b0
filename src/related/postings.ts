import {sharedFloats, sharedInts} from './shared-arrays.ts'
import type {WeightTable} from './weigh-grams.ts'

/** An inverted index: the articles of each gram, with their weights, sorted. In shared memory. */
export interface Postings {
  /** Where each gram begins in `articles`; one more is the end. */
  readonly starts: Int32Array
  readonly articles: Int32Array
  /** Of each article in turn, as many as the inverted table has of each entry. */
  readonly weights: Float32Array
}

/** The articles of each gram, for grams below `gramCount`. */
export function invert({starts, numbers, weights, width}: WeightTable, gramCount: number): Postings {
  const ends = sharedInts(gramCount + 1)
  for (const gram of numbers) ends[gram + 1] = (ends[gram + 1] ?? 0) + 1
  for (let gram = 0; gram < gramCount; gram++) ends[gram + 1] = (ends[gram + 1] ?? 0) + (ends[gram] ?? 0)
  const next = ends.slice()
  const articles = sharedInts(numbers.length)
  const inverted = sharedFloats(weights.length)
  for (let article = 0; article + 1 < starts.length; article++) {
    const end = starts[article + 1] ?? 0
    for (let at = starts[article] ?? 0; at < end; at++) {
      const gram = numbers[at] ?? 0
      const slot = next[gram] ?? 0
      next[gram] = slot + 1
      articles[slot] = article
      for (let index = 0; index < width; index++) {
        inverted[slot * width + index] = weights[at * width + index] ?? 0
      }
    }
  }
  return {starts: ends, articles, weights: inverted}
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

/** The same for an index with two weights: of all that finds candidates this takes longest. */
export function addBothPostings(
  {starts, articles, weights}: Postings,
  {gram, textFactor, searchFactor}: SearchedGram,
  sums: Float64Array
): void {
  const end = starts[gram + 1] ?? 0
  for (let at = starts[gram] ?? 0; at < end; at++) {
    const article = articles[at] ?? 0
    const added = textFactor * (weights[at * 2] ?? 0) + searchFactor * (weights[at * 2 + 1] ?? 0)
    sums[article] = (sums[article] ?? 0) + added
  }
}
