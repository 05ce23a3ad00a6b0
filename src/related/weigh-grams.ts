import type {GramCounts} from './count-grams.ts'
import {unitsPerWord} from './number-words.ts'
import {sharedFloats} from './shared-arrays.ts'
import type {CountTable} from './tally.ts'

/** Weights of grams in articles, article by article, in shared memory. */
export interface WeightTable extends Pick<CountTable, 'starts' | 'numbers'> {
  /** How many weights each entry has. */
  readonly width: number
  /** Those of each entry in turn: what is read together lies together, since to fetch it takes longer than to reckon with it. */
  readonly weights: Float32Array
}

/** What each gram says of each article. */
export interface GramWeights {
  /**
   * Of each gram two weights: of a vector of length 1, so that the scalar product of two is the cosine; and what the gram adds when an article
   * is searched for it, BM25.
   */
  readonly whole: WeightTable
  /** Of titles and descriptions the first alone. */
  readonly heads: WeightTable
}

/** Two words side by side are rare, and known already by the two. */
const pairShare = 0.5

/** Of BM25: how soon more of the same says no more, and how far long articles are held to say all things. */
const saturation = 1.2
const lengthShare = 0.75

/** Weigh grams by how much an article has of them, and by how few articles have them. */
export function weighGrams(counts: GramCounts): GramWeights {
  const {whole, heads, frequencies, wordCount} = counts
  const articleCount = whole.starts.length - 1
  const rarities = Float64Array.from(frequencies, (frequency) =>
    Math.log((articleCount + 1) / (frequency + 0.5))
  )
  const weightOf: WeightOf = (gram, amount) =>
    Math.log1p(amount / unitsPerWord) * (rarities[gram] ?? 0) * (gram < wordCount ? 1 : pairShare)
  return {
    whole: toUnitLength(weighEach(whole, [weightOf, searchWeight(whole, rarities)])),
    heads: toUnitLength(weighEach(heads, [weightOf]))
  }
}

/** Set the weights of an article in a vector of all grams. */
export function spread(
  {starts, numbers, weights, width}: WeightTable,
  article: number,
  vector: Float64Array
): void {
  for (let at = starts[article] ?? 0; at < (starts[article + 1] ?? 0); at++) {
    vector[numbers[at] ?? 0] = weights[at * width] ?? 0
  }
}

/** Undo `spread`: cheaper than to fill a vector of which hardly anything is set. */
export function clear({starts, numbers}: WeightTable, article: number, vector: Float64Array): void {
  for (let at = starts[article] ?? 0; at < (starts[article + 1] ?? 0); at++) vector[numbers[at] ?? 0] = 0
}

/** Scalar product of an article and a vector of all grams. */
export function product(
  {starts, numbers, weights, width}: WeightTable,
  article: number,
  vector: Float64Array
): number {
  let sum = 0
  for (let at = starts[article] ?? 0; at < (starts[article + 1] ?? 0); at++) {
    sum += (weights[at * width] ?? 0) * (vector[numbers[at] ?? 0] ?? 0)
  }
  return sum
}

type WeightOf = (gram: number, amount: number, article: number) => number

function searchWeight({starts, amounts}: CountTable, rarities: Float64Array): WeightOf {
  const lengths = Array.from({length: starts.length - 1}, (_, article) =>
    amounts.subarray(starts[article], starts[article + 1]).reduce((sum, amount) => sum + amount, 0)
  )
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  return (gram, amount, article) => {
    const excess = 1 - lengthShare + (lengthShare * (lengths[article] ?? 0)) / meanLength
    const share = (amount * (saturation + 1)) / (amount + saturation * unitsPerWord * excess)
    return share * (rarities[gram] ?? 0)
  }
}

function weighEach({starts, numbers, amounts}: CountTable, weightsOf: ReadonlyArray<WeightOf>): WeightTable {
  const width = weightsOf.length
  const weights = sharedFloats(numbers.length * width)
  for (const [index, weightOf] of weightsOf.entries()) {
    for (let article = 0; article + 1 < starts.length; article++) {
      const end = starts[article + 1] ?? 0
      for (let at = starts[article] ?? 0; at < end; at++) {
        weights[at * width + index] = weightOf(numbers[at] ?? 0, amounts[at] ?? 0, article)
      }
    }
  }
  return {starts, numbers, weights, width}
}

/** Make the first weights of each article a vector of length 1. */
function toUnitLength(table: WeightTable): WeightTable {
  const {starts, weights, width} = table
  for (let article = 0; article + 1 < starts.length; article++) {
    const [start, end] = [(starts[article] ?? 0) * width, (starts[article + 1] ?? 0) * width]
    let squares = 0
    for (let at = start; at < end; at += width) squares += (weights[at] ?? 0) ** 2
    // An article without a weight has no entry here.
    const length = Math.sqrt(squares)
    for (let at = start; at < end; at += width) weights[at] = (weights[at] ?? 0) / length
  }
  return table
}
