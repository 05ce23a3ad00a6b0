import type {Host} from '#src/model/host.ts'
import type {Recording} from '#src/model/recorder.ts'
import type {RecordedAnswer, RecordRequest} from './record-thread.ts'
import {openThreadWork, type ThreadAnswer, type ThreadRequest} from './thread-work.ts'

/** Answers in a thread what `openThreadWork` answers, and records when it is asked to. */
export function openRecordedWork(
  host: Host,
  openRecording: (thread: string) => Recording
): (request: ThreadRequest | RecordRequest) => Promise<ThreadAnswer | RecordedAnswer> {
  let recording: Recording | undefined
  let work: ReturnType<typeof openThreadWork> | undefined
  return async (request) => {
    if (request.kind !== 'record') {
      work ??= openThreadWork(host)
      return work(request)
    }
    recording ??= openRecording(request.thread)
    work ??= openThreadWork(host, recording)
    const answer = await work(request.request)
    return {answer, spans: recording.take()}
  }
}
