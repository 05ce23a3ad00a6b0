/** Where a token stands in raw HTML. */
interface Span {
  readonly start: number
  /** Offset behind it. */
  readonly end: number
}

/** A text or comment as written. */
interface WrittenToken extends Span {
  readonly kind: 'text' | 'comment'
  readonly written: string
}

/** A start tag. */
export interface StartTag extends Span {
  readonly kind: 'start'
  readonly name: string
  /** As written, blanks before them. */
  readonly attributes: string
}

interface EndTag extends Span {
  readonly kind: 'end'
  readonly name: string
}

/** A part of raw HTML that is written so plainly that there is one way to read it. */
export type HtmlToken = WrittenToken | StartTag | EndTag

/** A comment, a start tag or an end tag. */
const markup =
  /<!--(?!-?>)(?:(?!--!?>)[\s\S])*-->|<([a-z][a-z\d-]*)((?:\s+[a-z][a-z\d:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*>|<\/([a-z][a-z\d-]*)>/g

/** The pattern may take quadratic time. */
const lengthMax = 4_000

/** The tokens of a stretch of raw HTML; `undefined` when there might be another way to read it. */
export function readTokens(html: string): ReadonlyArray<HtmlToken> | undefined {
  if (html.length > lengthMax) return undefined
  const tokens: Array<HtmlToken> = []
  let end = 0
  for (const match of html.matchAll(markup)) {
    const [written, startName, attributes = '', endName] = match
    if (!addText(match.index)) return undefined
    const span = {start: match.index, end: match.index + written.length}
    if (startName !== undefined) tokens.push({kind: 'start', name: startName, attributes, ...span})
    else if (endName !== undefined) tokens.push({kind: 'end', name: endName, ...span})
    else tokens.push({kind: 'comment', written, ...span})
    end = span.end
  }
  return addText(html.length) ? tokens : undefined

  /** Add the text up to an offset; returns whether it is plain. */
  function addText(until: number): boolean {
    const written = html.slice(end, until)
    if (written !== '') tokens.push({kind: 'text', written, start: end, end: until})
    return !written.includes('<')
  }
}
