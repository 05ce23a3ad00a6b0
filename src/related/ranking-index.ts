import type {RelatedWeights} from '#src/model/related.ts'
import type {GramCounts} from './count-grams.ts'
import {invert, type Postings} from './postings.ts'
import {type GramWeights, weighGrams} from './weigh-grams.ts'

/** All that articles are ranked by: plain data, and what is large of it in shared memory, so that threads can be told of it at no cost. */
export interface RankingIndex extends GramWeights {
  readonly articleCount: number
  readonly gramCount: number
  /** Of `whole`. */
  readonly byText: Postings
  /** Of `heads`. */
  readonly byHead: Postings
  readonly factors: RelatedWeights
}

/** Make of counts what articles are ranked by. */
export function indexGrams(counts: GramCounts, factors: RelatedWeights): RankingIndex {
  const weights = weighGrams(counts)
  const gramCount = counts.frequencies.length
  return {
    ...weights,
    articleCount: weights.whole.starts.length - 1,
    gramCount,
    byText: invert(weights.whole, gramCount),
    byHead: invert(weights.heads, gramCount),
    factors
  }
}
