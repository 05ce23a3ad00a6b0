/**
 * The name in `known` that `name` was probably meant to be.
 *
 * @returns
 *   The nearest name within a third of its length in edits (transpositions count as one, so that `tilte` is near
 *   `title`); `undefined` when nothing is near. Ties go to the earlier name.
 */
export function closest<Name extends string>(name: string, known: ReadonlyArray<Name>): Name | undefined {
  const own = name.toLowerCase()
  let best: Name | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const candidate of known) {
    const limit = Math.max(1, Math.floor(candidate.length / 3))
    if (Math.abs(candidate.length - name.length) > limit) continue
    const distance = editDistance(own, candidate.toLowerCase(), Math.min(limit, bestDistance))
    if (distance <= limit && distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Names by keys, of which those have one in common that may be near each other. */
export type NamesByKey<Name extends string> = Readonly<Record<string, ReadonlyArray<Name>>>

/** Names by keys: who looks for the closest of thousands, thousands of times, is not to compare each with all. */
export function groupByKeys<Name extends string>(
  names: Iterable<Name>,
  keysOf: (name: string) => ReadonlyArray<string>
): NamesByKey<Name> {
  const groups = new Map<string, Array<Name>>()
  for (const name of names) {
    for (const key of keysOf(name)) {
      const known = groups.get(key)
      if (known === undefined) groups.set(key, [name])
      else known.push(name)
    }
  }
  return Object.fromEntries(groups)
}

/** The closest of the names that have a key in common with this one. */
export function closestByKeys<Name extends string>(
  name: string,
  groups: NamesByKey<Name>,
  keysOf: (name: string) => ReadonlyArray<string>
): Name | undefined {
  const near = keysOf(name).flatMap((key) => (Object.hasOwn(groups, key) ? (groups[key] ?? []) : []))
  return closest(name, near)
}

/** Keys of a name by its beginning and its end: most slips change one of them at most. What is short may differ in both. */
export function endsOf(name: string): ReadonlyArray<string> {
  const own = name.toLowerCase()
  const ends = [`^${own.slice(0, beginLength)}`, `${own.slice(-endLength)}$`]
  return own.length <= beginLength + endLength ? [...ends, 'short'] : ends
}

const beginLength = 2
const endLength = 3

/** Optimal string alignment distance: insertions, deletions, substitutions, adjacent transpositions; infinity beyond `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let beforePrevious: ReadonlyArray<number> = []
  let previous: ReadonlyArray<number> = Array.from({length: b.length + 1}, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let nearest = row
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      const isTransposed =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const distance = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + cost,
        isTransposed ? at(beforePrevious, column - 2) + 1 : Number.POSITIVE_INFINITY
      )
      current.push(distance)
      nearest = Math.min(nearest, distance)
    }
    // What follows goes on from these two rows, and never gets nearer.
    if (nearest > limit && Math.min(...previous) > limit) return Number.POSITIVE_INFINITY
    beforePrevious = previous
    previous = current
  }
  return at(previous, b.length)
}

function at(row: ReadonlyArray<number>, index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
