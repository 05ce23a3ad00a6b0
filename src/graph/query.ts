import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Hash} from './hash.ts'

/** Name of a value: the query's name, then its argument as JSON. */
export type Key = string

/** A named kind of value. The argument is plain data, so that a key can be written down and asked again. */
export interface Query<Argument, Value> {
  readonly name: string
  /** Compute the value; absent for an input, whose value is set from outside. */
  readonly run?: (context: QueryContext, argument: Argument) => Value
}

/** What a query may do: read others, and report problems. Both become part of its trace. */
export interface QueryContext {
  /** Value of another query; throws `CycleError` when that one is already running. */
  readonly read: <Argument, Value>(query: Query<Argument, Value>, argument: Argument) => Value
  readonly report: (diagnostics: ReadonlyArray<Diagnostic>) => void
}

/** What a query read and made when it last ran. */
export interface Trace {
  /** In order of first reading. */
  readonly reads: ReadonlyArray<readonly [Key, Hash]>
  readonly hash: Hash
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** A value set from outside. */
export interface Input {
  readonly hash: Hash
  readonly value: unknown
}

/** Define a tracked pure function. */
export function defineQuery<Argument, Value>(
  name: string,
  run: (context: QueryContext, argument: Argument) => Value
): Query<Argument, Value> {
  return {name, run}
}

/** Define a value that is set from outside; `undefined` where it is not set. */
export function defineInput<Argument, Value>(name: string): Query<Argument, Value | undefined> {
  return {name}
}

/** Key of a query's value. */
export function keyOf<Argument>(query: {readonly name: string}, argument: Argument): Key {
  return `${query.name} ${JSON.stringify(argument)}`
}

/** Query name and argument of a key. */
export function parseKey(key: Key): {readonly name: string; readonly argument: unknown} {
  const space = key.indexOf(' ')
  return {name: key.slice(0, space), argument: JSON.parse(key.slice(space + 1))}
}
