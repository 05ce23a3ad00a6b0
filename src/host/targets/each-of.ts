/**
 * Do something for each item, in order, some at once. Rejects with the first failure, when nothing is under way any more; what was not
 * begun by then is not begun.
 *
 * @param atOnce
 *   At least 1.
 */
export async function eachOf<Item>(
  items: ReadonlyArray<Item>,
  atOnce: number,
  act: (item: Item) => Promise<void>
): Promise<void> {
  const failures: Array<unknown> = []
  const rest = items.values()
  await Promise.all(Array.from({length: Math.min(atOnce, items.length)}, work))
  if (failures.length > 0) throw failures[0]

  async function work(): Promise<void> {
    // All take from one iterator.
    for (const item of rest) {
      try {
        await act(item)
      } catch (error) {
        failures.push(error)
      }
      if (failures.length > 0) return
    }
  }
}
