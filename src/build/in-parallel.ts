/** Run `work` on every item, at most `limit` at once; rejects with the first failure. */
export async function inParallel<Item>(
  items: ReadonlyArray<Item>,
  limit: number,
  work: (item: Item) => Promise<void>
): Promise<void> {
  const lanes = Array.from({length: Math.min(limit, items.length)}, () => work)
  await inLanes(items, lanes, (item, lane) => lane(item))
}

/** Run `work` on every item in whichever lane is free, one item at a time in each; rejects with the first failure. */
export async function inLanes<Item, Lane>(
  items: ReadonlyArray<Item>,
  lanes: ReadonlyArray<Lane>,
  work: (item: Item, lane: Lane) => Promise<void>
): Promise<void> {
  const waiting = items.values()
  await Promise.all(
    lanes.map(async (lane) => {
      for (const item of waiting) await work(item, lane)
    })
  )
}

/** Requests under way with one thread: while it answers one, the next lies ready. */
export const requestsAtOnce = 2

/** Items in batches of `size`, the last one of what is left. */
export function batchesOf<Item>(
  items: ReadonlyArray<Item>,
  size: number
): ReadonlyArray<ReadonlyArray<Item>> {
  return Array.from({length: Math.ceil(items.length / size)}, (_, number) =>
    items.slice(number * size, (number + 1) * size)
  )
}
