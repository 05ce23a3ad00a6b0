import {Buffer} from 'node:buffer'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {type Hash, hashJson, jsonOfHash} from './hash.ts'
import type {KeyTable} from './key-table.ts'
import {type Key, keyOf, type Query} from './query.ts'
import {hasTextAt, noTexts, type TextColumn, textAt} from './text-column.ts'

/**
 * All that a revision was asked for and what that read, as columns: one key has one hash in a revision, so that a read is
 * the position of its key. 10,000 articles make some 200,000 keys and a million reads.
 */
export interface Traces {
  /** Shared by revisions in which the same was asked and read. */
  readonly keys: TracedKeys
  /** Of each key. */
  readonly hashes: TextColumn
  /** By position; only of those that reported any. */
  readonly diagnostics: ReadonlyMap<number, ReadonlyArray<Diagnostic>>
  readonly answers: StoredAnswers
  /** A table of these keys and no others, where a revision of this process had one: to make it takes longer than most edits. */
  readonly table?: KeyTable
}

/** What was asked, and what each of that read. A key stands after all those that it read; inputs too. */
export interface TracedKeys {
  /** Names of queries, each once. */
  readonly queries: ReadonlyArray<string>
  /** Arguments, each once: one article is the argument of a dozen queries. */
  readonly arguments: ReadonlyArray<unknown>
  /** Query and argument of each key, by their positions above. */
  readonly queryIds: Uint32Array
  readonly argumentIds: Uint32Array
  /** Reads of key `i` are `reads` from `starts[i]` to before `starts[i + 1]`, in order of first reading. */
  readonly starts: Uint32Array
  readonly reads: Uint32Array
}

/**
 * Answers of stored queries. Most are never looked at, so that they lie where they can be read one by one; that is trusted with nothing,
 * as the hash of a key tells whether an answer is its own.
 */
export interface StoredAnswers {
  /** Of key `i` `lengths[i]` bytes from `starts[i]` are JSON in UTF-8; none where that is 0, as where the hash is the JSON. */
  readonly starts: Uint32Array
  readonly lengths: Uint32Array
  /** `undefined` for what is lost. */
  readonly read: (start: number, length: number) => Uint8Array | undefined
  /** As JSON, by position: what takes the place of the above, and has no place there yet. */
  readonly added: ReadonlyMap<number, string>
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
  keys: {
    queries: [],
    arguments: [],
    queryIds: new Uint32Array(0),
    argumentIds: new Uint32Array(0),
    starts: new Uint32Array(1),
    reads: new Uint32Array(0)
  },
  hashes: noTexts,
  diagnostics: new Map(),
  answers: {
    starts: new Uint32Array(0),
    lengths: new Uint32Array(0),
    read: () => undefined,
    added: new Map()
  }
}

/** How many keys there are; their positions are the numbers below. */
export function keyCount({queryIds}: TracedKeys): number {
  return queryIds.length
}

/** The key at a position. */
export function keyAt({keys}: Traces, position: number): Key {
  const {queries, queryIds, arguments: all, argumentIds} = keys
  return keyOf({name: queries[queryIds[position] ?? 0] ?? ''}, all[argumentIds[position] ?? 0])
}

/** Position of a key; -1 when nothing asked for it. Looks through all keys: not for use within a loop. */
export function positionIn({keys}: Traces, key: Key): number {
  const split = key.indexOf(' ')
  const query = keys.queries.indexOf(key.slice(0, split))
  const json = key.slice(split + 1)
  const argument = keys.arguments.findIndex((value) => JSON.stringify(value) === json)
  return keys.queryIds.findIndex((id, at) => id === query && keys.argumentIds[at] === argument)
}

/** Positions that the key at `position` read; none for a position that the traces do not have. */
export function readsAt({starts, reads}: TracedKeys, position: number): Uint32Array {
  return reads.subarray(starts[position] ?? 0, starts[position + 1] ?? 0)
}

/** In the place of the hash of a key whose answer is not known any more. */
export const unknownHash: Hash = ''

/** Hash of the key at `position`; `undefined` where it is not known, and for a position that the traces do not have. */
export function hashAt({hashes}: Traces, position: number): Hash | undefined {
  return textAt(hashes, position) || undefined
}

/** Whether the key at `position` has a hash. */
export function hasHash({hashes}: Traces, position: number, hash: Hash): boolean {
  return hasTextAt(hashes, position, hash)
}

/** The answer of the key at `position` as JSON; `undefined` when it is not stored, or when it is lost or damaged. */
export function valueAt(traces: Traces, position: number): string | undefined {
  const hash = hashAt(traces, position) ?? ''
  const value = jsonOfHash(hash) ?? storedAt(traces, position)
  if (value === undefined || typeof value === 'string') return value
  const json = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8')
  return hashJson(json) === hash ? json : undefined
}

/** What is stored beside the hash of the key at `position`, which may be damaged. */
export function storedAt({answers}: Traces, position: number): string | Uint8Array | undefined {
  const {added, starts, lengths, read} = answers
  const length = lengths[position] ?? 0
  return added.get(position) ?? (length === 0 ? undefined : read(starts[position] ?? 0, length))
}

/** The trace of one key; `undefined` when nothing asked for it. Looks through all keys: not for use within a loop. */
export function traceOf(traces: Traces, key: Key): Trace | undefined {
  const position = positionIn(traces, key)
  if (position < 0) return undefined
  return {
    reads: Array.from(readsAt(traces.keys, position), (read) => [
      keyAt(traces, read),
      hashAt(traces, read) ?? ''
    ]),
    hash: hashAt(traces, position) ?? '',
    diagnostics: traces.diagnostics.get(position) ?? []
  }
}

/** What a query was asked with, each once. */
export function argumentsOf<Argument>(
  {keys}: Traces,
  {name}: Query<Argument, unknown>
): ReadonlyArray<Argument> {
  const query = keys.queries.indexOf(name)
  const asked: Array<Argument> = []
  keys.queryIds.forEach((id, position) => {
    if (id === query) asked.push(keys.arguments[keys.argumentIds[position] ?? 0] as Argument)
  })
  return asked
}

/** Diagnostics of all keys, each once. */
export function diagnosticsOf({diagnostics}: Traces): ReadonlyArray<Diagnostic> {
  return [...diagnostics.values()].flat()
}
