import {grown} from './grown.ts'

/** What values read, as positions, by the position of each: ten thousand articles make a million reads, which take a sixth of the room of arrays. */
export interface ReadTable {
  readonly has: (position: number) => boolean
  /** In order of first reading; `undefined` for a value whose query has not run. Until the next `set`. */
  readonly at: (position: number) => Uint32Array | undefined
  /** In the place of what was known of this position. */
  readonly set: (position: number, reads: ArrayLike<number>) => void
  /** Positions that have reads, if only none, in order. */
  readonly positions: () => Iterable<number>
}

export function openReadTable(): ReadTable {
  /** Where the reads of each begin, plus one; 0 where there are none yet. */
  let starts: Uint32Array = new Uint32Array(0)
  let lengths: Uint32Array = new Uint32Array(0)
  let reads: Uint32Array = new Uint32Array(0)
  let readCount = 0
  return {has, at, set, positions}

  function has(position: number): boolean {
    return (starts[position] ?? 0) > 0
  }

  function at(position: number): Uint32Array | undefined {
    if (!has(position)) return undefined
    const start = (starts[position] ?? 0) - 1
    return reads.subarray(start, start + (lengths[position] ?? 0))
  }

  function set(position: number, own: ArrayLike<number>): void {
    starts = grown(starts, position + 1)
    lengths = grown(lengths, position + 1)
    // A query that runs once more mostly reads what it read.
    if (!has(position) || own.length > (lengths[position] ?? 0)) {
      reads = grown(reads, readCount + own.length)
      starts[position] = readCount + 1
      readCount += own.length
    }
    lengths[position] = own.length
    reads.set(own, (starts[position] ?? 0) - 1)
  }

  function* positions(): Iterable<number> {
    for (let position = 0; position < starts.length; position++) if (has(position)) yield position
  }
}
