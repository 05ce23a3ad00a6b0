import {Worker} from 'node:worker_threads'
import type {Thread} from '#src/model/host.ts'

/** What a rendering thread is started with. */
export interface RendererStart {
  readonly root: string
  readonly theme: string
  readonly output: string
  readonly version: string
  /** See `NodeHostOptions`. */
  readonly builtTheme?: string
  /** Absolute folder of the store. */
  readonly storeFolder: string
}

/** Start a thread that renders. */
export function startRenderer(file: URL, start: RendererStart): Thread {
  const worker = new Worker(file, {
    workerData: start,
    // Options that this process was started with may make no sense in a thread, which then refuses to start.
    execArgv: []
  })
  const waiting: Array<(answer: unknown) => void> = []
  let isGone = false
  worker.on('message', (answer: unknown) => waiting.shift()?.(answer))
  // Without a listener a fault in the thread would be one of this thread.
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    isGone = true
    for (const resolve of waiting.splice(0)) resolve(undefined)
  })
  return {
    ask: (request) =>
      new Promise((resolve) => {
        if (isGone) return resolve(undefined)
        waiting.push(resolve)
        worker.postMessage(request)
      }),
    async close() {
      await worker.terminate()
    }
  }
}
