import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {absent, type Hash} from './hash.ts'
import type {Key} from './query.ts'
import type {Traces} from './traces.ts'

/** What a revision knows of its values, by position. */
export interface RevisionState {
  /** Whose keys are the first of `keys`. */
  readonly before: Traces
  readonly keys: ReadonlyArray<Key>
  /** Of those that were settled. */
  readonly hashes: ReadonlyArray<Hash | undefined>
  /** Of those that ran. */
  readonly reads: ReadonlyArray<ReadonlyArray<number> | undefined>
  readonly reported: ReadonlyMap<number, ReadonlyArray<Diagnostic>>
  readonly stored: ReadonlyMap<number, string>
  /** Those asked for from outside. */
  readonly asked: ReadonlySet<number>
}

/** Traces of what was asked for and all that it read; what no one asks for any more is left behind. */
export function collectTraces({before, keys, hashes, reads, reported, stored, asked}: RevisionState): Traces {
  const order: Array<number> = []
  const newPositions = new Int32Array(keys.length).fill(-1)
  const allReads: Array<number> = []
  const ends: Array<number> = [0]
  for (const position of asked) visit(position)

  const diagnostics = new Map<number, ReadonlyArray<Diagnostic>>()
  const values = new Map<number, string>()
  for (const [newPosition, position] of order.entries()) {
    const hasRun = reads[position] !== undefined
    const reports = hasRun ? reported.get(position) : before.diagnostics.get(position)
    if (reports !== undefined) diagnostics.set(newPosition, reports)
    const value = hasRun ? stored.get(position) : before.values.get(position)
    if (value !== undefined) values.set(newPosition, value)
  }
  return {
    keys: order.map((position) => keys[position] ?? ''),
    // What was not settled is read by what stands: it has the hash of before.
    hashes: order.map((position) => hashes[position] ?? before.hashes[position] ?? absent),
    starts: Uint32Array.from(ends),
    reads: Uint32Array.from(allReads),
    diagnostics,
    values
  }

  /** Give a key its place, after all that it read. Reads never form a circle. */
  function visit(position: number): void {
    if (newPositions[position] !== -1) return
    forEachRead(position, visit)
    newPositions[position] = order.push(position) - 1
    forEachRead(position, (read) => allReads.push(newPositions[read] ?? 0))
    ends.push(allReads.length)
  }

  function forEachRead(position: number, act: (read: number) => void): void {
    for (const read of reads[position] ?? []) act(read)
    if (reads[position] !== undefined || position >= before.keys.length) return
    const end = before.starts[position + 1] ?? 0
    for (let index = before.starts[position] ?? 0; index < end; index++) act(before.reads[index] ?? 0)
  }
}
