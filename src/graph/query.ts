import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {type Hash, hashText} from './hash.ts'

/** Name of a value: the query's name, then its argument as JSON. */
export type Key = string

/** A named kind of value. The argument is plain data, so that a key can be written down and asked again. */
export interface Query<Argument, Value> {
  readonly name: string
  /** Compute the value; absent for an input, whose value is set from outside. */
  readonly run?: (context: RunContext, argument: Argument) => Value
  /**
   * How long an answer is held: by the `revision` that computed it, by the `trace` that the next process reads, or until the query has another one
   * (`passing`), for answers that are large: who has asked for the hash of one may ask for it at once.
   */
  readonly held: 'revision' | 'trace' | 'passing'
  /** Hash of an answer; default: that of its JSON. A method, so that a query may answer with more than it is asked for. */
  hash?(value: Value): Hash
}

/** What a query may do: read others, and report problems. Both become part of its trace. */
export interface QueryContext {
  /** Value of another query; throws `CycleError` when that one is already running. */
  readonly read: <Argument, Value>(query: Query<Argument, Value>, argument: Argument) => Value
  /** Of one kind in one file `repeatsMax` are kept. */
  readonly report: (diagnostics: ReadonlyArray<Diagnostic>) => void
}

/** What a query is run with. */
export interface RunContext extends QueryContext {
  /** Hash of the value of another query, for who can do without the value: it may not even have to be made. */
  readonly readHash: <Argument>(query: Query<Argument, unknown>, argument: Argument) => Hash
}

/** A value set from outside: as it is, or opened only when a query that reads it runs. */
export type Input =
  | {readonly hash: Hash; readonly value: unknown}
  | {readonly hash: Hash; readonly open: () => unknown}

/** The value of an input; `undefined` for one that is not set. */
export function inputValue(input: Input | undefined): unknown {
  return input !== undefined && 'open' in input ? input.open() : input?.value
}

/** Finds what is set from outside by the name of its query and the argument; `undefined` for what is not set. */
export type Inputs = (query: string, argument: unknown) => Input | undefined

/**
 * Finds the answer of a query that has a hash, wherever it may be had without running the query; `undefined` where it is not sure to be that
 * answer.
 */
export type Recall = (query: string, argument: unknown, hash: Hash) => unknown

type Run<Argument, Value> = (context: RunContext, argument: Argument) => Value

/** Define a tracked pure function. */
export function defineQuery<Argument, Value>(
  name: string,
  run: Run<Argument, Value>
): Query<Argument, Value> {
  return {name, run, held: 'revision'}
}

/** Define a tracked pure function to a large text that several others read; it need not become JSON for its hash. */
export function defineTextQuery<Argument, Value extends string>(
  name: string,
  run: Run<Argument, Value>
): Query<Argument, Value> {
  return {name, run, hash: hashText, held: 'revision'}
}

/**
 * Define a tracked pure function whose answers are stored with its traces. For projections that are small, and read by
 * queries of other pages: without the answer, one changed page would open the documents of all that are listed with it.
 */
export function defineStoredQuery<Argument, Value>(
  name: string,
  run: Run<Argument, Value>
): Query<Argument, Value> {
  return {name, run, held: 'trace'}
}

/**
 * Define a tracked pure function of whose answers only the last one is held: it runs again when an earlier one is asked for again. They are not frozen.
 *
 * @param hash
 *   Of an answer: large texts need not become JSON for it.
 */
export function definePassingQuery<Argument, Value>(
  name: string,
  run: Run<Argument, Value>,
  hash: (value: Value) => Hash
): Query<Argument, Value> {
  return {name, run, hash, held: 'passing'}
}

/** Define a value that is set from outside; `undefined` where it is not set. */
export function defineInput<Argument, Value>(name: string): Query<Argument, Value | undefined> {
  return {name, held: 'passing'}
}

/** Key of a query's value. */
export function keyOf<Argument>(query: {readonly name: string}, argument: Argument): Key {
  return `${query.name} ${JSON.stringify(argument)}`
}

/** Query name and argument of a key. */
export function parseKey(key: Key): {readonly name: string; readonly argument: unknown} {
  return {name: queryNameOf(key), argument: JSON.parse(key.slice(key.indexOf(' ') + 1))}
}

/** Query name of a key. */
export function queryNameOf(key: Key): string {
  return key.slice(0, key.indexOf(' '))
}
