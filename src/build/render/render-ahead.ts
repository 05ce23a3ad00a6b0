import type {Cause} from '#src/graph/cause.ts'
import {decodeTraces, encodeTraces} from '#src/graph/encode-traces.ts'
import type {Revision} from '#src/graph/revision.ts'
import type {StagedFile, Thread} from '#src/model/host.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {ThreadThresholds} from '#src/model/thread-thresholds.ts'
import {batchesOf, requestsAtOnce} from '../in-parallel.ts'
import type {RenderReply, RenderRequest, RenderTask} from './render-thread.ts'

/** Pages handed over together: a few milliseconds of work, so that no thread waits long for the others at the end. */
const batchSize = 24

/** A thread tells what ran in it about every so many batches, so that nobody waits in the end for all of it to be told. */
const batchesPerTelling = 16

/** Threads that may render, and what they need to know. */
export interface RenderThreads {
  /** Beside this one. */
  readonly threads: ReadonlyArray<Thread>
  readonly payFrom: ThreadThresholds
  /** Asked for once all is compiled. */
  readonly opening: () => Omit<Extract<RenderRequest, {kind: 'open'}>, 'settled' | 'tasks'>
}

/** Pages to render, and how to do it here. */
export interface AheadRequest {
  /** Those that do not wait for `settleShared`. */
  readonly early: ReadonlyArray<RenderTask>
  readonly late: ReadonlyArray<RenderTask>
  /** Settles what all of the others ask for, which takes long, and which no two threads are to do. */
  readonly settleShared: () => void
  readonly threads: RenderThreads
  readonly renderHere: (task: RenderTask) => void
  readonly onStaged: (files: ReadonlyArray<StagedFile>) => void
  readonly onRendered: (count: number) => void
}

/**
 * Render pages in this thread and in others at once, so that the revision knows of all of them. While this one settles what they share, the
 * others are opened and begin. A thread that fails, for whatever reason, leaves what it had to whoever asks the revision next.
 *
 * @returns
 *   The routes that other threads rendered, each with the changes that made it necessary.
 */
export async function renderAhead(
  revision: Revision,
  {early, late, settleShared, threads: {threads, opening}, renderHere, onStaged, onRendered}: AheadRequest
): Promise<ReadonlyMap<RoutePath, ReadonlyArray<Cause>>> {
  const rendered = new Map<RoutePath, ReadonlyArray<Cause>>()
  // Not more than its share for each thread: nobody takes over what it was handed at once.
  const share = Math.floor((early.length + late.length) / (threads.length + 1))
  const isGiven = (index: number): boolean => index < share * threads.length
  const opened = openThreads(early.filter((_, index) => isGiven(index)))
  settleShared()
  const shared = encodeTraces(revision.ranSince())
  // From both ends: two threads that make files in one folder wait for each other.
  const waiting = [...batchesOf([...early.filter((_, index) => !isGiven(index)), ...late], batchSize)]
  const elsewhere = opened.map(renderIn)
  try {
    await renderBatches()
  } finally {
    // Whoever builds again after a failure here asks the same threads, and they are not to go on with this.
    waiting.length = 0
    await Promise.all(elsewhere)
  }
  return rendered

  /** Each with every so manyth of the tasks. */
  function openThreads(tasks: ReadonlyArray<RenderTask>): ReadonlyArray<OpenedThread> {
    const settled = encodeTraces(revision.ranSince())
    return threads.map((thread, number) => {
      const own = tasks.filter((_, index) => index % threads.length === number)
      return {thread, tasks: own, reply: ask(thread, {...opening(), settled, tasks: own})}
    })
  }

  async function renderBatches(): Promise<void> {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      for (const task of batch) renderHere(task)
      onRendered(batch.length)
      // Threads that have answered get their next batch.
      await new Promise(setImmediate)
    }
  }

  async function renderIn({thread, tasks, reply}: OpenedThread): Promise<void> {
    const opened = await reply
    if (opened?.kind !== 'opened') return
    onStaged(opened.staged)
    onRendered(tasks.length)
    await ask(thread, {kind: 'adopt', settled: shared})
    await Promise.all(Array.from({length: requestsAtOnce}, () => renderBatchesIn(thread)))
    await tellRest(thread)
    // Nobody asks it any more, and what it holds is a third of all that a build does.
    void thread.close()
  }

  async function renderBatchesIn(thread: Thread): Promise<void> {
    for (let batch = waiting.pop(); batch !== undefined; batch = waiting.pop()) {
      if (!(await renderBatchIn(thread, batch, waiting.length % batchesPerTelling === 0))) return
    }
  }

  /** Have a thread tell what ran in it since it told of that last. */
  async function tellRest(thread: Thread): Promise<void> {
    await renderBatchIn(thread, [], true)
  }

  /** Resolves to whether the thread did it. */
  async function renderBatchIn(
    thread: Thread,
    tasks: ReadonlyArray<RenderTask>,
    tells: boolean
  ): Promise<boolean> {
    const reply = await ask(thread, {kind: 'render', tasks, tells})
    if (reply?.kind !== 'rendered') return false
    onStaged(reply.staged)
    onRendered(tasks.length)
    if (reply.told === undefined) return true
    revision.adopt(decodeTraces(reply.told.settled))
    for (const [route, causes] of reply.told.rendered) rendered.set(route, causes)
    return true
  }
}

/** A thread that is on its way. */
interface OpenedThread {
  readonly thread: Thread
  readonly tasks: ReadonlyArray<RenderTask>
  readonly reply: Promise<RenderReply | undefined>
}

/** What a thread says; `undefined` when it died or threw, which this thread then meets itself if it is no fault of the thread. */
function ask(thread: Thread, request: RenderRequest): Promise<RenderReply | undefined> {
  return thread.ask(request).then(
    (reply) => reply as RenderReply | undefined,
    () => undefined
  )
}
