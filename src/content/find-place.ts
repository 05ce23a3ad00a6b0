import type {Place} from '#src/diagnostics/diagnostic.ts'

/** The place of the text between two offsets, the end exclusive. */
export type FindPlace = (start: number, end: number) => Place

/** A function from offsets in `text` to places; a line ends with LF, CRLF or a lone CR. */
export function placesIn(text: string): FindPlace {
  const lineStarts = findLineStarts(text)
  return (start, end) => {
    const first = point(start)
    const last = point(Math.max(start, end))
    return {line: first.line, column: first.column, endLine: last.line, endColumn: last.column}
  }

  function point(offset: number): {readonly line: number; readonly column: number} {
    let low = 0
    let high = lineStarts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((lineStarts[middle] ?? 0) <= offset) low = middle
      if ((lineStarts[middle] ?? 0) > offset) high = middle - 1
    }
    return {line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1}
  }
}

function findLineStarts(text: string): ReadonlyArray<number> {
  const starts = [0]
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    const isCrLf = unit === carriageReturn && text.charCodeAt(offset + 1) === lineFeed
    if (unit === lineFeed || (unit === carriageReturn && !isCrLf)) starts.push(offset + 1)
  }
  return starts
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
