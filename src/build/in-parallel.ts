/** Run `work` on every item, at most `limit` at once; rejects with the first failure. */
export async function inParallel<Item>(
  items: ReadonlyArray<Item>,
  limit: number,
  work: (item: Item) => Promise<void>
): Promise<void> {
  const waiting = items.values()
  const lanes = Array.from({length: Math.min(limit, items.length)}, async () => {
    for (const item of waiting) await work(item)
  })
  await Promise.all(lanes)
}
