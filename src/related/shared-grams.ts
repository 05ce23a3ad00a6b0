import type {GramCounts} from './count-grams.ts'
import type {RankingIndex} from './ranking-index.ts'
import {spread} from './weigh-grams.ts'

/** The words and pairs of words that two articles have in common and that say most of both, the weightiest first. */
export function sharedGrams(
  {whole, gramCount}: RankingIndex,
  nameOf: GramCounts['nameOf'],
  [first, second]: readonly [number, number]
): ReadonlyArray<string> {
  const vector = new Float64Array(gramCount)
  spread(whole, first, vector)
  const shared: Array<{readonly gram: number; readonly weight: number}> = []
  for (let at = whole.starts[second] ?? 0; at < (whole.starts[second + 1] ?? 0); at++) {
    const gram = whole.numbers[at] ?? 0
    const weight = (whole.weights[at * whole.width] ?? 0) * (vector[gram] ?? 0)
    if (weight > 0) shared.push({gram, weight})
  }
  return shared
    .sort((a, b) => b.weight - a.weight || a.gram - b.gram)
    .slice(0, shownMax)
    .map(({gram}) => nameOf(gram))
}

const shownMax = 8
