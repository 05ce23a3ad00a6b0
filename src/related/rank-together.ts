import {articleRanker} from './rank-articles.ts'
import {emptyRanking, type Ranking, setRanked} from './ranking.ts'
import type {RankingIndex} from './ranking-index.ts'
import {sharedInts} from './shared-arrays.ts'

/** Articles to be ranked by whoever has time: plain data, in shared memory. */
export interface RankingTask {
  readonly index: RankingIndex
  readonly ranking: Ranking
  /** One number: the batches that somebody began. */
  readonly begun: Int32Array
  /** Of each batch, whether it is ranked. */
  readonly done: Int32Array
}

/** Articles ranked at once, which takes some ten milliseconds: as much as may be done twice. */
const batchSize = 32

/** A task of which nothing is begun. */
export function rankingTask(index: RankingIndex): RankingTask {
  return {
    index,
    ranking: emptyRanking(index.articleCount),
    begun: sharedInts(1),
    done: sharedInts(Math.ceil(index.articleCount / batchSize))
  }
}

/** Rank what nobody has begun, batch by batch, until there is nothing left. In any thread. */
export function help(task: RankingTask): void {
  const rankBatch = batchRanker(task)
  for (let batch = nextOf(task); batch < task.done.length; batch = nextOf(task)) rankBatch(batch)
}

/**
 * Rank what is left to rank, in the thread that wants the answer. Others may help, and may be gone at any time: what they have begun and not
 * done is ranked once more instead of waited for, since whoever ranks an article writes the same numbers.
 */
export function finish(task: RankingTask): Ranking {
  help(task)
  const rankBatch = batchRanker(task)
  for (let batch = 0; batch < task.done.length; batch++) {
    if (Atomics.load(task.done, batch) === 0) rankBatch(batch)
  }
  return task.ranking
}

/** Rank all articles in this thread. */
export function rankAlone(index: RankingIndex): Ranking {
  return finish(rankingTask(index))
}

function nextOf({begun}: RankingTask): number {
  return Atomics.add(begun, 0, 1)
}

function batchRanker({index, ranking, done}: RankingTask): (batch: number) => void {
  const rank = articleRanker(index)
  return (batch) => {
    const end = Math.min(index.articleCount, (batch + 1) * batchSize)
    for (let article = batch * batchSize; article < end; article++) setRanked(ranking, article, rank(article))
    Atomics.store(done, batch, 1)
  }
}
