import {setFlagsFromString} from 'node:v8'
import {Worker} from 'node:worker_threads'
import type {Thread} from '#src/model/host.ts'
import type {NodeHostOptions} from './node-host.ts'

/** What a thread is started with. */
export interface ThreadStart extends Omit<NodeHostOptions, 'workerFolder'> {
  /** Absolute folder of the store. */
  readonly storeFolder: string
}

/** A request on its way to a thread. */
export interface ThreadMessage {
  readonly id: number
  readonly request: unknown
}

/** What comes back: an answer, or the fault that prevented it. */
export type ThreadReply =
  | {readonly id: number; readonly answer: unknown; readonly fault?: never}
  | {readonly id: number; readonly fault: {readonly message: string; readonly stack: string | undefined}}

interface Waiting {
  readonly id: number
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * A thread that runs a module. One that dies is started anew by the next request; one that nobody waits for keeps no process from ending.
 *
 * @param file
 *   The module: it answers each `ThreadMessage` with a `ThreadReply`.
 * @param start
 *   Given as `workerData`.
 */
export function openThread(file: URL, start: () => ThreadStart): Thread {
  /** A few, in an array: the tables of a `Map` that is filled and emptied all the time keep what was in it (`graph/lately.ts`). */
  const waiting: Array<Waiting> = []
  let current: Worker | undefined
  let lastId = 0
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        current ??= open()
        current.ref()
        const id = ++lastId
        waiting.push({id, resolve, reject})
        current.postMessage({id, request} satisfies ThreadMessage)
      }),
    async close() {
      await current?.terminate()
    }
  }

  function open(): Worker {
    setFlagsFromString(`--initial-old-space-size=${oldMinMb}`)
    // From the start, since it may not be able to grow later (`tune-engine.ts`). Young memory is three times that: two halves, and one more for what is large.
    setFlagsFromString(`--min-semi-space-size=${youngMaxMb / 3}`)
    const worker = new Worker(file, {
      workerData: start(),
      resourceLimits: {maxOldGenerationSizeMb: heapMaxMb, maxYoungGenerationSizeMb: youngMaxMb},
      // Options that this process was started with may make no sense in a thread, which then refuses to start.
      execArgv: []
    })
    /** One that cannot even start is Galley's fault and not an article's. */
    let hasAnswered = false
    worker.on('message', (reply: ThreadReply) => {
      hasAnswered = true
      const asked = take(reply.id)
      if (reply.fault === undefined) asked?.resolve(reply.answer)
      else asked?.reject(faultOf(reply.fault))
    })
    worker.on('error', (error: Error) => {
      if (hasAnswered || isOutOfMemory(error)) return
      for (const {reject} of takeAll()) reject(error)
    })
    worker.on('exit', () => {
      current = undefined
      for (const {resolve} of takeAll()) resolve(undefined)
    })
    return worker
  }

  function take(id: number): Waiting | undefined {
    const place = waiting.findIndex((asked) => asked.id === id)
    const [asked] = place < 0 ? [] : waiting.splice(place, 1)
    if (waiting.length === 0) current?.unref()
    return asked
  }

  function takeAll(): ReadonlyArray<Waiting> {
    current?.unref()
    return waiting.splice(0)
  }
}

/** What a thread needs beyond this is no article, and no list of them. */
const heapMaxMb = 2048

/**
 * Old objects of a thread before V8 looks through all of them for the first time. By itself it would do so when a thread has hardly loaded its code, and take up to
 * a twentieth of a small site's build for it.
 */
const oldMinMb = 96

/** Of what was made last. Newer versions of Node would take five times as much for each thread, and gain 2 % of the time by it. */
const youngMaxMb = 24

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function faultOf({message, stack}: {readonly message: string; readonly stack: string | undefined}): Error {
  const fault = new Error(message)
  if (stack !== undefined) fault.stack = stack
  return fault
}
