import type {SourceTask, Thread} from '#src/model/host.ts'
import type {CompileReply, CompileRequest} from '../thread-work.ts'

/** Why a thread gave no answer: it died, or it was ended, since one article took longer than it may. */
export type ThreadEnd = 'died' | 'late'

/** What a lane through a thread asks for each time. */
export interface WatchedWork extends Pick<CompileRequest, 'overrides' | 'markdownHash' | 'keepsProse'> {
  /** Seconds that one article may take. */
  readonly secondsMax: number
}

/** A lane through a thread that is ended when an article takes too long. The next request starts it anew. */
export function watchedLane(
  thread: Thread,
  {secondsMax, ...shared}: WatchedWork
): (tasks: ReadonlyArray<SourceTask>) => Promise<CompileReply | ThreadEnd> {
  // No `async` function: as long as that waits it keeps the texts, of which the thread has its own.
  return (tasks) => {
    const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    let isLate = false
    const stop = watchProgress(begun, secondsMax, () => {
      isLate = true
      void thread.close()
    })
    const request: CompileRequest = {kind: 'compile', ...shared, tasks, begun}
    return thread
      .ask(request)
      .then((answer) => (answer as CompileReply | undefined) ?? (isLate ? 'late' : 'died'))
      .finally(stop)
  }
}

/** Looks in the time that an article may take. */
const looks = 4

/**
 * Call `onStall` when the articles that were begun stay the same for so long. Before the first one nothing is counted: the thread has to
 * start, and may have other work. Returns what ends the watch.
 */
function watchProgress(begun: Int32Array, secondsMax: number, onStall: () => void): () => void {
  let [last, unchanged] = [0, 0]
  const timer = setInterval(
    () => {
      const count = Atomics.load(begun, 0)
      unchanged = count === last && count > 0 ? unchanged + 1 : 0
      last = count
      if (unchanged > looks) onStall()
    },
    (secondsMax * 1000) / looks
  )
  return () => clearInterval(timer)
}
