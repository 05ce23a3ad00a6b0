/** How much a process grew. */
export interface Growth {
  /** Bytes once caches were full. */
  readonly before: number
  /** Bytes at the end. */
  readonly after: number
  /** Of `before`: 0.1 is a tenth more. */
  readonly share: number
}

/** Measurements until caches are full: those of what was asked last are after some three hundred edits. */
const warmUpCount = 15
/** Measurements that are taken together: a process takes memory in steps and gives it back when it likes, so that one by itself tells nothing. */
const window = 7

/**
 * How memory grew after warming up.
 *
 * @param measured
 *   Bytes, each after some edits.
 * @returns
 *   `undefined` for so few measurements that they tell nothing.
 */
export function growthOf(measured: ReadonlyArray<number>): Growth | undefined {
  const warm = measured.slice(warmUpCount)
  if (warm.length < 2 * window) return undefined
  const [before, after] = [median(warm.slice(0, window)), median(warm.slice(-window))]
  return {before, after, share: after / before - 1}
}

function median(numbers: ReadonlyArray<number>): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0
}
