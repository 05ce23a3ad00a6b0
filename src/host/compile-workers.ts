import {Worker} from 'node:worker_threads'
import type {CompileWorkers, SourceTask} from '#src/model/host.ts'

/** What a thread is started with. */
export interface WorkerStart {
  readonly root: string
  readonly theme: string
  /** Absolute folder of the store. */
  readonly storeFolder: string
  readonly environment: string
}

/** One batch on its way to a thread. */
export interface WorkerRequest {
  readonly tasks: ReadonlyArray<SourceTask>
}

type Compiled = Awaited<ReturnType<CompileWorkers['compile']>>

/** What comes back: what each task came to, or the fault that ended the batch. */
export type WorkerReply =
  | {readonly kind: 'compiled'; readonly sources: NonNullable<Compiled>}
  | {readonly kind: 'failed'; readonly message: string; readonly stack: string | undefined}

interface Job {
  readonly request: WorkerRequest
  readonly resolve: (compiled: Compiled) => void
  readonly reject: (error: Error) => void
}

interface Thread {
  readonly worker: Worker
  job: Job | undefined
  /** Whether it has ever answered: one that cannot even start is Galley's fault and not an article's. */
  hasAnswered: boolean
}

/**
 * Threads that compile. One that dies is replaced, and its batch answered with `undefined`.
 *
 * @param file
 *   What a thread runs.
 */
export function startCompileWorkers(file: URL, count: number, start: WorkerStart): CompileWorkers {
  const waiting: Array<Job> = []
  const threads = new Set<Thread>()
  return {
    compile: (tasks) =>
      new Promise((resolve, reject) => {
        waiting.push({request: {tasks}, resolve, reject})
        assign()
      }),
    async close() {
      await Promise.all([...threads].map(({worker}) => worker.terminate()))
    }
  }

  function assign(): void {
    while (waiting.length > 0) {
      const thread =
        [...threads].find(({job}) => job === undefined) ?? (threads.size < count ? open() : undefined)
      if (thread === undefined) return
      thread.job = waiting.shift()
      thread.worker.postMessage(thread.job?.request)
    }
  }

  function open(): Thread {
    const worker = new Worker(file, {
      workerData: start,
      resourceLimits: {maxOldGenerationSizeMb: heapMaxMb},
      // Options that this process was started with may make no sense in a thread, which then refuses to start.
      execArgv: []
    })
    const thread: Thread = {worker, job: undefined, hasAnswered: false}
    threads.add(thread)
    worker.on('message', (reply: WorkerReply) => {
      const {job} = thread
      thread.job = undefined
      thread.hasAnswered = true
      if (reply.kind === 'compiled') job?.resolve(reply.sources)
      else job?.reject(faultOf(reply))
      assign()
    })
    worker.on('error', (error: Error) => {
      if (!thread.hasAnswered && !isOutOfMemory(error)) thread.job?.reject(error)
    })
    worker.on('exit', () => {
      threads.delete(thread)
      thread.job?.resolve(undefined)
      assign()
    })
    return thread
  }
}

/** A thread holds one batch at a time; what it needs beyond this is no article. */
const heapMaxMb = 1024

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function faultOf({message, stack}: Extract<WorkerReply, {kind: 'failed'}>): Error {
  const fault = new Error(message)
  if (stack !== undefined) fault.stack = stack
  return fault
}
