import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {CycleError, UntrackedReadError} from './errors.ts'
import {absent, type Hash, hashData} from './hash.ts'
import {type Input, type Key, keyOf, parseKey, type Query, type QueryContext, type Trace} from './query.ts'

/** One consistent state of the inputs, and every value that follows from it. */
export interface Revision {
  /** Value of a query, computed when it is not known yet. */
  readonly get: <Argument, Value>(query: Query<Argument, Value>, argument: Argument) => Value
  /** Hash of a query's value; runs it only when its trace does not verify. */
  readonly hash: <Argument, Value>(query: Query<Argument, Value>, argument: Argument) => Hash
  /** Diagnostics of these values and of all that they read, each once, in order of reading. */
  readonly diagnostics: (keys: ReadonlyArray<Key>) => ReadonlyArray<Diagnostic>
  /** Traces of all values settled so far: what the next revision verifies instead of running. */
  readonly traces: () => ReadonlyMap<Key, Trace>
  /** Keys whose queries ran in this revision, in order of completion. */
  readonly ran: () => ReadonlyArray<Key>
}

/** A value that was brought up to date. */
interface Cell {
  readonly trace: Trace
  /** Absent for a trace that verified: no one has asked for the value. */
  value?: {readonly of: unknown}
}

/**
 * Open a revision on new inputs.
 *
 * A value is settled by verifying its trace (Mokhov, Mitchell, Peyton Jones: “Build Systems à la Carte”): when all that
 * it read last time still has the same hash, its own hash stands and it need not run. An equal answer of a query that did run
 * cuts off what depends on it.
 *
 * @param queries
 *   All queries that a trace may name.
 * @param inputs
 *   Values set from outside, by key; a missing one has the hash `absent`.
 * @param traces
 *   Of the revision before; empty for a clean build.
 */
export function openRevision(
  queries: ReadonlyArray<Query<never, unknown>>,
  inputs: ReadonlyMap<Key, Input>,
  traces: ReadonlyMap<Key, Trace>
): Revision {
  const queryByName = new Map(queries.map((query) => [query.name, query]))
  const cells = new Map<Key, Cell>()
  const running = new Set<Key>()
  const ran: Array<Key> = []

  return {
    get: (query, argument) => evaluate(keyOf(query, argument)) as ReturnType<NonNullable<typeof query.run>>,
    hash: (query, argument) => settle(keyOf(query, argument)),
    diagnostics,
    traces: () => new Map([...cells].map(([key, cell]) => [key, cell.trace])),
    ran: () => ran
  }

  function settle(key: Key): Hash {
    const input = inputs.get(key)
    if (input !== undefined) return input.hash
    const cell = cells.get(key)
    if (cell !== undefined) return cell.trace.hash
    if (isInput(key)) return absent
    const trace = traces.get(key)
    if (trace !== undefined && isVerified(key, trace)) {
      cells.set(key, {trace})
      return trace.hash
    }
    return run(key).trace.hash
  }

  /** Whether all that was read still has its hash; stops at the first difference, as later reads may depend on it. */
  function isVerified(key: Key, trace: Trace): boolean {
    if (running.has(key)) throw new CycleError([...running, key])
    running.add(key)
    const isEqual = trace.reads.every(([readKey, hash]) => settle(readKey) === hash)
    running.delete(key)
    return isEqual
  }

  function evaluate(key: Key): unknown {
    if (isInput(key)) return inputs.get(key)?.value
    settle(key)
    const cell = cells.get(key)
    if (cell?.value !== undefined) return cell.value.of
    const known = cell?.trace.hash
    const fresh = run(key)
    if (known !== undefined && known !== fresh.trace.hash) throw new UntrackedReadError(key)
    return fresh.value?.of
  }

  function run(key: Key): Cell {
    if (running.has(key)) throw new CycleError([...running, key])
    running.add(key)
    const {name, argument} = parseKey(key)
    const reads = new Map<Key, Hash>()
    const reported: Array<Diagnostic> = []
    const context: QueryContext = {
      read(query, readArgument) {
        const readKey = keyOf(query, readArgument)
        if (!reads.has(readKey)) reads.set(readKey, settle(readKey))
        return evaluate(readKey) as ReturnType<NonNullable<typeof query.run>>
      },
      report: (diagnostics) => reported.push(...diagnostics)
    }
    const value = queryByName.get(name)?.run?.(context, argument as never)
    const cell: Cell = {
      trace: {reads: [...reads], hash: hashData(value), diagnostics: reported},
      value: {of: value}
    }
    running.delete(key)
    cells.set(key, cell)
    ran.push(key)
    return cell
  }

  function isInput(key: Key): boolean {
    return queryByName.get(key.slice(0, key.indexOf(' ')))?.run === undefined
  }

  function diagnostics(keys: ReadonlyArray<Key>): ReadonlyArray<Diagnostic> {
    const seen = new Set<Key>()
    const found: Array<Diagnostic> = []
    const waiting = [...keys].reverse()
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (seen.has(key)) continue
      seen.add(key)
      settle(key)
      const trace = cells.get(key)?.trace
      if (trace === undefined) continue
      found.push(...trace.diagnostics)
      for (const [readKey] of [...trace.reads].reverse()) waiting.push(readKey)
    }
    return found
  }
}
