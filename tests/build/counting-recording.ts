import type {Recording, Span, SpanCategory} from '#src/model/recorder.ts'

/** A recording whose clock counts how often it was looked at; `names` are those of the spans it has, in order of their beginnings. */
export interface CountingRecording extends Recording {
  readonly spans: ReadonlyArray<Span>
  readonly names: (category: SpanCategory) => ReadonlyArray<string>
}

/** A recording without a real clock, so that nothing depends on how fast the machine is. */
export function countingRecording(thread = 'main', clock: () => number = counter()): CountingRecording {
  const spans: Array<Span> = []
  return {
    thread,
    spans,
    now: clock,
    record: (span) => spans.push(span),
    take: () => spans.splice(0),
    names: (category) =>
      spans
        .filter((span) => span.category === category)
        .sort((a, b) => a.start - b.start)
        .map(({name}) => name)
  }
}

/** A clock that goes on by one with every look at it. */
export function counter(): () => number {
  let time = 0
  return () => time++
}

/**
 * Pairs of spans of one thread of which neither lies within nor beside the other.
 *
 * @param tolerance
 *   How far they may cross, in the unit of the spans.
 */
export function crossingSpans(
  spans: ReadonlyArray<Span>,
  tolerance: number
): ReadonlyArray<readonly [Span, Span]> {
  const crossing: Array<readonly [Span, Span]> = []
  const open = new Map<string, Array<Span>>()
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.duration - a.duration)) {
    const around = (open.get(span.thread) ?? []).filter((outer) => endOf(outer) - tolerance > span.start)
    const outer = around.find((one) => endOf(one) + tolerance < endOf(span))
    if (outer !== undefined) crossing.push([outer, span])
    open.set(span.thread, [...around, span])
  }
  return crossing
}

function endOf({start, duration}: Span): number {
  return start + duration
}
