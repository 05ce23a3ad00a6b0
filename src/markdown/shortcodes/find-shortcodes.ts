import type {ComponentAttribute} from '#src/model/fragment.ts'
import {readTag} from './read-tag.ts'

/** A place in a text: line and column from 1, and the offset from 0. */
export interface TextPoint {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** An argument of a tag. */
export interface ShortcodeArgument extends ComponentAttribute {
  /** The value without its quotes, as written. */
  readonly written: string
  /** Where the value starts, behind its quote. */
  readonly valueStart: TextPoint
}

/** A tag as Hugo knows it: `{{< name … >}}` or `{{% name … %}}`. */
export interface Shortcode {
  /**
   * `open` may or may not be closed by a later tag, a `single` one cannot; a `comment` is a tag in the signs of one, and stands for the
   * tag itself; `code` goes on to the end of what it holds; `broken` is the beginning of what is no tag.
   */
  readonly kind: 'open' | 'close' | 'single' | 'comment' | 'code' | 'broken'
  /** Empty for a comment and what is broken. */
  readonly name: string
  /** Those without a name are called by their numbers: `0`, `1` … */
  readonly attributes: ReadonlyArray<ShortcodeArgument>
  readonly written: string
  readonly start: TextPoint
  readonly end: TextPoint
  /** Of `code`: the lines between its tags. */
  readonly code?: string
}

/** Whether a text may have shortcodes at all. */
export function mayHaveShortcodes(text: string): boolean {
  return text.includes('{{<') || text.includes('{{%')
}

const beginning = /\{\{[<%]/g

/** How long a beginning is that belongs to no tag. */
const beginningLength = 3

/** The shortcodes of a text from an offset on, in its order. */
export function findShortcodes(text: string, from: number): ReadonlyArray<Shortcode> {
  const found: Array<Shortcode> = []
  const pointAt = pointer(text)
  const findEnd = endFinder(text)
  beginning.lastIndex = from
  for (let match = beginning.exec(text); match !== null; match = beginning.exec(text)) {
    const shortcode = readShortcode(text, match.index, pointAt, findEnd)
    found.push(shortcode)
    beginning.lastIndex = shortcode.end.offset
  }
  return found
}

type PointAt = (offset: number) => TextPoint

function readShortcode(text: string, offset: number, pointAt: PointAt, findEnd: EndFinder): Shortcode {
  const start = pointAt(offset)
  const tag = readTag(text, offset)
  const none = {name: '', attributes: [], start}
  if (tag === undefined) {
    const written = text.slice(offset, offset + beginningLength)
    return {...none, kind: 'broken', written, end: pointAt(offset + beginningLength)}
  }
  const written = text.slice(offset, tag.end)
  if (tag.kind === 'comment') return {...none, kind: tag.kind, written, end: pointAt(tag.end)}
  const {name, kind} = tag
  const attributes = tag.attributes.map(({from, valueFrom, to, ...given}): ShortcodeArgument => {
    const {line, column} = pointAt(from)
    const valueStart = pointAt(valueFrom)
    const {line: endLine, column: endColumn} = pointAt(to)
    return {...given, place: {line, column, endLine, endColumn}, valueStart}
  })
  const codeEnd = kind === 'open' && name === codeName ? findEnd(tag.end) : undefined
  if (codeEnd === undefined) return {kind, name, attributes, written, start, end: pointAt(tag.end)}
  return {
    kind: 'code',
    name,
    attributes,
    written: text.slice(offset, codeEnd.end),
    start,
    end: pointAt(codeEnd.end),
    code: unindent(text.slice(tag.end, codeEnd.start), start.column - 1)
  }
}

/** Holds code instead of Markdown. */
const codeName = 'highlight'

type EndFinder = (from: number) => {readonly start: number; readonly end: number} | undefined

/** Finds the tag that ends code. */
function endFinder(text: string): EndFinder {
  const ending = /\{\{[<%]\s*\/\s*highlight\s*[%>]\}\}/g
  // What was looked for in vain is not looked for again, or a text of beginnings would take for ever.
  let isMissing = false
  return (from) => {
    ending.lastIndex = from
    const match = isMissing ? null : ending.exec(text)
    isMissing = match === null
    return match === null ? undefined : {start: match.index, end: match.index + match[0].length}
  }
}

/** Code without the line ends at its tags, and without the blanks that the tag itself stands behind. */
function unindent(code: string, column: number): string {
  const lines = code
    .replace(/^[ \t]*\n/, '')
    .replace(/\n[ \t]*$/, '')
    .split('\n')
  const blanks = new RegExp(`^[ \\t]{0,${column}}`)
  return lines.map((line) => line.replace(blanks, '')).join('\n')
}

/** Line and column of offsets that never go back. */
function pointer(text: string): PointAt {
  let line = 1
  let lineStart = 0
  let lineEnd = text.indexOf('\n')
  return (offset) => {
    while (lineEnd !== -1 && lineEnd < offset) {
      line++
      lineStart = lineEnd + 1
      lineEnd = text.indexOf('\n', lineStart)
    }
    return {line, column: offset - lineStart + 1, offset}
  }
}
