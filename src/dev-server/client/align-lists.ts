/** Positions of equal items in two lists, ascending in both. */
export type Alignment = ReadonlyArray<readonly [before: number, after: number]>

/** Lists that are longer by each other take too long: of these, only what is equal at both ends is found. */
const cellsMax = 1_000_000

/** The longest alignment of two lists of texts. */
export function alignLists(before: ReadonlyArray<string>, after: ReadonlyArray<string>): Alignment {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const inner = alignInner(before.slice(start, before.length - end), after.slice(start, after.length - end))
  return [
    ...Array.from({length: start}, (_, index) => [index, index] as const),
    ...inner.map(([one, other]) => [one + start, other + start] as const),
    ...Array.from(
      {length: end},
      (_, index) => [before.length - end + index, after.length - end + index] as const
    )
  ]
}

/** The longest common subsequence, by the table of its lengths from each position to the ends. */
function alignInner(before: ReadonlyArray<string>, after: ReadonlyArray<string>): Alignment {
  const width = after.length + 1
  if ((before.length + 1) * width > cellsMax) return []
  const lengths = new Uint32Array((before.length + 1) * width)
  const lengthAt = (one: number, other: number): number => lengths[one * width + other] ?? 0
  for (let one = before.length - 1; one >= 0; one--) {
    for (let other = after.length - 1; other >= 0; other--) {
      lengths[one * width + other] =
        before[one] === after[other]
          ? lengthAt(one + 1, other + 1) + 1
          : Math.max(lengthAt(one + 1, other), lengthAt(one, other + 1))
    }
  }
  const pairs: Array<readonly [number, number]> = []
  let [one, other] = [0, 0]
  while (one < before.length && other < after.length) {
    if (before[one] === after[other]) pairs.push([one++, other++])
    else if (lengthAt(one + 1, other) >= lengthAt(one, other + 1)) one++
    else other++
  }
  return pairs
}
