import {constants, type PerformanceEntry, PerformanceObserver, performance} from 'node:perf_hooks'
import process from 'node:process'
import type {Recorder, Span} from '#src/model/recorder.ts'
import {openRecording} from './open-recording.ts'

/** A recording of this process, from its start on. */
export interface ProcessRecording {
  /** For the main thread. */
  readonly recorder: Recorder
  /** All spans, with those of the start and of garbage collection, and the most memory that the process has had. */
  readonly end: () => {readonly spans: ReadonlyArray<Span>; readonly peakMemoryBytes: number}
}

/** Record this process: stages with the memory in use at their ends, and what no one else sees. */
export function recordProcess(): ProcessRecording {
  const recording = openRecording('main')
  const collections: Array<PerformanceEntry> = []
  const observer = new PerformanceObserver((list) => collections.push(...list.getEntries()))
  observer.observe({entryTypes: ['gc']})
  const start = performance.timeOrigin
  const recorder: Recorder = {
    ...recording,
    record(span) {
      if (span.category !== 'stage') return recording.record(span)
      const memoryBytes = process.memoryUsage.rss()
      recording.record({...span, args: {...span.args, memoryBytes}})
    }
  }
  recorder.record({
    category: 'stage',
    name: 'start',
    start,
    duration: recording.now() - start,
    thread: 'main'
  })
  return {
    recorder,
    end() {
      collections.push(...observer.takeRecords())
      observer.disconnect()
      return {
        spans: [...recording.take(), ...collections.map(toSpan)],
        // In kilobytes on every system, says Node.
        peakMemoryBytes: process.resourceUsage().maxRSS * 1024
      }
    }
  }
}

function toSpan(entry: PerformanceEntry): Span {
  return {
    category: 'garbage',
    name: collectionName(entry),
    start: performance.timeOrigin + entry.startTime,
    duration: entry.duration,
    // Its times are rounded otherwise than ours, so that on the row of the main thread it might cross the end of a span.
    thread: 'garbage collection in main'
  }
}

function collectionName(entry: PerformanceEntry): string {
  const detail: unknown = 'detail' in entry ? entry.detail : undefined
  const kind = typeof detail === 'object' && detail !== null && 'kind' in detail ? detail.kind : undefined
  if (kind === constants.NODE_PERFORMANCE_GC_MINOR) return 'minor'
  return kind === constants.NODE_PERFORMANCE_GC_MAJOR ? 'major' : 'incremental'
}
