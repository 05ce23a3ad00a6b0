import {Lexer} from 'yaml'

/** What the lexer of `yaml` adds to mark scalars, documents and broken lists; no part of the text. */
const markers: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f'])

/**
 * Offset of the innermost quote or bracket that is open at an offset; `undefined` when there is none. A parser complains of
 * it only where the text, or its indentation, ends.
 */
export function findUnclosed(text: string, end: number): number | undefined {
  const open: Array<number> = []
  let offset = 0
  for (const token of new Lexer().lex(text)) {
    if (markers.has(token)) continue
    if (offset >= end) break
    if (token === '[' || token === '{') open.push(offset)
    if (token === ']' || token === '}') open.pop()
    const isQuoted = /^["']/.test(token)
    if (isQuoted && offset + token.length >= end) return offset
    offset += token.length
  }
  return open.at(-1)
}
