import type {Root, RootContent} from 'mdast'
import type {FormulaNode} from '../features/nodes.ts'
import {endOf, startOf} from '../place-of.ts'
import {type Formula, findFormulas} from './find-formulas.ts'
import {type PointAt, pointsOf} from './points-of.ts'

/** A text whose formulas are hidden from the parser, which would take `_`, `*` and `\` in them for Markdown. */
export interface HiddenFormulas {
  /** As long as the original, and with the same lines. */
  readonly text: string
  /** Put the formulas into the tree of `text`, and the original where something else was hidden: in code, or in HTML. */
  readonly restore: (tree: Root) => void
}

/** Symbols of which hardly any text has one, for parsers all alike; of two scripts, one may be what the text is about. */
const symbolSets: ReadonlyArray<string> = ['\u4DC0', '\u2800'].map((first) =>
  String.fromCharCode(...Array.from({length: 64}, (_, index) => first.charCodeAt(0) + index))
)

/** How many of the symbols start a number; one more stands for everything after it. */
const startCount = 21

/** Hide the formulas of a text; `undefined` where there are none, or too odd a text. */
export function hideFormulas(original: string): HiddenFormulas | undefined {
  if (!original.includes('$')) return undefined
  const formulas = findFormulas(original)
  const symbols = symbolSets.find((set) => !new RegExp(`[${set}]`).test(original))
  if (formulas.length === 0 || symbols === undefined) return undefined
  const numbers = new Map<string, number>()
  const hiddenByText = new Map<string, Formula>()
  let text = ''
  let end = 0
  for (const formula of formulas) {
    const source = original.slice(formula.start, formula.end)
    const number = numbers.get(source) ?? numbers.size
    const mark = markOf(number, formula, symbols)
    if (mark === undefined) break
    numbers.set(source, number)
    hiddenByText.set(mark.replaceAll('\n', ''), formula)
    let at = 0
    for (const stretch of formula.stretches) {
      const length = stretch.end - stretch.start
      text += original.slice(end, stretch.start) + mark.slice(at, at + length)
      at += length
      end = stretch.end
    }
  }
  text += original.slice(end)
  return {text, restore: (tree) => restoreFormulas(tree, {original, text, symbols, hiddenByText})}
}

/** Three symbols that tell the number, and others up to the length; `undefined` for a number too high. */
function markOf(number: number, {stretches}: Formula, symbols: string): string | undefined {
  const length = stretches.reduce((sum, {start, end}) => sum + end - start, 0)
  const digits = symbols.slice(startCount, -1)
  const [high, low] = [Math.floor(number / digits.length), number % digits.length]
  const start = symbols[Math.floor(high / digits.length)]
  if (start === undefined || high >= startCount * digits.length) return undefined
  const mark = `${start}${digits[high % digits.length] ?? ''}${digits[low] ?? ''}`
  return mark.padEnd(length, symbols.at(-1))
}

interface Hidden {
  readonly original: string
  readonly text: string
  readonly symbols: string
  /** By what stands for them, without line ends. */
  readonly hiddenByText: ReadonlyMap<string, Formula>
}

function restoreFormulas(tree: Root, hidden: Hidden): void {
  const {original, text, symbols, hiddenByText} = hidden
  const run = new RegExp(`[${symbols}]+`, 'g')
  const mark = new RegExp(
    `[${symbols.slice(0, startCount)}][${symbols.slice(startCount)}\n]*[${symbols.slice(startCount)}]`,
    'g'
  )
  const pointAt = pointsOf(original)
  restoreChildren(tree)

  function restoreChildren(parent: {children: Array<RootContent>}): void {
    parent.children = parent.children.flatMap((node) => {
      if (node.type === 'text') return restoredText(node)
      restoreFields(node)
      if ('children' in node) restoreChildren(node as {children: Array<RootContent>})
      return [asBlock(node)]
    })
  }

  function restoredText(node: Extract<RootContent, {type: 'text'}>): ReadonlyArray<RootContent> {
    const {value} = node
    if (value.search(run) === -1) return [node]
    const start = startOf(node) ?? 0
    const nodes: Array<RootContent> = []
    let end = 0
    let offset = start
    for (const match of value.matchAll(mark)) {
      const formula = hiddenByText.get(match[0].replaceAll('\n', ''))
      const at = formula === undefined ? -1 : text.indexOf(match[0].split('\n', 1)[0] ?? '', offset)
      if (formula === undefined || at === -1) continue
      if (match.index > end) nodes.push(textOf(value.slice(end, match.index), offset, at))
      const formulaEnd = at + formula.end - formula.start
      nodes.push(formulaNode(formula, at, pointAt))
      end = match.index + match[0].length
      offset = formulaEnd
    }
    if (end < value.length) nodes.push(textOf(value.slice(end), offset, endOf(node) ?? offset))
    return nodes
  }

  function textOf(value: string, start: number, end: number): RootContent {
    return {
      type: 'text',
      value: originalOf(value, start),
      position: {start: pointAt(start), end: pointAt(end)}
    }
  }

  function restoreFields(node: RootContent): void {
    const start = startOf(node) ?? 0
    for (const [name, value] of Object.entries(node)) {
      if (name !== 'type' && typeof value === 'string' && value.search(run) !== -1) {
        Object.assign(node, {[name]: originalOf(value, start)})
      }
    }
  }

  /** What was written where there are symbols now: each run of them is somewhere after `start` in the text, as it is. */
  function originalOf(value: string, start: number): string {
    let offset = start
    return value.replace(run, (symbolRun) => {
      const at = text.indexOf(symbolRun, offset)
      if (at === -1) return ''
      offset = at + symbolRun.length
      return original.slice(at, offset)
    })
  }
}

function formulaNode(formula: Formula, at: number, pointAt: PointAt): FormulaNode {
  const {isDisplay, lines, start, end} = formula
  return {
    type: 'formula',
    isDisplay,
    isBlock: false,
    value: lines.map(({tex}) => tex).join('\n'),
    // Where the same was written before, its offsets are those of the first.
    lineStarts: lines.map(({offset}) => pointAt(offset + at - start)),
    position: {start: pointAt(at), end: pointAt(at + end - start)}
  }
}

/** A formula that is all of a paragraph stands between blocks. */
function asBlock(node: RootContent): RootContent {
  const [child] = node.type === 'paragraph' && node.children.length === 1 ? node.children : []
  return child?.type === 'formula' && child.isDisplay ? {...child, isBlock: true} : node
}
