/**
 * The name in `known` that `name` was probably meant to be.
 *
 * @param editsMax
 *   So many edits at most. Default: any number.
 * @returns
 *   The nearest name within a third of its length in edits (transpositions count as one, so that `tilte` is near
 *   `title`); `undefined` when nothing is near. Ties go to the earlier name.
 */
export function closest<Name extends string>(
  name: string,
  known: ReadonlyArray<Name>,
  editsMax: number = Number.POSITIVE_INFINITY
): Name | undefined {
  const own = name.toLowerCase()
  let best: Name | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const candidate of known) {
    const limit = Math.min(editsMax, Math.max(1, Math.floor(candidate.length / 3)))
    if (Math.abs(candidate.length - name.length) > limit) continue
    const distance = editDistance(own, candidate.toLowerCase(), Math.min(limit, bestDistance))
    if (distance <= limit && distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

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
