import type {Ranked} from './rank-articles.ts'

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

/** What speaks for each match, in the order of the ranks. */
export function findEvidence(
  ranks: ReadonlyArray<ReadonlyArray<Ranked>>,
  article: number,
  positionsMax: number
): ReadonlyArray<Evidence> {
  return (ranks[article] ?? []).slice(0, positionsMax).map(({article: other, score}, index) => ({
    score,
    mutualRank: rankOf(article, ranks[other] ?? []),
    position: index + 1
  }))
}

/** One more than the last, for one that is not among them. */
function rankOf(article: number, ranked: ReadonlyArray<Ranked>): number {
  const index = ranked.findIndex((other) => other.article === article)
  return index === -1 ? ranked.length + 1 : index + 1
}
