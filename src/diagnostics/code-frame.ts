import type {Place} from './diagnostic.ts'
import {blankLike, printableText, widthOf} from './printable-text.ts'

/** One line of a code frame, for a writer to style. */
export interface FrameLine {
  /** `marked`: a line of the place; `carets`: what stands below it. */
  readonly kind: 'context' | 'marked' | 'carets'
  /** Without trailing blanks. */
  readonly text: string
}

/**
 * The lines of `text` that `place` is on, the line before them, and carets below the place:
 *
 *       2 | date: 2024-01-01
 *     > 3 | tilte: Hello
 *         | ^^^^^
 *
 * Of a place over several lines the first few are shown, with carets below the first. Long lines are cut around the
 * place. A place outside the text is moved to the nearest line.
 */
export function codeFrame(text: string, place: Place): ReadonlyArray<FrameLine> {
  const lines = linesUpTo(text, place.endLine)
  const first = Math.min(Math.max(place.line, 1), lines.length)
  const lastShown = Math.min(lastMarkedLine(place), lines.length, first + markedLinesMax - 1)
  const column = cutStart(lines[first - 1] ?? '', place.column)
  const gutter = String(Math.max(first, lastShown)).length
  const frame: Array<FrameLine> = []
  for (let number = Math.max(1, first - linesBefore); number <= Math.max(first, lastShown); number++) {
    const line = lines[number - 1] ?? ''
    const isMarked = number >= first
    const label = `${isMarked ? '>' : ' '} ${String(number).padStart(gutter)} | `
    frame.push({kind: isMarked ? 'marked' : 'context', text: (label + cut(line, column)).trimEnd()})
    if (number === first) {
      frame.push({kind: 'carets', text: `  ${' '.repeat(gutter)} | ${caretsBelow(line, column, place)}`})
    }
  }
  const isCutShort = lastShown < Math.min(lastMarkedLine(place), lines.length)
  return isCutShort ? [...frame, {kind: 'context', text: `  ${' '.repeat(gutter)} | …`}] : frame
}

/** One line before is enough to find the spot again, and keeps a report of many problems short. */
const linesBefore = 1

/** Of a place over many lines, such as an unclosed block, the beginning tells what is meant. */
const markedLinesMax = 3

/** Longer lines, in code units, are cut: they would wrap and part the carets from what they are below. */
const lineLengthMax = 160

/** What stays visible to the left of the place in a line that is cut, in code units. */
const lengthBefore = 60

/** Lines 1 to `last` of `text`, and no more: a frame at the top of a long text does not pay for its length. */
function linesUpTo(text: string, last: number): ReadonlyArray<string> {
  const lines: Array<string> = []
  const ending = /\r\n|\n|\r/g
  let start = 0
  while (lines.length < Math.max(last, 1)) {
    const match = ending.exec(text)
    lines.push(text.slice(start, match?.index))
    if (match === null) break
    start = ending.lastIndex
  }
  return lines
}

/** A place that ends before the first character of a line does not reach that line. */
function lastMarkedLine(place: Place): number {
  const endsAtLineStart = place.endColumn <= 1 && place.endLine > place.line
  return endsAtLineStart ? place.endLine - 1 : place.endLine
}

/** Index of the first code unit shown; 0 when the line is short enough. */
function cutStart(line: string, column: number): number {
  if (line.length <= lineLengthMax) return 0
  const start = Math.min(Math.max(0, column - 1 - lengthBefore), line.length - lineLengthMax)
  return wholeCharacter(line, start)
}

/** The part of `line` that is shown, with `…` for what is left out on either side. */
function cut(line: string, start: number): string {
  const end = start + lineLengthMax < line.length ? wholeCharacter(line, start + lineLengthMax) : line.length
  const before = start === 0 ? '' : '…'
  const after = end < line.length ? '…' : ''
  return before + printableText(line.slice(start, end)) + after
}

/** `index`, or the one before it when it would part a surrogate pair. */
function wholeCharacter(line: string, index: number): number {
  return index > 0 && (line.codePointAt(index - 1) ?? 0) > 0xffff ? index - 1 : index
}

/** Blanks up to the place and carets below it, at least one, none beyond the end of the line or of the cut. */
function caretsBelow(line: string, start: number, place: Place): string {
  const from = Math.min(Math.max(place.column - 1, start), line.length)
  const to = place.endLine > place.line ? line.length : place.endColumn - 1
  const shownTo = Math.max(from, Math.min(to, line.length, start + lineLengthMax))
  const before = (start === 0 ? '' : '…') + printableText(line.slice(start, from))
  return blankLike(before) + '^'.repeat(Math.max(1, widthOf(line.slice(from, shownTo))))
}
