import {freeze} from './freeze.ts'
import {type Key, keyOf, type Query} from './query.ts'
import type {Traces} from './traces.ts'

/**
 * Gives every key of a revision a position, from 0 on without gaps. Keys are made of a query and an argument and hardly ever written
 * out: looking one up by its text cost more than most queries take to run.
 */
export interface KeyTable {
  /** Position of a key, a new one when it is not known yet. */
  readonly positionOf: (query: string, argument: unknown) => number
  /** Position in this table of the key at each position of other traces. */
  readonly positionsOf: (traces: Traces) => Uint32Array
  /** The query at a position; `undefined` for one that no one defines any more. */
  readonly queryAt: (position: number) => Query<never, unknown> | undefined
  readonly argumentAt: (position: number) => unknown
  readonly keyAt: (position: number) => Key
  /** How many keys are known. */
  readonly size: () => number
  /** The columns of the keys at `positions`, as in `Traces`. */
  readonly columnsOf: (
    positions: Uint32Array
  ) => Pick<Traces, 'queries' | 'arguments' | 'queryIds' | 'argumentIds'>
}

/** All keys with one query. */
interface Kind {
  readonly name: string
  readonly query: Query<never, unknown> | undefined
  /** By the argument's number. */
  readonly positions: Map<number, number>
}

/** A table of the keys of `before`, at the same positions. */
export function openKeyTable(queries: ReadonlyArray<Query<never, unknown>>, before: Traces): KeyTable {
  const queryByName = new Map(queries.map((query) => [query.name, query]))
  const kinds = new Map<string, Kind>()
  const kindAt: Array<Kind> = []
  const argumentIdAt: Array<number> = []
  const argumentValues: Array<unknown> = []
  /** Most arguments are texts, which need not become JSON to be found. */
  const textIds = new Map<string, number>()
  const otherIds = new Map<string, number>()
  positionsOf(before)

  return {
    positionOf: (query, argument) => position(kindOf(query), argumentId(argument)),
    positionsOf,
    queryAt: (at) => kindAt[at]?.query,
    argumentAt: (at) => argumentValues[argumentIdAt[at] ?? 0],
    keyAt: (at) => keyOf(kindAt[at] ?? {name: ''}, argumentValues[argumentIdAt[at] ?? 0]),
    size: () => kindAt.length,
    columnsOf
  }

  function positionsOf(traces: Traces): Uint32Array {
    const ownKinds = traces.queries.map(kindOf)
    const ownArguments = traces.arguments.map((json) => argumentId(JSON.parse(json)))
    return traces.queryIds.map((query, at) => {
      const kind = ownKinds[query]
      const argument = ownArguments[traces.argumentIds[at] ?? 0]
      if (kind === undefined || argument === undefined) throw new Error('Traces whose columns do not fit')
      return position(kind, argument)
    })
  }

  function kindOf(name: string): Kind {
    const known = kinds.get(name)
    if (known !== undefined) return known
    const kind = {name, query: queryByName.get(name), positions: new Map<number, number>()}
    kinds.set(name, kind)
    return kind
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

  function position(kind: Kind, argument: number): number {
    const known = kind.positions.get(argument)
    if (known !== undefined) return known
    kind.positions.set(argument, kindAt.length)
    argumentIdAt.push(argument)
    return kindAt.push(kind) - 1
  }

  function columnsOf(positions: Uint32Array): ReturnType<KeyTable['columnsOf']> {
    const names = new Map<string, number>()
    const newIds = new Int32Array(argumentValues.length).fill(-1)
    const texts: Array<string> = []
    const queryIds = positions.map((at) => numberOf(names, kindAt[at]?.name ?? ''))
    const argumentIds = positions.map((at) => {
      const argument = argumentIdAt[at] ?? 0
      if (newIds[argument] === -1) newIds[argument] = texts.push(JSON.stringify(argumentValues[argument])) - 1
      return newIds[argument] ?? 0
    })
    return {queries: [...names.keys()], arguments: texts, queryIds, argumentIds}
  }
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name)
  if (known === undefined) numbers.set(name, numbers.size)
  return known ?? numbers.size - 1
}
