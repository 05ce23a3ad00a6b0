/** The items of one numbered part; empty past the last. Page numbers are 1-based. */
export function partOf<Item>(
  items: ReadonlyArray<Item>,
  size: number,
  pageNumber: number
): ReadonlyArray<Item> {
  return items.slice((pageNumber - 1) * size, pageNumber * size)
}

/** Number of parts for a list of `total` items, at least 1, so that an empty section has an address. */
export function pageCountOf(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size))
}
