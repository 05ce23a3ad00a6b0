import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {collectTraces} from './collect-traces.ts'
import {CycleError, UntrackedReadError} from './errors.ts'
import {findReached} from './find-reached.ts'
import {freeze} from './freeze.ts'
import {absent, type Hash, hashJson} from './hash.ts'
import {type Input, type Key, keyOf, parseKey, type Query, type QueryContext, queryNameOf} from './query.ts'
import type {Traces} from './traces.ts'

/** One consistent state of the inputs, and every value that follows from it. */
export interface Revision {
  /** Value of a query, computed when it is not known yet. */
  readonly get: <Argument, Value>(query: Query<Argument, Value>, argument: Argument) => Value
  /** Hash of a query's value; runs it only when its trace does not verify. */
  readonly hash: <Argument, Value>(query: Query<Argument, Value>, argument: Argument) => Hash
  /** Traces of all that was asked for, with all that this read: what the next revision verifies instead of running. */
  readonly traces: () => Traces
  /** Keys whose queries ran in this revision, in order of completion. */
  readonly ran: () => ReadonlyArray<Key>
  /** Why a key ran, from its first read that had changed down to an input; empty for one that had no trace. */
  readonly causes: (key: Key) => ReadonlyArray<Cause>
}

/** A changed answer that made another query run. */
export interface Cause {
  readonly key: Key
  /** Answers before and after as JSON, where both are held. */
  readonly before?: string
  readonly after?: string
}

/**
 * Open a revision on new inputs.
 *
 * A value is settled by verifying its trace (Mokhov, Mitchell, Peyton Jones: “Build Systems à la Carte”): when all that
 * it read last time still has the same hash, its own hash stands and it need not run. An equal answer of a query that did run
 * cuts off what depends on it. What no changed input reaches stands without a look at its reads.
 *
 * @param queries
 *   All queries that a trace may name.
 * @param inputs
 *   Values set from outside, by key; a missing one has the hash `absent`.
 * @param before
 *   Traces of the revision before; `noTraces` for a clean build.
 */
export function openRevision(
  queries: ReadonlyArray<Query<never, unknown>>,
  inputs: ReadonlyMap<Key, Input>,
  before: Traces
): Revision {
  const queryByName = new Map(queries.map((query) => [query.name, query]))
  const isReached = findReached(before, inputHash)
  // A value is known by its position: first those of the revision before, then new ones.
  const keys: Array<Key> = [...before.keys]
  const positions = new Map<Key, number>()
  for (const [position, key] of keys.entries()) positions.set(key, position)
  const hashes: Array<Hash | undefined> = new Array(keys.length)
  const values = new Map<number, {readonly of: unknown}>()
  const stored = new Map<number, string>()
  const reads: Array<ReadonlyArray<number> | undefined> = []
  const reported = new Map<number, ReadonlyArray<Diagnostic>>()
  const causes = new Map<number, number>()
  const inputPositions = new Set<number>()
  const asked = new Set<number>()
  const running = new Set<number>()
  const ran: Array<number> = []
  /** The passing answer that was computed last, until the next one takes its place. */
  let passing: {readonly position: number; readonly value: unknown} | undefined

  return {
    get: (query, argument) => evaluate(ask(query, argument)) as ReturnType<NonNullable<typeof query.run>>,
    hash: (query, argument) => settle(ask(query, argument)),
    traces: () => collectTraces({before, keys, hashes, reads, reported, stored, asked}),
    ran: () => ran.map(keyAt),
    causes: (key) => causesOf(positions.get(key) ?? -1)
  }

  function ask<Argument, Value>(query: Query<Argument, Value>, argument: Argument): number {
    const position = positionOf(keyOf(query, argument))
    asked.add(position)
    return position
  }

  function positionOf(key: Key): number {
    const known = positions.get(key)
    if (known !== undefined) return known
    positions.set(key, keys.length)
    return keys.push(key) - 1
  }

  function keyAt(position: number): Key {
    return keys[position] ?? ''
  }

  /** Hash of an input; `undefined` when the key is a query's. */
  function inputHash(key: Key): Hash | undefined {
    const input = inputs.get(key)
    if (input !== undefined) return input.hash
    return queryByName.get(queryNameOf(key))?.run === undefined ? absent : undefined
  }

  function settle(position: number): Hash {
    const known = hashes[position]
    if (known !== undefined) return known
    const ofInput = inputHash(keyAt(position))
    if (ofInput !== undefined) inputPositions.add(position)
    const hash = ofInput ?? verified(position)
    if (hash === undefined) return run(position).hash
    hashes[position] = hash
    return hash
  }

  /** The hash of before, when all that was read still has its hash. */
  function verified(position: number): Hash | undefined {
    const hash = before.hashes[position]
    if (hash === undefined || !isReached(position)) return hash
    enter(position)
    const changed = firstChange(position)
    running.delete(position)
    if (changed === undefined) return hash
    causes.set(position, changed)
    return undefined
  }

  /** The first read with another hash than before; those after it are not settled, as they may depend on it. */
  function firstChange(position: number): number | undefined {
    const end = before.starts[position + 1] ?? 0
    for (let index = before.starts[position] ?? 0; index < end; index++) {
      const read = before.reads[index] ?? 0
      if (settle(read) !== before.hashes[read]) return read
    }
    return undefined
  }

  function evaluate(position: number): unknown {
    const known = settle(position)
    if (inputPositions.has(position)) return inputs.get(keyAt(position))?.value
    const held = values.get(position)
    if (held !== undefined) return held.of
    if (passing?.position === position) return passing.value
    if (known === absent) return undefined
    const json = before.values.get(position)
    if (json !== undefined) {
      const value: unknown = freeze(JSON.parse(json))
      values.set(position, {of: value})
      return value
    }
    const fresh = run(position)
    if (known !== fresh.hash) throw new UntrackedReadError(keyAt(position))
    return fresh.value
  }

  function run(position: number): {readonly hash: Hash; readonly value: unknown} {
    enter(position)
    const {name, argument} = parseKey(keyAt(position))
    const query = queryByName.get(name)
    const ownReads = new Set<number>()
    const ownReports: Array<Diagnostic> = []
    const context: QueryContext = {
      read(readQuery, readArgument) {
        const read = positionOf(keyOf(readQuery, readArgument))
        settle(read)
        ownReads.add(read)
        return evaluate(read) as ReturnType<NonNullable<typeof readQuery.run>>
      },
      report: (diagnostics) => ownReports.push(...diagnostics)
    }
    const value = query?.run?.(context, argument as never)
    const json = JSON.stringify(value) as string | undefined
    const hash = hashJson(json)
    running.delete(position)
    hashes[position] = hash
    reads[position] = [...ownReads]
    if (ownReports.length > 0) reported.set(position, ownReports)
    if (query?.held === 'trace' && json !== undefined) stored.set(position, json)
    if (query?.held === 'passing') passing = {position, value}
    else values.set(position, {of: freeze(value)})
    ran.push(position)
    return {hash, value}
  }

  function causesOf(position: number): ReadonlyArray<Cause> {
    const cause = causes.get(position)
    if (cause === undefined) return []
    const [from, to] = [before.values.get(cause), stored.get(cause)]
    const change = from === undefined || to === undefined ? {} : {before: from, after: to}
    return [{key: keyAt(cause), ...change}, ...causesOf(cause)]
  }

  function enter(position: number): void {
    if (running.has(position)) throw new CycleError([...running, position].map(keyAt))
    running.add(position)
  }
}
