import type {Host, Thread} from '#src/model/host.ts'
import {once} from './once.ts'

/** `host`; when the first of its threads is asked, this one loads what renders pages instead of waiting for the answer. */
export function loadingAhead({openThread, ...host}: Host): Host {
  if (openThread === undefined) return host
  // Whoever renders loads it too, and is told what is wrong.
  const loadRenderer = once(() => import('./answer-site.ts').catch(() => undefined))
  return {...host, openThread: () => loadingBeside(openThread(), loadRenderer)}
}

function loadingBeside(thread: Thread, load: () => Promise<unknown>): Thread {
  return {
    ...thread,
    ask(request) {
      const asked = thread.ask(request)
      void load()
      return asked
    }
  }
}
