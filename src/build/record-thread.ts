import type {Thread} from '#src/model/host.ts'
import type {Recorder, Span} from '#src/model/recorder.ts'
import type {ThreadAnswer, ThreadRequest} from './thread-work.ts'

/** A request to a thread that is to record what it does for it. */
export interface RecordRequest {
  readonly kind: 'record'
  /** What the thread is called in the recording. */
  readonly thread: string
  readonly request: ThreadRequest
}

/** The answer, and what was recorded since the last one. */
export interface RecordedAnswer {
  readonly answer: ThreadAnswer
  readonly spans: ReadonlyArray<Span>
}

/** `threads`, which tell `recorder` what they do, each under a name of its own; just `threads` where there is no recorder. */
export function recordThreads(
  threads: ReadonlyArray<Thread>,
  recorder: Recorder | undefined
): ReadonlyArray<Thread> {
  if (recorder === undefined) return threads
  return threads.map((thread, index) => recordThread(thread, `thread ${index + 1}`, recorder))
}

/** `thread`, which tells `recorder` what it does, under a name. */
export function recordThread(thread: Thread, name: string, recorder: Recorder): Thread {
  return {
    ...thread,
    async ask(given) {
      const request: RecordRequest = {kind: 'record', thread: name, request: given as ThreadRequest}
      const reply = (await thread.ask(request)) as RecordedAnswer | undefined
      for (const span of reply?.spans ?? []) recorder.record(span)
      return reply?.answer
    }
  }
}
