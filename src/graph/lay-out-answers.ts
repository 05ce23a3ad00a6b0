import {Buffer} from 'node:buffer'
import {type StoredAnswers, storedAt, type TracedKeys, type Traces} from './traces.ts'

/** Bytes to be put somewhere, and where all answers lie then. */
export interface LaidOutAnswers {
  readonly places: Pick<StoredAnswers, 'starts' | 'lengths'>
  readonly byteLength: number
  /** The bytes, one piece after the other: all at once they would be in memory twice. */
  readonly pieces: () => Iterable<Uint8Array>
}

/** All stored answers, one after the other, from 0 on. Those of one query stand together: who reads one reads more of its kind. */
export function layOutAnswers(traces: Traces): LaidOutAnswers {
  return layOut(traces, byQuery(traces.keys), 0)
}

/**
 * The answers that have no place yet; the others stay where they are.
 *
 * @param start
 *   Where the first of them will be put.
 */
export function layOutAdded(traces: Traces, start: number): LaidOutAnswers {
  return layOut(traces, [...traces.answers.added.keys()], start)
}

function layOut(traces: Traces, positions: ReadonlyArray<number>, start: number): LaidOutAnswers {
  const starts = new Uint32Array(traces.answers.starts)
  const lengths = new Uint32Array(traces.answers.lengths)
  const values: Array<string | Uint8Array> = []
  let end = start
  for (const position of positions) {
    const value = storedAt(traces, position)
    const length = value === undefined ? 0 : byteLengthOf(value)
    lengths[position] = length
    if (value === undefined) continue
    values.push(value)
    starts[position] = end
    end += length
  }
  return {places: {starts, lengths}, byteLength: end - start, pieces: () => piecesOf(values)}
}

/** Of a piece, unless one value is longer. */
const pieceSize = 1024 * 1024

function* piecesOf(values: ReadonlyArray<string | Uint8Array>): Iterable<Uint8Array> {
  let piece = Buffer.allocUnsafe(pieceSize)
  let end = 0
  for (const value of values) {
    const length = byteLengthOf(value)
    if (end + length > piece.length) {
      if (end > 0) yield piece.subarray(0, end)
      // Another one, as nobody knows how long who reads them needs the last.
      piece = Buffer.allocUnsafe(Math.max(length, pieceSize))
      end = 0
    }
    if (typeof value === 'string') piece.write(value, end)
    else piece.set(value, end)
    end += length
  }
  if (end > 0) yield piece.subarray(0, end)
}

function byQuery({queries, queryIds}: TracedKeys): ReadonlyArray<number> {
  const groups = queries.map((): Array<number> => [])
  for (const [position, query] of queryIds.entries()) groups[query]?.push(position)
  return groups.flat()
}

function byteLengthOf(value: string | Uint8Array): number {
  return typeof value === 'string' ? Buffer.byteLength(value) : value.byteLength
}
