/** The best of many, while they are met one by one. */
export interface BestList {
  readonly offer: (item: number, score: number) => void
  /** The best first; of equal ones the lower item. */
  readonly items: () => ReadonlyArray<number>
}

/** A list for the `size` best. */
export function bestList(size: number): BestList {
  const items: Array<number> = []
  const scores: Array<number> = []
  return {
    offer(item, score) {
      const worst = scores.length - 1
      if (scores.length === size && !isBefore(score, item, worst)) return
      let at = scores.length
      while (at > 0 && isBefore(score, item, at - 1)) at--
      items.splice(at, 0, item)
      scores.splice(at, 0, score)
      if (scores.length > size) {
        items.pop()
        scores.pop()
      }
    },
    items: () => items
  }

  function isBefore(score: number, item: number, at: number): boolean {
    const other = scores[at] ?? 0
    return score > other || (score === other && item < (items[at] ?? 0))
  }
}
