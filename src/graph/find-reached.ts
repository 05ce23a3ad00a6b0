import type {Hash} from './hash.ts'
import {hasHash, keyCount, type Traces} from './traces.ts'

/**
 * Which traces a change of inputs reaches, over any number of reads; all others stand as they are. One pass, because keys stand
 * after what they read.
 *
 * @param inputHash
 *   Hash of the input at a position as it is now; `undefined` for a query.
 */
export function findReached(
  traces: Traces,
  inputHash: (position: number) => Hash | undefined
): (position: number) => boolean {
  const {starts, reads} = traces.keys
  const count = keyCount(traces.keys)
  const reached = new Uint8Array(count)
  for (let position = 0; position < count; position++) {
    const start = starts[position] ?? 0
    const end = starts[position + 1] ?? 0
    // A query that reads nothing is a constant.
    const hash = start === end ? inputHash(position) : undefined
    if (hash !== undefined && !hasHash(traces, position, hash)) reached[position] = 1
    for (let index = start; index < end && reached[position] === 0; index++) {
      reached[position] = reached[reads[index] ?? 0] ?? 0
    }
  }
  return (position) => reached[position] === 1
}
