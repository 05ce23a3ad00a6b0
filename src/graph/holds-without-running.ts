import type {Hash} from './hash.ts'
import type {KeyTable} from './key-table.ts'
import {hasHash, hashAt, readsAt, type Traces} from './traces.ts'

/** What a revision knows of its values, by position. */
export interface KnownState {
  readonly before: Traces
  readonly keys: KeyTable
  readonly hashes: ReadonlyArray<Hash | undefined>
  /** Whether a change reaches a key of before. */
  readonly isReached: (position: number) => boolean
  readonly settle: (position: number) => Hash
}

/**
 * Tells whether a value is settled, or its trace verifies without running a query whose answers pass: what such a query made would be gone when
 * somebody asks for it, so that it counts as changed. Others run where they have to.
 */
export function holdsWithoutRunning({
  before,
  keys,
  hashes,
  isReached,
  settle
}: KnownState): (position: number) => boolean {
  return holds

  function holds(position: number): boolean {
    if (hashes[position] !== undefined) return true
    if (hashAt(before, position) === undefined) return false
    return !isReached(position) || readsAt(before.keys, position).every(isUnchanged)
  }

  function isUnchanged(read: number): boolean {
    if (!isReached(read)) return true
    return passes(read) ? holds(read) : hasHash(before, read, settle(read))
  }

  /** Inputs have no query to run. */
  function passes(position: number): boolean {
    const query = keys.queryAt(position)
    return query?.run !== undefined && query.held === 'passing'
  }
}
