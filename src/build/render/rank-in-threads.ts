import {finish, help, type RankingTask, rankingTask} from '#src/related/rank-together.ts'
import type {RelatingWork} from '#src/related/relate-articles.ts'
import type {RenderThreads} from './render-ahead.ts'

/** Articles that a thread may help to rank. */
export interface RankRequest {
  readonly kind: 'rank'
  readonly task: RankingTask
}

/** All else lies in the memory that threads share. */
export interface RankReply {
  readonly kind: 'ranked'
}

/**
 * Ranks articles in this thread while others help. It neither turns to the event loop nor waits: a thread that is busy, or dies, leaves
 * more to this one.
 */
export function rankInThreads({
  threads,
  payFrom
}: Pick<RenderThreads, 'threads' | 'payFrom'>): RelatingWork['rankArticles'] {
  return (index) => {
    const task = rankingTask(index)
    const request: RankRequest = {kind: 'rank', task}
    const helping = index.articleCount < payFrom.ranked ? [] : threads
    // What becomes of them is seen by what they did.
    for (const thread of helping) thread.ask(request).catch(() => undefined)
    return finish(task)
  }
}

/** Answers `rankInThreads` in a thread. */
export function helpRank({task}: RankRequest): RankReply {
  help(task)
  return {kind: 'ranked'}
}
