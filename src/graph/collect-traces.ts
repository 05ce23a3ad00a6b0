import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {absent, type Hash} from './hash.ts'
import type {KeyTable} from './key-table.ts'
import type {ReadTable} from './read-table.ts'
import {textColumn, withTexts} from './text-column.ts'
import {
  hasHash,
  hashAt,
  keyCount,
  readsAt,
  type StoredAnswers,
  type TracedKeys,
  type Traces,
  unknownHash
} from './traces.ts'

/** What a revision has settled, by position. */
export interface SettledState {
  readonly keys: KeyTable
  readonly hashes: Array<Hash | undefined>
  /** Of those that ran. */
  readonly reads: ReadTable
  readonly reported: Map<number, ReadonlyArray<Diagnostic>>
  /** As JSON. */
  readonly stored: Map<number, string>
}

/** All that a revision knows of its values. */
export interface RevisionState extends SettledState {
  /** Whose keys are the first of `keys`. */
  readonly before: Traces
  /** Those asked for from outside. */
  readonly asked: ReadonlySet<number>
  /** Whether a change reaches a key of before. */
  readonly isReached: (position: number) => boolean
}

/** Which keys traces have: those asked for in the revision with all that they read, or also those of before, as long as no new one comes. */
export type KeptKeys = 'asked' | 'all'

/** Traces of what was asked for and all that it read; what no one asks for any more is left behind. */
export function collectTraces(state: RevisionState, kept: KeptKeys): Traces {
  const isSame = hasSameReads(state) && (kept === 'all' || asksForAll(state))
  return isSame ? collectChanged(state) : collectAll(state)
}

/** Which keys others read: those that ran as they ran, all others as they did before. */
export function findRead(
  state: Pick<RevisionState, 'before' | 'keys' | 'reads'>
): (position: number) => boolean {
  const isRead = new Uint8Array(state.keys.size())
  for (let position = 0; position < isRead.length; position++) {
    const own = readsOf(state, position)
    for (let index = 0; index < own.length; index++) isRead[own[index] ?? 0] = 1
  }
  return (position) => isRead[position] === 1
}

/** Whether the keys of before are those of now, each with the reads that it had. */
function hasSameReads({before, keys, reads}: RevisionState): boolean {
  const count = keyCount(before.keys)
  if (count === 0 || keys.size() !== count) return false
  for (const position of reads.positions()) {
    const own = reads.at(position)
    const known = readsAt(before.keys, position)
    if (own?.length !== known.length || known.some((read, index) => own[index] !== read)) return false
  }
  return true
}

/** Whether each key of before was asked for, or is read by one that was. */
function asksForAll({before, asked}: RevisionState): boolean {
  // Reads never form a circle: what all is read by, directly or not, is read by none.
  const isRead = new Uint8Array(keyCount(before.keys))
  for (const read of before.keys.reads) isRead[read] = 1
  return isRead.every((read, position) => read === 1 || asked.has(position))
}

/** Most edits change some answers, and not what is asked: then nothing else is touched. */
function collectChanged({before, keys, hashes, reads, reported, stored, isReached}: RevisionState): Traces {
  const changed = new Map<number, Hash>()
  const diagnostics = new Map(before.diagnostics)
  const lengths = new Uint32Array(before.answers.lengths)
  const added = new Map(before.answers.added)
  for (let position = 0; position < keyCount(before.keys); position++) {
    // What was reached and not asked for is not known any more.
    const hash = hashes[position] ?? (isReached(position) ? unknownHash : undefined)
    if (hash !== undefined && !hasHash(before, position, hash)) changed.set(position, hash)
    if (!reads.has(position) && hash !== unknownHash) continue
    diagnostics.delete(position)
    lengths[position] = 0
    added.delete(position)
  }
  for (const [position, reports] of reported) diagnostics.set(position, reports)
  for (const [position, value] of stored) added.set(position, value)
  return {
    keys: before.keys,
    hashes: withTexts(before.hashes, changed),
    diagnostics: new Map([...diagnostics].sort(([a], [b]) => a - b)),
    answers: {...before.answers, lengths, added},
    table: keys
  }
}

function collectAll(state: RevisionState): Traces {
  const {before, hashes, reads, reported} = state
  const {order, newPositions} = orderOf(state)
  const diagnostics = new Map<number, ReadonlyArray<Diagnostic>>()
  for (const [newPosition, position] of order.entries()) {
    const reports = !reads.has(position) ? before.diagnostics.get(position) : reported.get(position)
    if (reports !== undefined) diagnostics.set(newPosition, reports)
  }
  return {
    keys: {
      ...state.keys.columnsOf(order),
      ...readColumns(order, newPositions, (position) => readsOf(state, position))
    },
    // What was not settled is read by what stands: it has the hash of before.
    hashes: textColumn(
      Array.from(order, (position) => hashes[position] ?? hashAt(before, position) ?? absent)
    ),
    diagnostics,
    answers: answersOf(state, order)
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

/** What the keys at `order` read, by their new positions. */
export function readColumns(
  order: Uint32Array,
  newPositions: Int32Array,
  readsOf: (position: number) => ArrayLike<number>
): Pick<TracedKeys, 'starts' | 'reads'> {
  const starts = new Uint32Array(order.length + 1)
  let end = 0
  for (const [newPosition, position] of order.entries()) {
    end += readsOf(position).length
    starts[newPosition + 1] = end
  }
  const reads = new Uint32Array(starts[order.length] ?? 0)
  let readCount = 0
  for (const position of order) {
    const own = readsOf(position)
    for (let index = 0; index < own.length; index++) {
      reads[readCount++] = newPositions[own[index] ?? 0] ?? 0
    }
  }
  return {starts, reads}
}

function readsOf({reads, before}: Pick<RevisionState, 'reads' | 'before'>, position: number): Uint32Array {
  return reads.at(position) ?? readsAt(before.keys, position)
}

/** Those of before stay where they are. */
function answersOf({before, reads, stored}: RevisionState, order: Uint32Array): StoredAnswers {
  const starts = new Uint32Array(order.length)
  const lengths = new Uint32Array(order.length)
  const added = new Map<number, string>()
  for (const [newPosition, position] of order.entries()) {
    const stands = !reads.has(position)
    const value = stands ? before.answers.added.get(position) : stored.get(position)
    if (value !== undefined) added.set(newPosition, value)
    if (!stands) continue
    starts[newPosition] = before.answers.starts[position] ?? 0
    lengths[newPosition] = before.answers.lengths[position] ?? 0
  }
  return {starts, lengths, read: before.answers.read, added}
}
