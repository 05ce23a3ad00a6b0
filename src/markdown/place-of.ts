import type {Node, Point, Position} from 'unist'
import type {Place} from '#src/diagnostics/diagnostic.ts'

/** Where a node stands in the file; `undefined` when it was generated. */
export function placeOf(node: Node): Place | undefined {
  const {start, end = start} = positionOf(node)
  if (start === undefined || end === undefined) return undefined
  return {line: start.line, column: start.column, endLine: end.line, endColumn: end.column}
}

/** Offset in the text where a node starts; `undefined` when it was generated. */
export function startOf(node: Node): number | undefined {
  return positionOf(node).start?.offset
}

/** Offset in the text where a node ends; `undefined` when it was generated or never closed. */
export function endOf(node: Node): number | undefined {
  return positionOf(node).end?.offset
}

/** The point behind what is written from another on. */
export function pointBehind({line, column, offset = 0}: Point, text: string): Point {
  const lines = text.split('\n')
  const last = lines.at(-1) ?? ''
  const isSameLine = lines.length === 1
  return {
    line: line + lines.length - 1,
    column: (isSameLine ? column : 1) + last.length,
    offset: offset + text.length
  }
}

/** Types promise both ends, but rehype-raw leaves out either for elements that no tag opens or closes. */
function positionOf({position}: Node): Partial<Position> {
  return position ?? {}
}
