import type {Host, Thread} from '#src/model/host.ts'
import type {Recorder, Recording, Span} from '#src/model/recorder.ts'
import {openThreadWork, type ThreadAnswer, type ThreadRequest} from './thread-work.ts'

/** A request to a thread that is to record what it does for it. */
interface RecordRequest {
  readonly kind: 'record'
  /** What the thread is called in the recording. */
  readonly thread: string
  readonly request: ThreadRequest
}

/** The answer, and what was recorded since the last one. */
interface RecordedAnswer {
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

/** Answers in a thread what `openThreadWork` answers, and records when it is asked to. */
export function openRecordedWork(
  host: Host,
  openRecording: (thread: string) => Recording
): (request: ThreadRequest | RecordRequest) => Promise<ThreadAnswer | RecordedAnswer> {
  let recording: Recording | undefined
  let work: ReturnType<typeof openThreadWork> | undefined
  let last: Promise<unknown> = Promise.resolve()
  return async (request) => {
    if (request.kind !== 'record') {
      work ??= openThreadWork(host)
      return work(request)
    }
    recording ??= openRecording(request.thread)
    work ??= openThreadWork(host, recording)
    const next = work
    // One after the other, since with plugins that wait the articles of two requests would take each other's time.
    const answered = last.then(() => next(request.request))
    last = answered.catch(() => undefined)
    const answer = await answered
    return {answer, spans: recording.take()}
  }
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
