import type {Code} from 'mdast'
import {closest} from '#src/diagnostics/closest.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {type LineRange, parseLineRanges} from '../features/code-meta.ts'
import {checkOptions} from './check-options.ts'
import {type Fence, readFence} from './fence.ts'
import {type LineMark, markLines, markNames} from './mark-lines.ts'
import {badLineNumber, badLines, linesBeyondEnd, unknownNotation} from './messages.ts'

/** How blocks of code look that say nothing of it. */
export interface CodeDefaults {
  readonly lineNumbers: boolean
  readonly wrapLines: boolean
}

/** A block of code, all that is said of it read. */
export interface CodeBlock {
  readonly fence: Fence
  /** Without what marks its lines. */
  readonly text: string
  readonly title: string | undefined
  /** Number of the first line; `undefined` when numbers are not shown. */
  readonly firstNumber: number | undefined
  /** Whether long lines are broken rather than scrolled. */
  readonly isWrapped: boolean
  /** By the index of the line, 0-based. */
  readonly marks: ReadonlyMap<number, ReadonlySet<LineMark>>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/**
 * Read a block of code: its fence, and what its lines say of themselves.
 *
 * @returns
 *   Diagnostics: `markdown/bad-lines`, `markdown/lines-beyond-end`, `markdown/bad-line-number`,
 *   `markdown/unknown-code-notation`, `markdown/unknown-code-option`.
 */
export function readBlock(code: Code, text: string, file: string, defaults: CodeDefaults): CodeBlock {
  const fence = readFence(code, text)
  const marked = markLines(code.value, fence.isDiff)
  const diagnostics: Array<Diagnostic> = [...checkOptions(fence, file)]
  const marks = new Map(marked.marks)
  const lineCount = marked.text === '' ? 0 : marked.text.split('\n').length
  for (const {kind, written} of rangesOf(fence)) addRanges(kind, written)
  for (const {index, name} of marked.unknown) {
    const spot = {file, place: fence.placeInLine(index, `[!code ${name}`)}
    diagnostics.push(unknownNotation(spot, name, closest(name, markNames)))
  }
  const {words} = fence.meta
  return {
    fence,
    text: marked.text,
    title: titleOf(fence),
    firstNumber: firstNumber(),
    isWrapped: words.includes('wrap') || (defaults.wrapLines && !words.includes('noWrap')),
    marks,
    diagnostics
  }

  function addRanges(kind: LineMark, written: string): void {
    const spot = {file, place: fence.placeOf(written)}
    const ranges = parseLineRanges(written.replace(/^.*?\{|\}$/g, ''))
    if (ranges === undefined) diagnostics.push(badLines(spot, written))
    else if (ranges.some((range) => endOf(range) > lineCount)) {
      diagnostics.push(linesBeyondEnd(spot, written, lineCount))
    }
    for (const {first, last} of ranges ?? []) {
      for (let index = first - 1; index < Math.min(last, lineCount); index++) {
        marks.set(index, new Set(marks.get(index)).add(kind))
      }
    }
  }

  function firstNumber(): number | undefined {
    const {attributes} = fence.meta
    const given = attributes.get('lineNumbers') ?? attributes.get('showLineNumbers')
    const value = given?.value.replace(/^\{(.*)\}$/, '$1')
    const isOn = words.some((word) => word === 'lineNumbers' || word === 'showLineNumbers')
    if (words.includes('noLineNumbers') || value === 'false') return undefined
    if (value === undefined || value === 'true') return isOn || given || defaults.lineNumbers ? 1 : undefined
    if (/^\d{1,6}$/.test(value)) return Number(value)
    diagnostics.push(badLineNumber({file, place: fence.placeOf(value)}, value))
    return 1
  }
}

/** The title of a block of code: `title="server.ts"`, or `[server.ts]`. */
export function titleOf({meta: {attributes, bracketed}}: Pick<Fence, 'meta'>): string | undefined {
  const title = (attributes.get('title') ?? attributes.get('filename'))?.value.trim()
  return title === '' ? undefined : (title ?? bracketed)
}

interface WrittenRanges {
  readonly kind: LineMark
  readonly written: string
}

/** Also those that are wrong, but not braces of another tool: `{.class}`. */
function rangesOf({meta: {attributes, words, braces}}: Fence): ReadonlyArray<WrittenRanges> {
  const wrong = words.filter((word) => /^\{(?!\.[a-z])[\w\s,.-]*\}$/i.test(word))
  const focus = attributes.get('focus')
  return [
    ...[...braces, ...wrong].map((written): WrittenRanges => ({kind: 'highlighted', written})),
    ...(focus === undefined ? [] : [{kind: 'focused' as const, written: focus.value}])
  ]
}

/** Of an open range only the first line has to be there. */
function endOf({first, last}: LineRange): number {
  return Number.isFinite(last) ? last : first
}
