import type {Hash} from './hash.ts'
import type {Key} from './query.ts'
import type {Traces} from './traces.ts'

/**
 * Which traces a change of inputs reaches, over any number of reads; all others stand as they are. One pass, because keys stand
 * after what they read.
 *
 * @param inputHash
 *   Hash of an input as it is now; `undefined` for the key of a query.
 */
export function findReached(
  traces: Traces,
  inputHash: (key: Key) => Hash | undefined
): (position: number) => boolean {
  const {keys, hashes, starts, reads} = traces
  const reached = new Uint8Array(keys.length)
  for (const [position, key] of keys.entries()) {
    const start = starts[position] ?? 0
    const end = starts[position + 1] ?? 0
    // A query that reads nothing is a constant.
    const hash = start === end ? inputHash(key) : undefined
    if (hash !== undefined && hash !== hashes[position]) reached[position] = 1
    for (let index = start; index < end && reached[position] === 0; index++) {
      reached[position] = reached[reads[index] ?? 0] ?? 0
    }
  }
  return (position) => reached[position] !== 0
}
