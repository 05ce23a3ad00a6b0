import type {Code} from 'mdast'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {type CodeMeta, parseCodeMeta} from '../features/code-meta.ts'
import {placeOf, startOf} from '../place-of.ts'
import {toCodeMeta} from './hugo-options.ts'

/** What is written at the start of a block of code. */
export interface Fence {
  /** As written, without `diff-` before it and what follows it without a blank, as in `js{1,3}`; empty where there is none. */
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
  const info = `${code.lang ?? ''} ${code.meta ?? ''}`
  const [all = '', language = '', isNumbered] = head.exec(info) ?? []
  const rest = info.slice(all.length)
  const numbers = isNumbered === undefined ? '' : numbersOf(isNumbered)
  const plain = parseCodeMeta(`${numbers} ${rest}`)
  // Written for Hugo, they are read as what they mean here.
  const meta =
    plain.options.length === 0
      ? plain
      : {
          ...parseCodeMeta([numbers, rest, ...plain.options.map(toCodeMeta)].join(' ')),
          options: plain.options
        }
  const name = /^diff-(.+)$/i.exec(language)?.[1] ?? language
  const isDiff = name !== language || (meta.words.includes('diff') && name !== 'diff')
  return {
    language: name,
    isDiff,
    meta,
    placeOf: (written) => inFence(code, text, written) ?? placeOf(code),
    placeInLine: (index, written) => inCode(code, text, index, written) ?? placeOf(code)
  }
}

/** The word that says what VitePress says with `:line-numbers=5` behind a language; of anything else it is no word. */
export function numbersOf(written: string): string {
  if (written.startsWith(':no-')) return 'noLineNumbers'
  return written.replace(':line-numbers', 'lineNumbers').replace(/=$/, '')
}

/**
 * The language, and what VitePress has right behind it. Braces that come first belong to it, as other tools have languages in them;
 * brackets do not.
 */
const head = /^((?:\{[^\s{}]*\}|[^\s{[])[^\s{[]*?|)(:(?:no-)?line-numbers(?:=\d*)?)?(?=[\s{[]|$)/

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
