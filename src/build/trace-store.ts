import {decodeTraces, encodeTraces} from '#src/graph/encode-traces.ts'
import {noTraces, type Traces} from '#src/graph/traces.ts'
import type {SealedStore} from './sealed-store.ts'

const traceFile = 'traces'

/** Traces of the last build; none when they are not known. */
export function readTraces(store: SealedStore): Traces {
  const bytes = store.read(traceFile)
  return bytes === undefined ? noTraces : decodeTraces(bytes)
}

export function writeTraces(store: SealedStore, traces: Traces): void {
  store.write(traceFile, ...encodeTraces(traces))
}
