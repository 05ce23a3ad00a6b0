import {Buffer} from 'node:buffer'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {readColumns, type SettledState} from './collect-traces.ts'
import {textColumn} from './text-column.ts'
import {hashAt, readsAt, storedAt, type Traces, unknownHash} from './traces.ts'

/**
 * Traces of some queries that ran, for a revision of the same inputs and past. What they read and is not among them has a place there and
 * no hash: the other revision knows it already, or finds it by itself as it does an input.
 *
 * @param ran
 *   Their positions, in order of completion.
 */
export function collectRan(
  {keys, hashes, reads, reported, stored}: SettledState,
  ran: ReadonlyArray<number>
): Traces {
  const own = new Set(ran)
  const order: Array<number> = []
  const newPositions = new Int32Array(keys.size()).fill(-1)
  const readsOf = (position: number): ArrayLike<number> =>
    (own.has(position) ? reads.at(position) : undefined) ?? []
  for (const position of own) for (const read of reads.at(position) ?? []) if (!own.has(read)) place(read)
  for (const position of own) place(position)
  const diagnostics = new Map<number, ReadonlyArray<Diagnostic>>()
  const added = new Map<number, string>()
  for (const position of own) {
    const newPosition = newPositions[position] ?? 0
    const reports = reported.get(position)
    if (reports !== undefined) diagnostics.set(newPosition, reports)
    const value = stored.get(position)
    if (value !== undefined) added.set(newPosition, value)
  }
  const positions = Uint32Array.from(order)
  return {
    keys: {...keys.columnsOf(positions), ...readColumns(positions, newPositions, readsOf)},
    hashes: textColumn(order.map((position) => (own.has(position) && hashes[position]) || unknownHash)),
    diagnostics,
    answers: {
      starts: new Uint32Array(order.length),
      lengths: new Uint32Array(order.length),
      read: () => undefined,
      added
    }
  }

  function place(position: number): void {
    if (newPositions[position] === -1) newPositions[position] = order.push(position) - 1
  }
}

/**
 * Take over what another revision has collected; what is settled here stays as it is.
 *
 * @param settle
 *   Settles what has no hash there.
 */
export function adoptRan(
  {keys, hashes, reads, reported, stored}: SettledState,
  ran: Traces,
  settle: (position: number) => void
): void {
  const positions = keys.positionsOf(ran.keys)
  for (const [index, position] of positions.entries()) {
    const hash = hashAt(ran, index)
    if (hash === undefined) settle(position)
    if (hash === undefined || hashes[position] !== undefined) continue
    hashes[position] = hash
    const own = readsAt(ran.keys, index).map((read) => positions[read] ?? 0)
    reads.set(position, own)
    const reports = ran.diagnostics.get(index)
    if (reports !== undefined) reported.set(position, reports)
    const value = storedAt(ran, index)
    if (value !== undefined) stored.set(position, typeof value === 'string' ? value : ownText(value))
  }
}

/** A part of some bytes keeps all of them in memory, and a text does not. */
function ownText({buffer, byteOffset, byteLength}: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
}
