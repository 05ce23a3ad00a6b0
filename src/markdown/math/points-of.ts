import type {Point} from 'unist'

/** Line and column of an offset. */
export type PointAt = (offset: number) => Required<Point>

/** Finds lines and columns of a text's offsets. */
export function pointsOf(text: string): PointAt {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return {line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset}
  }
}
