/** Part of a text, by offsets. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Stretches without empty lines and outside of fences; some of them are no paragraphs at all. */
export function listParagraphs(text: string): ReadonlyArray<Stretch> {
  const paragraphs: Array<Stretch> = []
  let fence: Fence | undefined
  let from: number | undefined
  let start = 0
  for (const line of text.split('\n')) {
    const opened = fence === undefined ? openingFence(line) : undefined
    if (fence !== undefined && isLeft(fence, line)) fence = undefined
    const isText = fence === undefined && opened === undefined && line.replace(containers, '') !== ''
    if (isText) from ??= start
    else if (from !== undefined) {
      paragraphs.push({start: from, end: start - 1})
      from = undefined
    }
    if (fence !== undefined && isClosing(fence, line)) fence = undefined
    fence ??= opened
    start += line.length + 1
  }
  return from === undefined ? paragraphs : [...paragraphs, {start: from, end: text.length}]
}

/** Offset behind the code that begins before `after` with these backticks; `after` itself where nothing ends it. */
export function codeEnd(paragraph: string, after: number, mark: string): number {
  const closing = new RegExp(`(?<!\`)${mark}(?!\`)`, 'g')
  closing.lastIndex = after
  const match = closing.exec(paragraph)
  return match === null ? after : match.index + mark.length
}

/** A fence that opens code. */
interface Fence {
  readonly mark: string
  readonly quoteDepth: number
}

/** What quotes have before a line. */
export const containers: RegExp = /^[ \t>]*/

function openingFence(line: string): Fence | undefined {
  const [, mark, rest = ''] = /^[ \t>*+\-\d.)]*(`{3,}|~{3,})(.*)$/.exec(line) ?? []
  if (mark === undefined || (mark.startsWith('`') && rest.includes('`'))) return undefined
  return {mark, quoteDepth: quoteDepthOf(line)}
}

/** Code ends with the quote that it stands in. */
function isLeft({quoteDepth}: Fence, line: string): boolean {
  return quoteDepthOf(line) < quoteDepth
}

function isClosing({mark}: Fence, line: string): boolean {
  const found = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1]
  return found?.startsWith(mark) === true
}

/** How many quotes a line stands in. */
export function quoteDepthOf(line: string): number {
  return containers.exec(line)?.[0].replace(/[^>]/g, '').length ?? 0
}
