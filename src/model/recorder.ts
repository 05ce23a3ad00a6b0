/** What a span is about: the categories of a recording, from the whole to its parts. */
export type SpanCategory = 'stage' | 'thread' | 'article' | 'plugin' | 'page' | 'garbage'

/** Something that took time, as plain data: threads send theirs to each other. */
export interface Span {
  readonly category: SpanCategory
  /** Of a stage or plugin; an article's path, a page's address. */
  readonly name: string
  /** Milliseconds by the clock of `Recorder.now`. */
  readonly start: number
  /** In milliseconds. */
  readonly duration: number
  /** The row that it belongs to: spans of one thread lie within or beside each other. */
  readonly thread: string
  /** What else there is to know of it: counts, the template of a page. */
  readonly args?: {readonly [name: string]: string | number}
}

/** Receives what took how long. Where there is none, nothing is measured. */
export interface Recorder {
  /** Name of the thread that it is used in. */
  readonly thread: string
  /** Milliseconds from a beginning that all threads have in common. */
  readonly now: () => number
  readonly record: (span: Span) => void
}

/** A recorder that keeps what it receives. */
export interface Recording extends Recorder {
  /** Spans recorded since the last call, in order of their ends. */
  readonly take: () => ReadonlyArray<Span>
}

/**
 * Begin a span in this thread; where there is no recorder, nothing is measured.
 *
 * @returns
 *   To be called at its end.
 */
export function startSpan(recorder: Recorder | undefined): EndSpan {
  if (recorder === undefined) return () => undefined
  const start = recorder.now()
  return (span) =>
    recorder.record({...span, start, duration: recorder.now() - start, thread: recorder.thread})
}

/** Ends a span, and says what it was. */
export type EndSpan = (span: Pick<Span, 'category' | 'name' | 'args'>) => void
