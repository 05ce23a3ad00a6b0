import {decodeTraces, encodeTraces} from '#src/graph/encode-traces.ts'
import type {Cause, Revision} from '#src/graph/revision.ts'
import type {StagedFile, Thread} from '#src/model/host.ts'
import type {RoutePath} from '#src/model/route.ts'
import {joined, type RenderReply, type RenderRequest, type RenderTask} from './render-thread.ts'

/** Below this many pages a thread takes longer to start than it saves. */
const tasksWorthThread = 300

/** Pages handed over together: a few milliseconds of work, so that no thread waits long for the others at the end. */
const batchSize = 24

/** Requests under way with one thread: while it answers one, the next lies ready. */
const requestsAtOnce = 2

/** Threads that may render, and what they need to know. */
export interface RenderThreads {
  /** Beside this thread. */
  readonly count: number
  readonly start: () => Thread
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
  {tasks, threads, renderHere, onStaged, onRendered}: AheadRequest
): Promise<ReadonlyMap<RoutePath, ReadonlyArray<Cause>>> {
  const rendered = new Map<RoutePath, ReadonlyArray<Cause>>()
  const count = Math.min(threads.count, Math.floor(tasks.length / tasksWorthThread))
  if (count === 0) return rendered
  const settled = joined(encodeTraces(revision.traces()))
  const waiting = batchesOf(tasks).values()
  const started = Array.from({length: count}, threads.start)
  try {
    await Promise.all([renderBatches(), ...started.map(renderIn)])
  } finally {
    await Promise.all(started.map(({close}) => close()))
  }
  return rendered

  async function renderBatches(): Promise<void> {
    for (const batch of waiting) {
      for (const task of batch) renderHere(task)
      onRendered(batch.length)
      // Threads that have answered get their next batch.
      await new Promise(setImmediate)
    }
  }

  async function renderIn(thread: Thread): Promise<void> {
    const opened = await ask(thread, {...threads.opening, settled})
    if (opened?.kind !== 'opened' || !opened.isSame) return
    await Promise.all(Array.from({length: requestsAtOnce}, () => renderBatchesIn(thread)))
    const last = await ask(thread, {kind: 'settle'})
    if (last?.kind !== 'settled') return
    revision.adopt(decodeTraces(last.settled))
    for (const [route, causes] of last.rendered) rendered.set(route, causes)
  }

  async function renderBatchesIn(thread: Thread): Promise<void> {
    for (const batch of waiting) {
      const reply = await ask(thread, {kind: 'render', tasks: batch})
      if (reply?.kind !== 'rendered') return
      onStaged(reply.staged)
      onRendered(batch.length)
    }
  }
}

/** What a thread says; `undefined` when it died. */
async function ask(thread: Thread, request: RenderRequest): Promise<RenderReply | undefined> {
  return (await thread.ask(request)) as RenderReply | undefined
}

function batchesOf(tasks: ReadonlyArray<RenderTask>): ReadonlyArray<ReadonlyArray<RenderTask>> {
  return Array.from({length: Math.ceil(tasks.length / batchSize)}, (_, number) =>
    tasks.slice(number * batchSize, (number + 1) * batchSize)
  )
}
