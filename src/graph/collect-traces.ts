import {Buffer} from 'node:buffer'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {absent, type Hash} from './hash.ts'
import type {KeyTable} from './key-table.ts'
import {type Traces, valueBytesAt} from './traces.ts'

/** What a revision knows of its values, by position. */
export interface RevisionState {
  readonly keys: KeyTable
  /** Whose keys are the first of `keys`. */
  readonly before: Traces
  /** Of those that were settled. */
  readonly hashes: ReadonlyArray<Hash | undefined>
  /** Of those that ran. */
  readonly reads: ReadonlyArray<ArrayLike<number> | undefined>
  readonly reported: ReadonlyMap<number, ReadonlyArray<Diagnostic>>
  /** As JSON; in UTF-8 when another thread ran the query. */
  readonly stored: ReadonlyMap<number, string | Uint8Array>
  /** Those asked for from outside. */
  readonly asked: ReadonlySet<number>
}

/** Traces of what was asked for and all that it read; what no one asks for any more is left behind. */
export function collectTraces(state: RevisionState): Traces {
  const {before, keys, hashes, reads, reported} = state
  const {order, newPositions} = orderOf(state)
  const starts = new Uint32Array(order.length + 1)
  const diagnostics = new Map<number, ReadonlyArray<Diagnostic>>()
  for (const [newPosition, position] of order.entries()) {
    starts[newPosition + 1] = (starts[newPosition] ?? 0) + readsOf(state, position).length
    const reports = reads[position] === undefined ? before.diagnostics.get(position) : reported.get(position)
    if (reports !== undefined) diagnostics.set(newPosition, reports)
  }
  const allReads = new Uint32Array(starts[order.length] ?? 0)
  let readCount = 0
  for (const position of order) {
    const own = readsOf(state, position)
    for (let index = 0; index < own.length; index++) {
      allReads[readCount++] = newPositions[own[index] ?? 0] ?? 0
    }
  }
  return {
    ...keys.columnsOf(order),
    // What was not settled is read by what stands: it has the hash of before.
    hashes: Array.from(order, (position) => hashes[position] ?? before.hashes[position] ?? absent),
    starts,
    reads: allReads,
    diagnostics,
    ...valuesOf(state, order)
  }
}

/** All that was asked for, each after what it read. Reads never form a circle. */
function orderOf(state: RevisionState): {readonly order: Uint32Array; readonly newPositions: Int32Array} {
  const order: Array<number> = []
  const newPositions = new Int32Array(state.keys.size()).fill(-1)
  // A stack of its own, because this is the innermost loop of a build that has little else to do.
  const pending: Array<number> = []
  const nextReads: Array<number> = []
  for (const asked of state.asked) {
    if (newPositions[asked] !== -1) continue
    pending.push(asked)
    nextReads.push(0)
    while (pending.length > 0) {
      const last = pending.length - 1
      const position = pending[last] ?? 0
      const reads = readsOf(state, position)
      let next = nextReads[last] ?? 0
      while (next < reads.length && newPositions[reads[next] ?? 0] !== -1) next++
      nextReads[last] = next
      const read = reads[next]
      if (read === undefined) {
        newPositions[position] = order.push(position) - 1
        pending.pop()
        nextReads.pop()
      } else {
        pending.push(read)
        nextReads.push(0)
      }
    }
  }
  return {order: Uint32Array.from(order), newPositions}
}

const noReads = new Uint32Array(0)

function readsOf({reads, before}: RevisionState, position: number): ArrayLike<number> {
  const own = reads[position]
  if (own !== undefined) return own
  if (position >= before.hashes.length) return noReads
  return before.reads.subarray(before.starts[position], before.starts[position + 1])
}

function valuesOf(
  {before, reads, stored}: RevisionState,
  order: Uint32Array
): Pick<Traces, 'values' | 'valueStarts'> {
  const valueStarts = new Uint32Array(order.length + 1)
  const parts: Array<string | Uint8Array | undefined> = []
  for (const [newPosition, position] of order.entries()) {
    const value = reads[position] === undefined ? valueBytesAt(before, position) : stored.get(position)
    parts.push(value)
    valueStarts[newPosition + 1] = (valueStarts[newPosition] ?? 0) + byteLengthOf(value)
  }
  const values = Buffer.allocUnsafe(valueStarts[order.length] ?? 0)
  for (const [newPosition, value] of parts.entries()) {
    const start = valueStarts[newPosition] ?? 0
    if (typeof value === 'string') values.write(value, start)
    else if (value !== undefined) values.set(value, start)
  }
  return {values, valueStarts}
}

function byteLengthOf(value: string | Uint8Array | undefined): number {
  if (value === undefined) return 0
  return typeof value === 'string' ? Buffer.byteLength(value) : value.byteLength
}
