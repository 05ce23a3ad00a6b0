import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Hash} from './hash.ts'
import type {Key} from './query.ts'

/**
 * All that a revision was asked for and what that read, as columns: one key has one hash in a revision, so that a read is
 * the position of its key. 10,000 articles make some 300,000 keys and a million reads.
 */
export interface Traces {
  /** Each after all those that it read; inputs too. */
  readonly keys: ReadonlyArray<Key>
  readonly hashes: ReadonlyArray<Hash>
  /** Reads of key `i` are `reads` from `starts[i]` to before `starts[i + 1]`, in order of first reading. */
  readonly starts: Uint32Array
  readonly reads: Uint32Array
  /** By position; only of those that reported any. */
  readonly diagnostics: ReadonlyMap<number, ReadonlyArray<Diagnostic>>
  /** By position: answers of stored queries, as JSON. */
  readonly values: ReadonlyMap<number, string>
}

/** What one query read and made when it last ran. */
export interface Trace {
  /** In order of first reading. */
  readonly reads: ReadonlyArray<readonly [Key, Hash]>
  readonly hash: Hash
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Traces of nothing: what a clean build begins with. */
export const noTraces: Traces = {
  keys: [],
  hashes: [],
  starts: new Uint32Array(1),
  reads: new Uint32Array(0),
  diagnostics: new Map(),
  values: new Map()
}

/** Positions that the key at `position` read; none for a position that the traces do not have. */
export function readsAt({keys, starts, reads}: Traces, position: number): ReadonlyArray<number> {
  return position < keys.length ? Array.from(reads.subarray(starts[position], starts[position + 1])) : []
}

/** The trace of one key; `undefined` when nothing asked for it. Looks through all keys: not for use within a loop. */
export function traceOf(traces: Traces, key: Key): Trace | undefined {
  const position = traces.keys.indexOf(key)
  if (position < 0) return undefined
  return {
    reads: readsAt(traces, position).map((read) => [traces.keys[read] ?? '', traces.hashes[read] ?? '']),
    hash: traces.hashes[position] ?? '',
    diagnostics: traces.diagnostics.get(position) ?? []
  }
}

/** Diagnostics of all keys, each once. */
export function diagnosticsOf({diagnostics}: Traces): ReadonlyArray<Diagnostic> {
  return [...diagnostics.values()].flat()
}
