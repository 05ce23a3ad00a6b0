import {decodeTraces, encodeTraces} from '#src/graph/encode-traces.ts'
import type {Cause, Revision} from '#src/graph/revision.ts'
import type {StagedFile, Thread} from '#src/model/host.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {ThreadThresholds} from '#src/model/thread-thresholds.ts'
import {batchesOf, requestsAtOnce} from '../in-parallel.ts'
import {joined, type RenderReply, type RenderRequest, type RenderTask} from './render-thread.ts'

/** Pages handed over together: a few milliseconds of work, so that no thread waits long for the others at the end. */
const batchSize = 24

/** Threads that may render, and what they need to know. */
export interface RenderThreads {
  /** Beside this one. */
  readonly threads: ReadonlyArray<Thread>
  readonly payFrom: ThreadThresholds
  readonly opening: Omit<Extract<RenderRequest, {kind: 'open'}>, 'settled'>
}

/** Pages to render, and how to do it here. */
export interface AheadRequest {
  readonly tasks: ReadonlyArray<RenderTask>
  readonly threads: RenderThreads
  readonly renderHere: (task: RenderTask) => void
  readonly onStaged: (files: ReadonlyArray<StagedFile>) => void
  readonly onRendered: (count: number) => void
}

/**
 * Render pages in this thread and in others at once, so that the revision knows of all of them. A thread that fails, for whatever reason,
 * leaves what it had to whoever asks the revision next.
 *
 * @returns
 *   The routes that other threads rendered, each with the changes that made it necessary.
 */
export async function renderAhead(
  revision: Revision,
  {tasks, threads: {threads, opening}, renderHere, onStaged, onRendered}: AheadRequest
): Promise<ReadonlyMap<RoutePath, ReadonlyArray<Cause>>> {
  const rendered = new Map<RoutePath, ReadonlyArray<Cause>>()
  const settled = joined(encodeTraces(revision.traces()))
  // From both ends: two threads that make files in one folder wait for each other.
  const waiting = [...batchesOf(tasks, batchSize)]
  await Promise.all([renderBatches(), ...threads.map(renderIn)])
  return rendered

  async function renderBatches(): Promise<void> {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      for (const task of batch) renderHere(task)
      onRendered(batch.length)
      // Threads that have answered get their next batch.
      await new Promise(setImmediate)
    }
  }

  async function renderIn(thread: Thread): Promise<void> {
    const opened = await ask(thread, {...opening, settled})
    if (opened?.kind !== 'opened' || !opened.isSame) return
    await Promise.all(Array.from({length: requestsAtOnce}, () => renderBatchesIn(thread)))
    const last = await ask(thread, {kind: 'settle'})
    if (last?.kind !== 'settled') return
    revision.adopt(decodeTraces(last.settled))
    for (const [route, causes] of last.rendered) rendered.set(route, causes)
  }

  async function renderBatchesIn(thread: Thread): Promise<void> {
    for (let batch = waiting.pop(); batch !== undefined; batch = waiting.pop()) {
      const reply = await ask(thread, {kind: 'render', tasks: batch})
      if (reply?.kind !== 'rendered') return
      onStaged(reply.staged)
      onRendered(batch.length)
    }
  }
}

/** What a thread says; `undefined` when it died or threw, which this thread then meets itself if it is no fault of the thread. */
function ask(thread: Thread, request: RenderRequest): Promise<RenderReply | undefined> {
  return thread.ask(request).then(
    (reply) => reply as RenderReply | undefined,
    () => undefined
  )
}
