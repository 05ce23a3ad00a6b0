import {once} from 'node:events'
import {Worker} from 'node:worker_threads'
import {expect, onTestFinished, test} from 'vitest'
import {defaultRelated} from '#src/model/related.ts'
import {countGrams} from '#src/related/count-grams.ts'
import {numberWords} from '#src/related/number-words.ts'
import {finish, help, type RankingTask, rankAlone, rankingTask} from '#src/related/rank-together.ts'
import {indexGrams} from '#src/related/ranking-index.ts'
import {bundledProgram} from '../host/bundled-program.ts'
import {randomArticles, worded} from './random-articles.ts'

const texts = numberWords(randomArticles(200).map(worded), defaultRelated.fields)
const index = indexGrams(countGrams(texts), defaultRelated.weights)
const alone = rankAlone(index)

/** A task as another thread gets it: plain data, of which what is in shared memory is the same. */
function handedOver({index, ranking, begun, done}: RankingTask): RankingTask {
  return {
    index: structuredClone(index),
    ranking: {...ranking},
    begun: begun.subarray(),
    done: done.subarray()
  }
}

test('each article has others beside it', () => {
  expect(Math.min(...alone.counts)).toBeGreaterThan(10)
})

test('what another thread ranked is not ranked again, and is the same', () => {
  const task = rankingTask(index)
  help(handedOver(task))
  expect(task.done.every((isDone) => isDone === 1)).toBe(true)
  expect(task.ranking).toEqual(alone)
  expect(finish(task)).toEqual(alone)
})

test('what a thread began and never did is ranked all the same', () => {
  const task = rankingTask(index)
  Atomics.add(task.begun, 0, 3)
  expect(finish(task)).toEqual(alone)
})

test('a thread that comes too late finds nothing to do', () => {
  const task = rankingTask(index)
  finish(task)
  task.ranking.counts.fill(0)
  help(handedOver(task))
  expect(task.ranking.counts.every((count) => count === 0)).toBe(true)
})

test.each([1, 3])('the ranking that comes of %i threads more is the same', async (threadCount) => {
  const file = await bundledProgram(`
    import {parentPort} from 'node:worker_threads'
    import {help} from '#src/related/rank-together.ts'
    parentPort.on('message', help)
    parentPort.postMessage('ready')
  `)
  const threads = Array.from({length: threadCount}, () => new Worker(file))
  onTestFinished(() => Promise.all(threads.map((thread) => thread.terminate())).then(() => undefined))
  await Promise.all(threads.map((thread) => once(thread, 'message')))
  const task = rankingTask(index)
  for (const thread of threads) thread.postMessage(task)
  expect(finish(task)).toEqual(alone)
})
