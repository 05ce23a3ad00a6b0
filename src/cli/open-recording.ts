import type {Recording, Span} from '#src/model/recorder.ts'

/** A recording of the thread that calls. Its times are milliseconds since 1970, which all threads of a process have in common. */
export function openRecording(thread: string): Recording {
  const spans: Array<Span> = []
  return {
    thread,
    now: processClock,
    record: (span) => spans.push(span),
    take: () => spans.splice(0)
  }
}

/** Not `Date.now`, which has whole milliseconds, and jumps when the system's time is set. */
function processClock(): number {
  return performance.timeOrigin + performance.now()
}
