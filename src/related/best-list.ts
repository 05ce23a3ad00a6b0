/** The best of many, while they are met one by one. */
export interface BestList {
  readonly offer: (item: number, score: number) => void
  /** What the last of the list scores; 0 as long as there is room. */
  readonly least: () => number
  /** The best first; of equal ones the lower item. */
  readonly items: () => ReadonlyArray<number>
}

/** A list for the `size` best. */
export function bestList(size: number): BestList {
  const items = new Int32Array(size)
  const scores = new Float64Array(size)
  let count = 0
  return {
    offer(item, score) {
      if (count === size && !isBefore(score, item, size - 1)) return
      let at = count < size ? count++ : size - 1
      for (; at > 0 && isBefore(score, item, at - 1); at--) {
        items[at] = items[at - 1] ?? 0
        scores[at] = scores[at - 1] ?? 0
      }
      items[at] = item
      scores[at] = score
    },
    least: () => (count === size ? (scores[size - 1] ?? 0) : 0),
    items: () => Array.from(items.subarray(0, count))
  }

  function isBefore(score: number, item: number, at: number): boolean {
    const other = scores[at] ?? 0
    return score > other || (score === other && item < (items[at] ?? 0))
  }
}
