/** How much a process grew. */
export interface Growth {
  /** Bytes once caches were full. */
  readonly before: number
  /** Bytes at the end. */
  readonly after: number
  /** Of `before`: 0.1 is a tenth more. */
  readonly share: number
}

/** What part of a measurement is taken for warming up. */
const warmUpShare = 0.2
/** Measurements that are taken together: a process gives memory back when it likes, and the least of some is what it needs. */
const window = 5

/**
 * How memory grew after warming up.
 *
 * @param measured
 *   Bytes, at even distances.
 * @returns
 *   `undefined` for so few measurements that they tell nothing.
 */
export function growthOf(measured: ReadonlyArray<number>): Growth | undefined {
  const start = Math.floor(measured.length * warmUpShare)
  if (measured.length - start < 2 * window) return undefined
  const before = Math.min(...measured.slice(start, start + window))
  const after = Math.min(...measured.slice(-window))
  return {before, after, share: after / before - 1}
}
