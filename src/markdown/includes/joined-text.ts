import type {Point} from 'unist'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {FileLine} from './place-in-file.ts'

/** Where a line of a joined text is from. */
export interface JoinedLine extends FileLine {
  /** Its number in the text itself; of an included line, that of the line that includes it. */
  readonly line: number
  /** Of what includes it, in the text itself. */
  readonly place?: Place | undefined
}

/** A text with the texts that it includes, each behind the line that includes it. */
export interface JoinedText {
  readonly text: string
  readonly lines: ReadonlyArray<JoinedLine>
}

/** A text to be included. */
export interface InsertedText extends JoinedText {
  /** Offset where the node that includes it ends. */
  readonly after: number
  readonly path: SourcePath
  /** The number in the file of each line that is its own. */
  readonly lineNumbers: ReadonlyArray<number>
  /** Of these lines in the file. */
  readonly indentation: number
  readonly place: Place | undefined
}

/** A text that includes nothing. */
export function plainText(text: string): JoinedText {
  const count = text.split('\n').length
  return {text, lines: Array.from({length: count}, (_, index) => ({line: index + 1}))}
}

/**
 * Put texts behind the lines that include them.
 *
 * @param inserted
 *   In order of the text.
 * @returns
 *   `move` tells where a point of the text is now: what ends with an include ends behind what is included. `moveInserted` tells it of
 *   a point in one of those, by its number.
 */
export function joinText(
  text: string,
  inserted: ReadonlyArray<InsertedText>
): JoinedText & {
  readonly move: (point: Point) => Point
  readonly moveInserted: (index: number, point: Point) => Point
} {
  const lines: Array<JoinedLine> = [{line: 1}]
  const spots: Array<Spot> = []
  let joined = ''
  let end = 0
  for (const {after, path, lineNumbers, indentation, place, ...included} of inserted) {
    const lineEnd = endOfLine(text, after)
    addOwn(text.slice(end, lineEnd))
    end = lineEnd
    const start = {offset: joined.length + 1, line: lines.length + 1}
    const line = lines.at(-1)?.line ?? 1
    joined += `\n${included.text}`
    for (const inner of included.lines) {
      const own = {path, lineInFile: lineNumbers[inner.line - 1], indentation}
      lines.push({line, place, ...own, ...innerFile(inner)})
    }
    spots.push({
      after,
      lineEnd,
      start,
      end: {...endPoint(included.text), line: lines.length, offset: joined.length}
    })
  }
  addOwn(text.slice(end))
  return {text: joined, lines, move, moveInserted}

  function addOwn(part: string): void {
    joined += part
    let line = lines.findLast(({path}) => path === undefined)?.line ?? 1
    for (let index = part.indexOf('\n'); index !== -1; index = part.indexOf('\n', index + 1)) {
      lines.push({line: ++line})
    }
  }

  function move(point: Point): Point {
    const {offset, line} = point
    if (offset === undefined) return point
    const spot = spots[spotsBefore(offset) - 1]
    if (spot === undefined) return point
    if (offset <= spot.lineEnd) return spot.end
    const ownLine = lines[spot.end.line - 1]?.line ?? 1
    return {...point, offset: spot.end.offset + offset - spot.lineEnd, line: spot.end.line + line - ownLine}
  }

  function spotsBefore(offset: number): number {
    let [low, high] = [0, spots.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((spots[middle]?.after ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  function moveInserted(index: number, point: Point): Point {
    const {start} = spots[index] ?? {}
    if (start === undefined || point.offset === undefined) return point
    return {...point, offset: start.offset + point.offset, line: start.line + point.line - 1}
  }
}

/** The file of a line that an included text includes itself. */
function innerFile({path, lineInFile, indentation = 0}: JoinedLine): FileLine {
  return path === undefined ? {} : {path, lineInFile, indentation}
}

/** Where an inserted text stands. */
interface Spot {
  /** In the text without it: where the node that includes it ends, and that node's line. */
  readonly after: number
  readonly lineEnd: number
  /** In the joined text. */
  readonly start: {readonly offset: number; readonly line: number}
  readonly end: {readonly offset: number; readonly line: number; readonly column: number}
}

function endPoint(text: string): {readonly column: number} {
  return {column: text.length - text.lastIndexOf('\n')}
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end
}
