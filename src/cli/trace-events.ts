import type {Span} from '#src/model/recorder.ts'

/**
 * Spans as a file in Chrome's trace event format, one event a line, which chrome://tracing and ui.perfetto.dev open.
 *
 * Each thread is a row, the main one first; memory at the end of each stage is drawn as a counter.
 *
 * @see https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
 */
export function traceEvents(spans: ReadonlyArray<Span>): string {
  // Longer ones first, so that of two that begin together the outer one comes first.
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.duration - a.duration)
  const beginning = ordered[0]?.start ?? 0
  const threads = new Map<string, number>()
  const events = ordered.flatMap((span) => [toEvent(span), ...memoryEvents(span)])
  const names = [...threads].flatMap(([name, tid]) => [
    metadata('thread_name', tid, {name}),
    metadata('thread_sort_index', tid, {sort_index: tid})
  ])
  const lines = [metadata('process_name', 0, {name: 'galley build'}), ...names, ...events]
  const text = lines.map((event) => JSON.stringify(event)).join(',\n')
  return `{"displayTimeUnit":"ms","traceEvents":[\n${text}\n]}\n`

  function toEvent({category, name, start, duration, thread, args = {}}: Span): object {
    const common = {name, cat: category, ph: 'X', pid: 1, tid: rowOf(thread)}
    const {memoryBytes: _, ...others} = args
    return {...common, ts: microseconds(start - beginning), dur: microseconds(duration), args: others}
  }

  function memoryEvents({start, duration, args}: Span): ReadonlyArray<object> {
    const memory = args?.['memoryBytes']
    if (memory === undefined) return []
    const ts = microseconds(start - beginning + duration)
    return [{name: 'memory', ph: 'C', pid: 1, tid: 0, ts, args: {bytes: memory}}]
  }

  function rowOf(thread: string): number {
    const row = threads.get(thread) ?? threads.size + 1
    threads.set(thread, row)
    return row
  }
}

function metadata(name: string, tid: number, args: object): object {
  return {name, ph: 'M', pid: 1, tid, args}
}

/** To the nanosecond, which is as far as the clock goes. */
function microseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1e6) / 1e3
}
