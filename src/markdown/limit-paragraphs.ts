import type {Place} from '#src/diagnostics/diagnostic.ts'
import {codeLineReader} from './code-lines.ts'
import {htmlLineReader} from './html-lines.ts'

/**
 * The native parser takes time that grows with the signs of a paragraph times its characters: of colons and character references always, of others where
 * one character is beyond ASCII. This many take a second or two, and half as many bytes; what people write has not a hundredth of it.
 */
const productMax = 1_000_000_000

/** A paragraph whose parsing would take time out of all proportion. */
export interface LongParagraph {
  readonly place: Place
  /** How many characters it has. */
  readonly length: number
  readonly signCount: number
  /** How many signs it might have, being so long. */
  readonly signsMax: number
}

/** Ends a compilation whose text has a paragraph that takes too long to parse. It never leaves `createCompiler`. */
export class LongParagraphError extends Error {
  readonly paragraph: LongParagraph

  constructor(paragraph: LongParagraph) {
    super('Paragraph too long')
    this.paragraph = paragraph
  }
}

/**
 * Refuse a text with a paragraph of so many signs that parsing takes the square of its length. Throws `LongParagraphError`. What might be a paragraph is told by
 * lines, so that a text is refused before anything takes time: empty lines end one, and rows of a table and items of a list are their own.
 *
 * @param hasDirectives
 *   Whether a colon may begin one, which has tables read as a whole.
 */
export function limitParagraphs(text: string, bodyStart: number, hasDirectives: boolean): void {
  // Hardly any text is so long that it has to be looked at.
  if (text.length ** 2 < productMax) return
  const isInCode = codeLineReader()
  const isInHtml = htmlLineReader()
  let paragraph = noParagraph
  let number = text.slice(0, bodyStart).split('\n').length
  for (const line of text.slice(bodyStart).split('\n')) {
    const isText = !isInCode(line) && !isInHtml(line) && /[^\s>]/.test(line)
    const isRow = !hasDirectives && /^[ \t>]*\|/.test(line)
    if (!isText || isRow || blockStart.test(line)) paragraph = noParagraph
    if (isText) paragraph = withLine(paragraph, line, number)
    number++
    const {length} = paragraph
    const signCount = countSigns(paragraph, hasDirectives)
    if (length * signCount <= productMax) continue
    const place = {line: paragraph.line, column: 1, endLine: paragraph.line, endColumn: 1}
    throw new LongParagraphError({place, length, signCount, signsMax: Math.floor(productMax / length)})
  }
}

/** A paragraph as far as it is read. */
interface ReadParagraph {
  readonly line: number
  readonly length: number
  readonly isAscii: boolean
  readonly colonCount: number
  readonly referenceCount: number
  readonly otherCount: number
}

const noParagraph: ReadParagraph = {
  line: 0,
  length: 0,
  isAscii: true,
  colonCount: 0,
  referenceCount: 0,
  otherCount: 0
}

function withLine(before: ReadParagraph, line: string, number: number): ReadParagraph {
  return {
    line: before.length === 0 ? number : before.line,
    length: before.length + line.length + 1,
    isAscii: before.isAscii && !/[^\0-\x7F]/.test(line),
    colonCount: before.colonCount + countOf(line, /:+/g),
    referenceCount: before.referenceCount + countOf(line, /&[#\w]/g),
    otherCount: before.otherCount + countOf(line, /[!*<[\\_`~]|:\/\/|www\./g)
  }
}

function countOf(line: string, sign: RegExp): number {
  return line.match(sign)?.length ?? 0
}

function countSigns(paragraph: ReadParagraph, hasDirectives: boolean): number {
  const {isAscii, colonCount, referenceCount, otherCount} = paragraph
  return referenceCount + (hasDirectives ? colonCount : 0) + (isAscii ? 0 : otherCount)
}

/** What begins an item, a heading, a directive or a definition. */
const blockStart = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]|:{2,}|\[[^\]]*\]:)/
