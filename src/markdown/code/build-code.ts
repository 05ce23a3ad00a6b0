import type {Element, ElementContent, Properties} from 'hast'
import type {LineMark} from './mark-lines.ts'
import type {CodeBlock} from './read-block.ts'
import {splitLines, type Token} from './token.ts'

/**
 * The HTML of a block of code: `<pre>`, in a `<figure>` where it has a title.
 *
 * Lines are elements only where something is said of them, so that most blocks are small. `ins`, `del` and `mark` say it also
 * where there is no style sheet, as in feeds.
 */
export function buildCode(block: CodeBlock, tokens: ReadonlyArray<Token>): Element {
  const {fence, title, firstNumber, isWrapped, marks} = block
  const isFocusing = [...marks.values()].some((found) => found.has('focused'))
  const pre = elementOf('pre', [
    ...(firstNumber === undefined ? [] : ['line-numbers']),
    ...(isWrapped ? ['wrapped'] : []),
    ...(isFocusing ? ['focusing'] : [])
  ])
  const code = elementOf('code', fence.language === '' ? [] : [`language-${fence.language}`])
  pre.children.push(code)
  const hasAllLines = firstNumber !== undefined || isWrapped || isFocusing
  if (block.text !== '') {
    if (hasAllLines || marks.size > 0) addLines(code, block, {tokens, hasAllLines})
    else addTokens(code, tokens)
    addText(code, '\n')
  }
  if (title === undefined) return pre
  const caption = elementOf('figcaption', [])
  addText(caption, title)
  const figure = elementOf('figure', ['code'])
  figure.children.push(caption, pre)
  return figure
}

interface LinesToAdd {
  readonly tokens: ReadonlyArray<Token>
  readonly hasAllLines: boolean
}

function addLines(code: Element, {marks, firstNumber}: CodeBlock, {tokens, hasAllLines}: LinesToAdd): void {
  for (const [index, line] of splitLines(tokens).entries()) {
    if (index > 0) addText(code, '\n')
    const found = marks.get(index)
    if (found === undefined && !hasAllLines) {
      addTokens(code, line)
      continue
    }
    const element = elementOf(nameOf(found), ['line', ...(found === undefined ? [] : [...found].sort())])
    // Counters of CSS start at one alone without a style of their own.
    if (firstNumber !== undefined && firstNumber !== 1) element.properties['dataLine'] = firstNumber + index
    addTokens(element, line)
    code.children.push(element)
  }
}

function nameOf(marks: ReadonlySet<LineMark> | undefined): string {
  if (marks?.has('removed')) return 'del'
  if (marks?.has('added')) return 'ins'
  return marks?.has('highlighted') ? 'mark' : 'span'
}

function addTokens(parent: Element, tokens: ReadonlyArray<Token>): void {
  for (const {kind, text} of tokens) {
    if (kind === undefined) addText(parent, text)
    else {
      const span = elementOf('span', [`hl-${kind}`])
      addText(span, text)
      parent.children.push(span)
    }
  }
}

/** Texts that follow each other are one, as parsers make them. */
function addText({children}: Element, value: string): void {
  const last: ElementContent | undefined = children.at(-1)
  if (last?.type === 'text') last.value += value
  else children.push({type: 'text', value})
}

function elementOf(tagName: string, className: Array<string>): Element {
  const properties: Properties = className.length === 0 ? {} : {className}
  return {type: 'element', tagName, properties, children: []}
}
