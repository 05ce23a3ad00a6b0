import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {limitRepeats} from '#src/diagnostics/limit-repeats.ts'
import type {Cause} from './cause.ts'
import {collectTraces, findRead, type KeptKeys, type SettledState} from './collect-traces.ts'
import {CycleError, UntrackedReadError} from './errors.ts'
import {findReached} from './find-reached.ts'
import {freeze} from './freeze.ts'
import {adoptRan, collectRan} from './hand-over.ts'
import {absent, type Hash, jsonOfHash} from './hash.ts'
import {hashAnswer, hashHeld} from './hash-answer.ts'
import {openHeldAnswers} from './held-answers.ts'
import {holdsWithoutRunning} from './holds-without-running.ts'
import {openKeyTable} from './key-table.ts'
import {
  type Input,
  type Inputs,
  inputValue,
  type Key,
  type Query,
  type Recall,
  type RunContext
} from './query.ts'
import {openReadTable} from './read-table.ts'
import {reportedBefore} from './reported-before.ts'
import {hasHash, hashAt, keyCount, readsAt, type Traces, valueAt} from './traces.ts'

/** One consistent state of the inputs, and every value that follows from it. */
export interface Revision {
  /** Value of a query, computed when it is not known yet. */
  readonly get: <Argument, Value>(query: Query<Argument, Value>, argument: Argument) => Value
  /** Hash of a query's value; runs it only when its trace does not verify. */
  readonly hash: <Argument, Value>(query: Query<Argument, Value>, argument: Argument) => Hash
  /** Whether a value is settled, or is so by verifying its trace, without running a query whose answer would be gone when it is asked for. */
  readonly holds: <Argument>(query: Query<Argument, unknown>, argument: Argument) => boolean
  /** Traces of all that was asked for, with all that this read: what the next revision verifies instead of running. Default: no others. */
  readonly traces: (kept?: KeptKeys) => Traces
  /** What other queries read a query with: those that ran in this revision, and all others as they did before. */
  readonly argumentsOf: <Argument>(query: Query<Argument, unknown>) => ReadonlyArray<Argument>
  /** Traces of the queries that ran since this was last asked, for who is to `adopt` them. */
  readonly ranSince: () => Traces
  /** Take over what ran in a revision of the same queries, inputs and past, in another thread. A key has one hash, whoever settled it. */
  readonly adopt: (ran: Traces) => void
  /**
   * Diagnostics of all that was asked for, so far: those of queries that ran, and those of before that stand. Of what is asked for no
   * more they may be there too, until the traces of this revision are collected.
   */
  readonly reported: () => ReadonlyArray<Diagnostic>
  /** Diagnostics of before that a change may have reached, and of which nobody has asked yet whether they stand. */
  readonly unsettled: () => ReadonlyArray<Diagnostic>
  /** Keys whose queries ran in this revision, in order of completion; those of one query where it is given. */
  readonly ran: (query?: Query<never, unknown>) => ReadonlyArray<Key>
  /** Why a query ran, from its first read that had changed down to an input; empty for one that had no trace. */
  readonly causes: <Argument>(query: Query<Argument, unknown>, argument: Argument) => ReadonlyArray<Cause>
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
 *   Values set from outside; a missing one has the hash `absent`.
 * @param before
 *   Traces of the revision before; `noTraces` for a clean build.
 * @param recall
 *   Finds answers that are known by their hash and not held.
 */
export function openRevision(
  queries: ReadonlyArray<Query<never, unknown>>,
  inputs: Inputs,
  before: Traces,
  recall: Recall = () => undefined
): Revision {
  // A value is known by its position: first those of the revision before, then new ones.
  const keys = before.table?.queries === queries ? before.table : openKeyTable(queries, before.keys)
  const isReached = findReached(before, (position) => inputHash(position))
  // With room for all that is known: settling begins somewhere in the middle.
  const hashes = new Array<Hash | undefined>(keyCount(before.keys))
  const answers = openHeldAnswers()
  const stored = new Map<number, string>()
  const reads = openReadTable()
  const reported = new Map<number, ReadonlyArray<Diagnostic>>()
  const state = {keys, hashes, answers, reads, reported, stored}
  const holds = holdsWithoutRunning({...state, before, isReached, settle})
  const causes = new Map<number, number>()
  const asked = new Set<number>()
  const ask = finderInto(asked)
  const standing = (isStanding: boolean): ReadonlyArray<Diagnostic> =>
    reportedBefore({...state, before, isReached}, isStanding)
  const running: Array<number> = []
  const ran: Array<number> = []
  /** So many of them have a hash for sure. */
  let hashedCount = 0
  /** Those of them that no other thread was told of. */
  const untold: Array<number> = []

  return {
    get: (query, argument) => ask(query, argument, evaluate) as ReturnType<NonNullable<typeof query.run>>,
    hash: (query, argument) => ask(query, argument, settle),
    holds: ({name}, argument) => holds(keys.positionOf(name, argument)),
    traces: (kept = 'asked') => collectTraces({...hashed(), before, asked, isReached}, kept),
    ranSince: () => collectRan(hashed(), untold.splice(0)),
    argumentsOf: ({name}) => keys.argumentsOf(name, findRead({...state, before})) as ReadonlyArray<never>,
    adopt: (ran) => adoptRan(state, ran, settle),
    reported: () => [...standing(true), ...[...reported.values()].flat()],
    unsettled: () => standing(false),
    ran: (of) => ran.filter((at) => of === undefined || keys.queryAt(at)?.name === of.name).map(keys.keyAt),
    causes: ({name}, argument) => causesOf(keys.positionOf(name, argument))
  }

  /** Finds something of a value, and adds its position to `found`. */
  function finderInto(found: Set<number>) {
    return <Argument, Result>(
      {name}: Query<Argument, unknown>,
      argument: Argument,
      find: (position: number) => Result
    ): Result => {
      const position = keys.positionOf(name, argument)
      const result = find(position)
      // What throws has no trace.
      found.add(position)
      return result
    }
  }

  function isInput(position: number): boolean {
    return keys.queryAt(position)?.run === undefined
  }

  function findInput(position: number): Input | undefined {
    return inputs(keys.queryAt(position)?.name ?? '', keys.argumentAt(position))
  }

  /** Hash of an input; `undefined` when the key is a query's. Most inputs are only compared, and not held for that. */
  function inputHash(position: number): Hash | undefined {
    return isInput(position) ? (findInput(position)?.hash ?? absent) : undefined
  }

  function settle(position: number): Hash {
    const known = settleByTrace(position)
    if (known !== undefined) return known
    run(position)
    return settle(position)
  }

  /** Hash of a value; `undefined` when its query must run. */
  function settleByTrace(position: number): Hash | undefined {
    hashes[position] ??= inputHash(position) ?? hashHeld(position, state, settle) ?? verified(position)
    return hashes[position]
  }

  /** What is settled, with all hashes. */
  function hashed(): SettledState {
    for (; hashedCount < ran.length; hashedCount++) settle(ran[hashedCount] ?? 0)
    return state
  }

  /** The hash of before, when all that was read still has its hash. */
  function verified(position: number): Hash | undefined {
    const hash = hashAt(before, position)
    if (hash === undefined || !isReached(position)) return hash
    const changed = whileRunning(position, () => firstChange(position))
    if (changed === undefined) return hash
    causes.set(position, changed)
    return undefined
  }

  /** The first read with another hash than before; those after it are not settled, as they may depend on it. */
  function firstChange(position: number): number | undefined {
    return readsAt(before.keys, position).find(
      (read) => isReached(read) && !hasHash(before, read, settle(read))
    )
  }

  function evaluate(position: number): unknown {
    const held = answers.at(position)
    if (held !== undefined) return held.of
    const known = settleByTrace(position)
    if (known === undefined) return run(position)
    if (isInput(position)) return hold(position, inputValue(findInput(position)))
    if (known === absent) return undefined
    const json = jsonAt(position)
    if (json !== undefined) return hold(position, JSON.parse(json))
    const recalled = recall(keys.queryAt(position)?.name ?? '', keys.argumentAt(position), known)
    if (recalled !== undefined) return hold(position, recalled)
    const fresh = run(position)
    if (known !== settle(position)) throw new UntrackedReadError(keys.keyAt(position))
    return fresh
  }

  /** Hold an answer as long as its query says; what is passing is not looked through to be frozen. */
  function hold(position: number, value: unknown): unknown {
    const query = keys.queryAt(position)
    if (query === undefined) return value
    answers.hold(position, query, {of: query.held === 'passing' ? value : freeze(value)})
    return value
  }

  /** The stored answer, of before or of now, as JSON. */
  function jsonAt(position: number): string | undefined {
    if (keys.queryAt(position)?.held !== 'trace') return undefined
    if (!reads.has(position)) return valueAt(before, position)
    return stored.get(position) ?? jsonOfHash(hashes[position] ?? '')
  }

  function run(position: number): unknown {
    const query = keys.queryAt(position) as Query<never, unknown>
    const ownReads = new Set<number>()
    const find = finderInto(ownReads)
    const ownReports: Array<Diagnostic> = []
    const context: RunContext = {
      read: (query, argument) => find(query, argument, evaluate) as never,
      readHash: (query, argument) => find(query, argument, settle),
      report: (diagnostics) => ownReports.push(...diagnostics)
    }
    const value = whileRunning(position, () => query.run?.(context, keys.argumentAt(position) as never))
    // Of what is held anyway most hashes are asked for by the next revision alone.
    const {hash, json} = query.held === 'revision' ? {} : hashAnswer(query, value)
    hashes[position] = hash
    reads.set(position, [...ownReads])
    if (ownReports.length > 0) reported.set(position, limitRepeats(ownReports))
    if (query.held === 'trace' && json !== undefined) stored.set(position, json)
    ran.push(position)
    untold.push(position)
    return hold(position, value)
  }

  function causesOf(position: number): ReadonlyArray<Cause> {
    const cause = causes.get(position)
    if (cause === undefined) return []
    const [from, to] = [valueAt(before, cause), jsonAt(cause)]
    const change = from === undefined || to === undefined ? {} : {before: from, after: to}
    return [{key: keys.keyAt(cause), ...change}, ...causesOf(cause)]
  }

  function whileRunning<Result>(position: number, act: () => Result): Result {
    if (running.includes(position)) throw new CycleError([...running, position].map(keys.keyAt))
    running.push(position)
    try {
      return act()
    } finally {
      running.pop()
    }
  }
}
