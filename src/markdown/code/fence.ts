import type {Code} from 'mdast'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {type CodeMeta, parseCodeMeta, parseLineRanges} from '../features/code-meta.ts'
import {placeOf, startOf} from '../place-of.ts'

/** What is written at the start of a block of code. */
export interface Fence {
  /** As written, without `diff-` before it and `{1,3}` behind it; empty where there is none. */
  readonly language: string
  /** Whether the first character of each line may be a `+` or `-` that is no part of the code. */
  readonly isDiff: boolean
  readonly meta: CodeMeta
  /** Place of a text in the line of the fence; of all of that line, or of the block, where it is not found. */
  readonly placeOf: (written: string) => Place | undefined
  /** Place of a text in a line of the code, the first of which is 0. */
  readonly placeInLine: (index: number, written: string) => Place | undefined
}

/** Read the start of a block of code in the text that its position counts in. */
export function readFence(code: Code, text: string): Fence {
  const [info = ''] = (code.lang ?? '').split(/\s/)
  const [, named = '', braces = ''] = /^([^{]*)(\{[^{}]*\})$/.exec(info) ?? ['', info]
  const hasRanges = parseLineRanges(braces.slice(1, -1)) !== undefined
  const name = hasRanges ? named : info
  const language = /^diff-(.+)$/i.exec(name)?.[1] ?? name
  const meta = parseCodeMeta([hasRanges ? braces : '', code.meta ?? ''].join(' '))
  const isDiff = language !== name || (meta.words.includes('diff') && language !== 'diff')
  return {
    language,
    isDiff,
    meta,
    placeOf: (written) => inFence(code, text, written) ?? placeOf(code),
    placeInLine: (index, written) => inCode(code, text, index, written) ?? placeOf(code)
  }
}

function inFence(code: Code, text: string, written: string): Place | undefined {
  const start = startOf(code)
  const place = placeOf(code)
  if (start === undefined || place === undefined) return undefined
  const [line] = text.slice(start).split('\n', 1)
  const mark = /^(?:`{3,}|~{3,})/.exec(line ?? '')?.[0]
  if (line === undefined || mark === undefined) return undefined
  const found = line.indexOf(written, mark.length)
  const [from, to] = found === -1 ? [0, line.trimEnd().length] : [found, found + written.length]
  return {line: place.line, column: place.column + from, endLine: place.line, endColumn: place.column + to}
}

function inCode(code: Code, text: string, index: number, written: string): Place | undefined {
  const start = startOf(code)
  const first = placeOf(code)?.line
  if (start === undefined || first === undefined) return undefined
  const line = text.slice(start).split('\n', index + 2)[index + 1]
  const from = line?.indexOf(written) ?? -1
  if (from === -1) return undefined
  const column = from + 1
  return {line: first + index + 1, column, endLine: first + index + 1, endColumn: column + written.length}
}
