import {type LineRange, parseLineRanges} from '../features/code-meta.ts'
import {readRegions} from './read-regions.ts'

/** What of a file is included; all of it where neither is given. */
export interface Selection {
  readonly region: string | undefined
  /** Ranges as written: `3-9,12`. */
  readonly lines: string | undefined
}

/** What of a file has been selected. */
export interface SelectedText {
  readonly kind: 'text'
  readonly text: string
  /** The number in the file of each of its lines, 1-based. */
  readonly lineNumbers: ReadonlyArray<number>
  /** Characters that all lines, but blank ones, begin with in the file, and not in the text. */
  readonly indentation: number
}

/** Why nothing could be selected. */
export type SelectionProblem =
  | {readonly kind: 'missing-region'; readonly known: ReadonlyArray<string>}
  | {readonly kind: 'unclosed-region'}
  /** Not ranges, or both lines and a region. */
  | {readonly kind: 'malformed-lines'}
  | {readonly kind: 'missing-lines'; readonly lineCount: number}

/** How a file is read. */
export interface SelectionOptions {
  /** Number of the first line that may be included, 1-based: what is before it is front matter. */
  readonly first: number
  /** Whether markers stand in HTML comments alone. */
  readonly isMarkdown: boolean
  /** Whether it becomes text and not code, so that a marker line goes on to part what is before and behind it. */
  readonly isText: boolean
}

/**
 * The part of a file that is asked for: without marker lines, without the indentation that its lines have in common, and without
 * blank lines at both ends.
 */
export function selectText(
  text: string,
  {region, lines: written}: Selection,
  {first, isMarkdown, isText}: SelectionOptions
): SelectedText | SelectionProblem {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  const {linesByName, unclosed, markers} = readRegions(lines, isMarkdown)
  const ranges = rangesOf()
  if (!Array.isArray(ranges)) return ranges
  const selected: Array<SelectedLine> = []
  for (const range of ranges) {
    for (let number = Math.max(range.first, first); number <= Math.min(range.last, lines.length); number++) {
      if (!markers.has(number)) selected.push({number, text: lines[number - 1] ?? ''})
      else if (isText) selected.push({number, text: ''})
    }
  }
  const shown = withoutBlankEnds(selected)
  const indentation = commonIndentation(shown)
  return {
    kind: 'text',
    text: shown.map(({text}) => (text.trim() === '' ? '' : text.slice(indentation))).join('\n'),
    lineNumbers: shown.map(({number}) => number),
    indentation
  }

  function rangesOf(): Array<LineRange> | SelectionProblem {
    if (region !== undefined && written !== undefined) return {kind: 'malformed-lines'}
    if (region !== undefined) {
      const found = linesByName.get(region)
      if (found !== undefined) return [...found]
      if (unclosed.has(region)) return {kind: 'unclosed-region'}
      return {kind: 'missing-region', known: [...linesByName.keys()]}
    }
    if (written === undefined) return [{first: 1, last: lines.length}]
    const asked = parseLineRanges(written)
    if (asked === undefined) return {kind: 'malformed-lines'}
    const isThere = asked.every(
      (range) =>
        range.first <= lines.length && (range.last <= lines.length || range.last === Number.POSITIVE_INFINITY)
    )
    return isThere ? [...asked] : {kind: 'missing-lines', lineCount: lines.length}
  }
}

interface SelectedLine {
  readonly number: number
  readonly text: string
}

function withoutBlankEnds(lines: ReadonlyArray<SelectedLine>): ReadonlyArray<SelectedLine> {
  const isWritten = ({text}: SelectedLine): boolean => text.trim() !== ''
  return lines.slice(Math.max(0, lines.findIndex(isWritten)), lines.findLastIndex(isWritten) + 1)
}

/** How many blanks all lines begin with; blank ones do not count. */
function commonIndentation(lines: ReadonlyArray<SelectedLine>): number {
  let common: string | undefined
  for (const {text} of lines) {
    const [indentation = ''] = /^[ \t]*/.exec(text) ?? []
    if (indentation.length === text.length) continue
    common = common === undefined ? indentation : commonStart(common, indentation)
    if (common === '') return 0
  }
  return common?.length ?? 0
}

function commonStart(a: string, b: string): string {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return a.slice(0, length)
}
