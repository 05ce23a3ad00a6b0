import {freeze} from './freeze.ts'
import {openPairTable} from './pair-table.ts'
import {type Key, keyOf, type Query} from './query.ts'
import type {TracedKeys} from './traces.ts'

/**
 * Gives every key of a revision a position, from 0 on without gaps. Keys are made of a query and an argument and hardly ever written
 * out: looking one up by its text cost more than most queries take to run.
 */
export interface KeyTable {
  /** All that its keys may name. */
  readonly queries: ReadonlyArray<Query<never, unknown>>
  /** Position of a key, a new one when it is not known yet. */
  readonly positionOf: (query: string, argument: unknown) => number
  /** Position in this table of the key at each position of other traces. */
  readonly positionsOf: (keys: TracedKeys) => Uint32Array
  /** The query at a position; `undefined` for one that no one defines any more. */
  readonly queryAt: (position: number) => Query<never, unknown> | undefined
  readonly argumentAt: (position: number) => unknown
  readonly keyAt: (position: number) => Key
  /** Of those keys with a query that are wanted. */
  readonly argumentsOf: (query: string, isWanted: (position: number) => boolean) => ReadonlyArray<unknown>
  /** How many keys are known. */
  readonly size: () => number
  /** The columns of the keys at `positions`, as in `TracedKeys`. */
  readonly columnsOf: (positions: Uint32Array) => Omit<TracedKeys, 'starts' | 'reads'>
}

/** What all keys with one query share. */
interface Kind {
  readonly name: string
  readonly query: Query<never, unknown> | undefined
}

/** A table of the keys of `before`, at the same positions. */
export function openKeyTable(queries: ReadonlyArray<Query<never, unknown>>, before: TracedKeys): KeyTable {
  const queryByName = new Map(queries.map((query) => [query.name, query]))
  const kinds: Array<Kind> = []
  const kindIds = new Map<string, number>()
  const argumentValues: Array<unknown> = []
  /** Most arguments are texts, which need not become JSON to be found. */
  const textIds = new Map<string, number>()
  const otherIds = new Map<string, number>()
  // Each stands there once, so that it gets the number that it has there.
  before.queries.forEach(kindId)
  before.arguments.forEach(argumentId)
  /** Numbers of kind and argument of the key at each position. */
  const pairs = openPairTable(before.queryIds, before.argumentIds)

  return {
    queries,
    positionOf: (query, argument) => pairs.numberOf(kindId(query), argumentId(argument)),
    positionsOf,
    queryAt: (at) => kindAt(at)?.query,
    argumentAt,
    keyAt: (at) => keyOf(kindAt(at) ?? {name: ''}, argumentAt(at)),
    argumentsOf,
    size: pairs.size,
    columnsOf
  }

  function argumentsOf(query: string, isWanted: (position: number) => boolean): ReadonlyArray<unknown> {
    const kind = kindId(query)
    const found: Array<unknown> = []
    for (let position = 0; position < pairs.size(); position++) {
      if (pairs.firstAt(position) === kind && isWanted(position)) found.push(argumentAt(position))
    }
    return found
  }

  function kindAt(position: number): Kind | undefined {
    return kinds[pairs.firstAt(position)]
  }

  function argumentAt(position: number): unknown {
    return argumentValues[pairs.secondAt(position)]
  }

  function positionsOf(keys: TracedKeys): Uint32Array {
    const ownKinds = keys.queries.map(kindId)
    const ownArguments = keys.arguments.map(argumentId)
    return keys.queryIds.map((query, at) => {
      const kind = ownKinds[query]
      const argument = ownArguments[keys.argumentIds[at] ?? 0]
      if (kind === undefined || argument === undefined) throw new Error('Traces whose columns do not fit')
      return pairs.numberOf(kind, argument)
    })
  }

  function kindId(name: string): number {
    const known = kindIds.get(name)
    if (known !== undefined) return known
    kindIds.set(name, kinds.length)
    return kinds.push({name, query: queryByName.get(name)}) - 1
  }

  function argumentId(argument: unknown): number {
    const isText = typeof argument === 'string'
    const ids = isText ? textIds : otherIds
    const text = isText ? argument : JSON.stringify(argument)
    const known = ids.get(text)
    if (known !== undefined) return known
    ids.set(text, argumentValues.length)
    // A copy that no one can change behind the table's back.
    return argumentValues.push(isText ? text : freeze(JSON.parse(text))) - 1
  }

  function columnsOf(positions: Uint32Array): ReturnType<KeyTable['columnsOf']> {
    const names: Array<string> = []
    const newKinds = new Int32Array(kinds.length).fill(-1)
    const values: Array<unknown> = []
    const newArguments = new Int32Array(argumentValues.length).fill(-1)
    const queryIds = positions.map((at) => {
      const kind = pairs.firstAt(at)
      if (newKinds[kind] === -1) newKinds[kind] = names.push(kinds[kind]?.name ?? '') - 1
      return newKinds[kind] ?? 0
    })
    const argumentIds = positions.map((at) => {
      const argument = pairs.secondAt(at)
      if (newArguments[argument] === -1) newArguments[argument] = values.push(argumentValues[argument]) - 1
      return newArguments[argument] ?? 0
    })
    return {queries: names, arguments: values, queryIds, argumentIds}
  }
}
