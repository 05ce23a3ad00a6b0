import type {Key} from './query.ts'

/** Queries that need each other's values: a fault of the wiring, never of a site. */
export class CycleError extends Error {
  override readonly name = 'CycleError'

  constructor(keys: ReadonlyArray<Key>) {
    super(`Queries read each other in a circle: ${keys.join(' → ')}`)
  }
}

/** A query whose answer changed although nothing that it read did: it read something behind the graph's back. */
export class UntrackedReadError extends Error {
  override readonly name = 'UntrackedReadError'

  constructor(key: Key) {
    super(
      `\`${key}\` gave another answer for equal reads; it depends on something that the graph does not record`
    )
  }
}
