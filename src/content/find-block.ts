/** What opens a block, and so what closes it. */
type Marker = '---' | '+++' | '{'

/** The front matter block at the head of a text, as offsets in that text. */
export interface FoundBlock {
  readonly marker: Marker
  /** The word directly after the opening `---`; absent when there is none. */
  readonly language?: string
  /** End of the opening fence, before its line end. */
  readonly fenceEnd: number
  /** Where the block's own text starts: after the opening line, but at the brace itself for `{`. */
  readonly start: number
  /** Where the block's own text ends: before the closing line, but after the brace itself for `}`. */
  readonly end: number
  readonly bodyOffset: number
  /** When `false`, the block has no text, and the body starts after the opening line. */
  readonly isClosed: boolean
}

/**
 * The block that `text` starts with.
 *
 * A fence is what remark-frontmatter takes for one: the marker at the very start of a line with nothing but blanks
 * after it. A word joined to the marker (`---json`) counts as a fence too, so that `---js` is reported, not published.
 *
 * @returns
 *   `undefined` when the first line is not an opening fence, or is all there is.
 */
export function findBlock(text: string): FoundBlock | undefined {
  const brace = /^\{[ \t]*(?:\r\n|\n|\r)/.exec(text)
  if (brace) return findBraces(text, brace[0].length)
  const fence = /^(?:(---)([A-Za-z_$][\w$.+-]*)?|\+\+\+)[ \t]*(\r\n|\n|\r)/.exec(text)
  return fence ? findFenced(text, fence) : undefined
}

/** Whether the line that starts at `offset` holds nothing but blanks. */
export function isBlankLine(text: string, offset: number): boolean {
  const blank = /[ \t]*(?:[\r\n]|$)/y
  blank.lastIndex = offset
  return blank.test(text)
}

function findFenced(text: string, fence: RegExpExecArray): FoundBlock {
  const marker = fence[1] === undefined ? '+++' : '---'
  const start = fence[0].length
  const end = closingFence(text, marker, start)
  return {
    marker,
    ...(fence[2] === undefined ? {} : {language: fence[2]}),
    fenceEnd: start - (fence[3] ?? '').length,
    start,
    end: end?.index ?? start,
    bodyOffset: end ? end.index + end[0].length : start,
    isClosed: end !== undefined
  }
}

/** The first line from `start` on that has nothing but the marker. Markers are looked for first: few texts have any other. */
function closingFence(text: string, marker: '---' | '+++', start: number): RegExpExecArray | undefined {
  for (let found = text.indexOf(marker, start); found >= 0; found = text.indexOf(marker, found + 1)) {
    const before = text[found - 1]
    if (before !== '\n' && before !== '\r') continue
    const line = /(?:---|\+\+\+)[ \t]*(?:\r\n|\n|\r|$)/y
    line.lastIndex = found
    const end = line.exec(text)
    if (end !== null) return end
  }
  return undefined
}

function findBraces(text: string, lineLength: number): FoundBlock {
  const end = matchingBrace(text)
  if (end === undefined) {
    return {marker: '{', fenceEnd: 1, start: 0, end: 0, bodyOffset: lineLength, isClosed: false}
  }
  const rest = /[ \t]*(?:\r\n|\n|\r|$)/y
  rest.lastIndex = end
  const bodyOffset = rest.test(text) ? rest.lastIndex : end
  return {marker: '{', fenceEnd: 1, start: 0, end, bodyOffset, isClosed: true}
}

/** Offset after the brace that closes the one at the start; braces within double quotes do not count. */
function matchingBrace(text: string): number | undefined {
  let depth = 0
  let isQuoted = false
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset]
    if (character === '"') isQuoted = !isQuoted
    if (isQuoted && character === '\\') offset++
    if (isQuoted) continue
    if (character === '{') depth++
    if (character === '}') depth--
    if (depth === 0) return offset + 1
  }
  return undefined
}
