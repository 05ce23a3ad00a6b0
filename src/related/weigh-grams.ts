import type {GramCounts} from './count-grams.ts'
import {unitsPerWord} from './number-words.ts'
import type {CountTable} from './tally.ts'

/** Weights of grams in articles, article by article. */
export interface WeightTable extends Pick<CountTable, 'starts' | 'numbers'> {
  readonly weights: Float64Array
}

/** What each gram says of each article. */
export interface GramWeights {
  /** Vectors of length 1: the scalar product of two is the cosine. */
  readonly whole: WeightTable
  /** The same of titles and descriptions. */
  readonly heads: WeightTable
  /** What the gram adds when an article is searched for it: BM25. */
  readonly search: WeightTable
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
  const weightOf = (gram: number, amount: number): number =>
    Math.log1p(amount / unitsPerWord) * (rarities[gram] ?? 0) * (gram < wordCount ? 1 : pairShare)
  return {
    whole: toUnitLength(weighEach(whole, weightOf)),
    heads: toUnitLength(weighEach(heads, weightOf)),
    search: weighEach(whole, searchWeight(whole, rarities))
  }
}

/** Set the weights of an article in a vector of all grams. */
export function spread({starts, numbers, weights}: WeightTable, article: number, vector: Float64Array): void {
  for (let at = starts[article] ?? 0; at < (starts[article + 1] ?? 0); at++) {
    vector[numbers[at] ?? 0] = weights[at] ?? 0
  }
}

/** Undo `spread`: cheaper than to fill a vector of which hardly anything is set. */
export function clear({starts, numbers}: WeightTable, article: number, vector: Float64Array): void {
  for (let at = starts[article] ?? 0; at < (starts[article + 1] ?? 0); at++) vector[numbers[at] ?? 0] = 0
}

/** Scalar product of an article and a vector of all grams. */
export function product(
  {starts, numbers, weights}: WeightTable,
  article: number,
  vector: Float64Array
): number {
  let sum = 0
  for (let at = starts[article] ?? 0; at < (starts[article + 1] ?? 0); at++) {
    sum += (weights[at] ?? 0) * (vector[numbers[at] ?? 0] ?? 0)
  }
  return sum
}

function searchWeight(
  whole: CountTable,
  rarities: Float64Array
): (gram: number, amount: number, article: number) => number {
  const lengths = sumsOf(whole.starts, whole.amounts)
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  return (gram, amount, article) => {
    const excess = 1 - lengthShare + (lengthShare * (lengths[article] ?? 0)) / meanLength
    const share = (amount * (saturation + 1)) / (amount + saturation * unitsPerWord * excess)
    return share * (rarities[gram] ?? 0)
  }
}

function weighEach(
  {starts, numbers, amounts}: CountTable,
  weightOf: (gram: number, amount: number, article: number) => number
): WeightTable {
  const weights = new Float64Array(numbers.length)
  for (let article = 0; article + 1 < starts.length; article++) {
    const end = starts[article + 1] ?? 0
    for (let at = starts[article] ?? 0; at < end; at++) {
      weights[at] = weightOf(numbers[at] ?? 0, amounts[at] ?? 0, article)
    }
  }
  return {starts, numbers, weights}
}

function toUnitLength({starts, numbers, weights}: WeightTable): WeightTable {
  const norms = sumsOf(
    starts,
    weights.map((weight) => weight * weight)
  ).map(Math.sqrt)
  for (let article = 0; article + 1 < starts.length; article++) {
    const end = starts[article + 1] ?? 0
    // An article without a weight has no entry here.
    for (let at = starts[article] ?? 0; at < end; at++)
      weights[at] = (weights[at] ?? 0) / (norms[article] || 1)
  }
  return {starts, numbers, weights}
}

/** Sum of the values of each article. */
function sumsOf(starts: Int32Array, values: Int32Array | Float64Array): Float64Array {
  const sums = new Float64Array(Math.max(0, starts.length - 1))
  for (let article = 0; article < sums.length; article++) {
    const end = starts[article + 1] ?? 0
    let sum = 0
    for (let at = starts[article] ?? 0; at < end; at++) sum += values[at] ?? 0
    sums[article] = sum
  }
  return sums
}
