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

/** Where a match stands. */
export interface Standing {
  readonly ranks: ReadonlyArray<ReadonlyArray<Ranked>>
  /** Number of the article that it is a match of. */
  readonly article: number
  readonly position: number
}

/** What speaks for a match. */
export function findEvidence(
  {article: other, score}: Ranked,
  {ranks, article, position}: Standing
): Evidence {
  return {score, mutualRank: rankOf(article, ranks[other] ?? []), position}
}

/** One more than the last, for one that is not among them. */
function rankOf(article: number, ranked: ReadonlyArray<Ranked>): number {
  const index = ranked.findIndex((other) => other.article === article)
  return index === -1 ? ranked.length + 1 : index + 1
}
