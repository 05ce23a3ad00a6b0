import {codeEnd, containers, listParagraphs, quoteDepthOf, type Stretch} from '../list-paragraphs.ts'

/** A formula between dollars. */
export interface Formula {
  /** Offset of its first dollar. */
  readonly start: number
  /** Offset after its last one. */
  readonly end: number
  /** Whether it stands between two dollars each. */
  readonly isDisplay: boolean
  /** Its stretches of text, one for each line that it takes, without what quotes and lists have before them. */
  readonly stretches: ReadonlyArray<Stretch>
  /** The TeX, line by line, without empty lines around it. */
  readonly lines: ReadonlyArray<FormulaLine>
}

/** A line of TeX. */
export interface FormulaLine {
  /** Where it starts in the text. */
  readonly offset: number
  readonly tex: string
}

/** What a formula cannot start in, or may be: escapes, code, tags, bare links, dollars. */
const token = /\\[\s\S]|`+|<[A-Za-z/!?][^<>\n]*>|https?:\/\/[^\s<]+|www\.[^\s<]+|\$+/g

/** What a dollar stands right before or after where it is money, a variable of a shell, or part of a word. */
const wordEnd = /[\p{Script=Latin}\p{N}$_]$/u
const wordStart = /^[\p{Script=Latin}\p{N}$_]/u

/** What starts a block, in which a formula that began before cannot go on. */
const blockStart = /^(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|\||={3}|-{3})/

/**
 * The formulas of a text in their order, by GitHub's rules: no blank inside of single dollars at either end, no letter or digit
 * outside. Between two dollars there may be line ends, but no empty line.
 */
export function findFormulas(text: string): ReadonlyArray<Formula> {
  return listParagraphs(text).flatMap(({start, end}) => inParagraph(text, start, end))
}

function inParagraph(text: string, from: number, to: number): ReadonlyArray<Formula> {
  const formulas: Array<Formula> = []
  const paragraph = text.slice(from, to)
  if (!paragraph.includes('$')) return formulas
  token.lastIndex = 0
  let lineStart = from
  let seen = 0
  for (let match = token.exec(paragraph); match !== null; match = token.exec(paragraph)) {
    const [found] = match
    const after = match.index + found.length
    if (found.startsWith('`')) token.lastIndex = codeEnd(paragraph, after, found)
    if (!found.startsWith('$')) continue
    const inner = innerOf(paragraph, match.index, found.length)
    if (inner === undefined) continue
    // Looked for from the last formula on: from the first one on, a long line would take the square of its length.
    const lineEnd = paragraph.slice(seen, match.index).lastIndexOf('\n')
    if (lineEnd !== -1) lineStart = from + seen + lineEnd + 1
    seen = match.index
    formulas.push(formulaOf(text, from, {start: match.index, lineStart, ...inner}))
    token.lastIndex = inner.end
  }
  return formulas
}

/** Offsets within a paragraph, of the TeX and of the end of the formula. */
interface Inner {
  readonly from: number
  readonly to: number
  readonly end: number
  readonly isDisplay: boolean
}

function innerOf(paragraph: string, start: number, dollarCount: number): Inner | undefined {
  if (dollarCount === 2) return displayInner(paragraph, start + 2)
  if (dollarCount !== 1 || wordEnd.test(paragraph.slice(Math.max(0, start - 2), start))) return undefined
  return codeInner(paragraph, start + 1) ?? textInner(paragraph, start + 1)
}

function displayInner(paragraph: string, from: number): Inner | undefined {
  const to = nextDollar(paragraph, from, '$$')
  if (to === undefined || paragraph.slice(from, to).replace(/[\s>]/g, '') === '') return undefined
  return {from, to, end: to + 2, isDisplay: true}
}

/** Between dollars with backticks, as GitHub has it for TeX with dollars in it. */
function codeInner(paragraph: string, from: number): Inner | undefined {
  const match = /`([^`\n]+)`\$(?!\$)/y
  match.lastIndex = from
  const tex = match.exec(paragraph)?.[1]
  if (tex === undefined) return undefined
  const to = from + 1 + tex.length
  return {from: from + 1, to, end: to + 2, isDisplay: false}
}

function textInner(paragraph: string, from: number): Inner | undefined {
  const to = nextDollar(paragraph, from, '$')
  if (to === undefined) return undefined
  const tex = paragraph.slice(from, to)
  if (/^\s|\s$|^$/.test(tex) || wordStart.test(paragraph.slice(to + 1, to + 3))) return undefined
  const [, ...following] = tex.split('\n')
  if (following.some((line) => blockStart.test(line.replace(containers, '')))) return undefined
  return {from, to, end: to + 1, isDisplay: false}
}

function nextDollar(paragraph: string, from: number, mark: '$' | '$$'): number | undefined {
  for (let at = from; at < paragraph.length; at++) {
    if (paragraph[at] === '\\') at++
    else if (paragraph.startsWith(mark, at)) return at
  }
  return undefined
}

interface Found extends Inner {
  readonly start: number
  /** Where the line starts that it begins in, in the text. */
  readonly lineStart: number
}

function formulaOf(text: string, base: number, inner: Found): Formula {
  const start = base + inner.start
  const end = base + inner.end
  const firstLine = text.slice(inner.lineStart, start)
  const prefix = new RegExp(`^(?:[ \\t]*>){0,${quoteDepthOf(firstLine)}}[ \\t]*`)
  const stretches: Array<Stretch> = []
  const lines: Array<FormulaLine> = []
  let from = start
  for (const [index, line] of text.slice(start, end).split('\n').entries()) {
    const offset = from + (index === 0 ? 0 : (prefix.exec(line)?.[0].length ?? 0))
    const stretch = {start: offset, end: from + line.length}
    stretches.push(stretch)
    const texStart = Math.max(stretch.start, base + inner.from)
    const tex = text.slice(texStart, Math.max(texStart, Math.min(stretch.end, base + inner.to)))
    lines.push({offset: texStart, tex: firstLine.trim().startsWith('|') ? withBars(tex) : tex})
    from += line.length + 1
  }
  return {start, end, isDisplay: inner.isDisplay, stretches, lines: withoutEmptyEnds(lines)}
}

/** In a row of a table, GitHub needs escapes before bars. */
function withBars(tex: string): string {
  return tex.replaceAll('\\|', ' |')
}

function withoutEmptyEnds(lines: ReadonlyArray<FormulaLine>): ReadonlyArray<FormulaLine> {
  const isFull = ({tex}: FormulaLine): boolean => tex.trim() !== ''
  return lines.slice(lines.findIndex(isFull), lines.findLastIndex(isFull) + 1)
}
