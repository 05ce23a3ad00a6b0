import {type Ranked, type Ranking, rankOf} from './ranking.ts'

/**
 * What speaks for a match. The cosine alone is a poor witness: pages made from one mould are all alike. How far it stands out from the
 * rest of the site, and from the tenth match, was tried too and tells nothing that holds on another site.
 */
export interface Evidence {
  /** Of the ranking. */
  readonly score: number
  /** Place of the article among those that are most like its match, 1-based. */
  readonly mutualRank: number
  /** Place of the match among those that are most like its article, 1-based. */
  readonly position: number
}

/** Where a match stands. */
export interface Standing {
  readonly ranking: Ranking
  /** Number of the article that it is a match of. */
  readonly article: number
  readonly position: number
}

/** What speaks for a match. */
export function findEvidence(
  {article: other, score}: Ranked,
  {ranking, article, position}: Standing
): Evidence {
  return {score, mutualRank: rankOf(ranking, other, article), position}
}
