import {Buffer} from 'node:buffer'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Hash} from './hash.ts'
import type {Key} from './query.ts'

/**
 * All that a revision was asked for and what that read, as columns: one key has one hash in a revision, so that a read is
 * the position of its key. 10,000 articles make some 200,000 keys and a million reads.
 */
export interface Traces {
  /** Names of queries, each once. */
  readonly queries: ReadonlyArray<string>
  /** Arguments as JSON, each once: one article is the argument of a dozen queries. */
  readonly arguments: ReadonlyArray<string>
  /** Query and argument of each key, by their positions above. A key stands after all those that it read; inputs too. */
  readonly queryIds: Uint32Array
  readonly argumentIds: Uint32Array
  readonly hashes: ReadonlyArray<Hash>
  /** Reads of key `i` are `reads` from `starts[i]` to before `starts[i + 1]`, in order of first reading. */
  readonly starts: Uint32Array
  readonly reads: Uint32Array
  /** By position; only of those that reported any. */
  readonly diagnostics: ReadonlyMap<number, ReadonlyArray<Diagnostic>>
  /** Answers of stored queries as JSON in UTF-8: of key `i` from `valueStarts[i]` to before `valueStarts[i + 1]`; empty for none. */
  readonly valueStarts: Uint32Array
  readonly values: Uint8Array
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
  queries: [],
  arguments: [],
  queryIds: new Uint32Array(0),
  argumentIds: new Uint32Array(0),
  hashes: [],
  starts: new Uint32Array(1),
  reads: new Uint32Array(0),
  diagnostics: new Map(),
  valueStarts: new Uint32Array(1),
  values: new Uint8Array(0)
}

/** The key at a position. */
export function keyAt({queries, queryIds, arguments: all, argumentIds}: Traces, position: number): Key {
  return `${queries[queryIds[position] ?? 0]} ${all[argumentIds[position] ?? 0]}`
}

/** Position of a key; -1 when nothing asked for it. Looks through all keys: not for use within a loop. */
export function positionIn(traces: Traces, key: Key): number {
  const split = key.indexOf(' ')
  const query = traces.queries.indexOf(key.slice(0, split))
  const argument = traces.arguments.indexOf(key.slice(split + 1))
  return traces.queryIds.findIndex((id, at) => id === query && traces.argumentIds[at] === argument)
}

/** Positions that the key at `position` read; none for a position that the traces do not have. */
export function readsAt({hashes, starts, reads}: Traces, position: number): ReadonlyArray<number> {
  return position < hashes.length ? Array.from(reads.subarray(starts[position], starts[position + 1])) : []
}

/** The stored answer of the key at `position` as JSON in UTF-8; empty when there is none. */
export function valueBytesAt({values, valueStarts}: Traces, position: number): Uint8Array {
  return values.subarray(valueStarts[position] ?? 0, valueStarts[position + 1] ?? 0)
}

/** The stored answer of the key at `position` as JSON; `undefined` when there is none. */
export function valueAt(traces: Traces, position: number): string | undefined {
  const {buffer, byteOffset, byteLength} = valueBytesAt(traces, position)
  return byteLength === 0 ? undefined : Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
}

/** The trace of one key; `undefined` when nothing asked for it. Looks through all keys: not for use within a loop. */
export function traceOf(traces: Traces, key: Key): Trace | undefined {
  const position = positionIn(traces, key)
  if (position < 0) return undefined
  return {
    reads: readsAt(traces, position).map((read) => [keyAt(traces, read), traces.hashes[read] ?? '']),
    hash: traces.hashes[position] ?? '',
    diagnostics: traces.diagnostics.get(position) ?? []
  }
}

/** Diagnostics of all keys, each once. */
export function diagnosticsOf({diagnostics}: Traces): ReadonlyArray<Diagnostic> {
  return [...diagnostics.values()].flat()
}
