import {sharedInts} from './shared-arrays.ts'

/** An article beside another, and how it compares to it. */
export interface Ranked {
  /** Number of the article. */
  readonly article: number
  readonly cosine: number
  /** The three ways to compare added up, by their weights. */
  readonly score: number
}

/** For each article those that are most like it, the best first: in shared memory, for threads to fill in. */
export interface Ranking {
  /** How many there are of each article. */
  readonly counts: Int32Array
  /** Of each article `rankedMax` places, each of three numbers: the article, the cosine and the score, these two in millionths. */
  readonly places: Int32Array
}

/** Ranked of an article at most. */
export const rankedMax: number = 50

const numbersPerPlace = 3

/** Sums of fractions depend on their order in the last digits, and ties would hang on these. */
const unitsPerOne = 1e6

/** A ranking in which nothing is ranked yet. */
export function emptyRanking(articleCount: number): Ranking {
  return {
    counts: sharedInts(articleCount),
    places: sharedInts(articleCount * rankedMax * numbersPerPlace)
  }
}

/** Set what is ranked of an article, at most `rankedMax`, in whatever order. */
export function setRanked({counts, places}: Ranking, article: number, compared: ReadonlyArray<Ranked>): void {
  const rounded = compared.map(({article: other, cosine, score}) => ({
    other,
    cosine: Math.round(cosine * unitsPerOne),
    score: Math.round(score * unitsPerOne)
  }))
  rounded.sort((a, b) => b.score - a.score || a.other - b.other)
  for (const [index, {other, cosine, score}] of rounded.entries()) {
    places.set([other, cosine, score], placeOf(article, index))
  }
  counts[article] = rounded.length
}

/** The first of an article. */
export function rankedOf(
  {counts, places}: Ranking,
  article: number,
  limit: number = rankedMax
): ReadonlyArray<Ranked> {
  return Array.from({length: Math.min(limit, counts[article] ?? 0)}, (_, index) => {
    const at = placeOf(article, index)
    const [other = 0, cosine = 0, score = 0] = [places[at], places[at + 1], places[at + 2]]
    return {article: other, cosine: cosine / unitsPerOne, score: score / unitsPerOne}
  })
}

/** Place of another article among those of one, 1-based; one more than the last, for one that is not among them. */
export function rankOf({counts, places}: Ranking, article: number, other: number): number {
  const count = counts[article] ?? 0
  for (let index = 0; index < count; index++) {
    if (places[placeOf(article, index)] === other) return index + 1
  }
  return count + 1
}

function placeOf(article: number, index: number): number {
  return (article * rankedMax + index) * numbersPerPlace
}
