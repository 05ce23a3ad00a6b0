import {findShortcodes, mayHaveShortcodes, type Shortcode} from './find-shortcodes.ts'

/** A text whose shortcodes are hidden from parsers. */
export interface HiddenShortcodes {
  /** Of the same length and lines, with a word of noncharacters in the place of each shortcode. */
  readonly text: string
  /** By their numbers. */
  readonly shortcodes: ReadonlyArray<Shortcode>
  readonly original: string
}

/*
 * A shortcode is a number in these digits, the lowest first, followed by zeros. The first digit is one of a set of its own, so that
 * words can follow each other. Parsers take noncharacters for letters that they do not know.
 */
const firstDigits = 0xfdd0
const otherDigits = 0xfde0
const base = 16

/** Digits that are read at most; what is broken has three. */
const digitsMax = 6

const first = '[\\uFDD0-\\uFDDF]'
const other = '[\\uFDE0-\\uFDEF]'

const anyDigit = /[\uFDD0-\uFDEF]/

const word = new RegExp(`${first}${other}*(?:\\s*\\n\\s*${other}+)*`, 'g')

/** What goes on behind an empty line with a word that was begun before it. */
const continuation = new RegExp(`^\\s*${other}[\\s\\uFDE0-\\uFDEF]*`)

/** Hide the shortcodes of a text from an offset on; `undefined` when there are none, or the text has noncharacters of its own. */
export function hideShortcodes(text: string, from: number): HiddenShortcodes | undefined {
  if (!mayHaveShortcodes(text) || anyDigit.test(text)) return undefined
  const shortcodes: Array<Shortcode> = []
  let hidden = ''
  let end = 0
  for (const shortcode of findShortcodes(text, from)) {
    // Three digits are not enough for more; the text of what is broken stays as it is anyway.
    if (shortcode.kind === 'broken' && shortcodes.length >= base ** 3) continue
    const before = directiveBefore(text, shortcode.start.offset, end)
    const start = shortcode.start.offset - before.length
    const indent = indentOf(text, shortcode)
    hidden += text.slice(end, start) + wordFor(before + shortcode.written, shortcodes.length, indent)
    end = shortcode.end.offset
    shortcodes.push(shortcode)
  }
  return {text: hidden + text.slice(end), shortcodes, original: text}
}

/** Longer names are none that anyone writes. */
const nameMax = 100

/** The beginning of a directive, whose name would go on with the word. */
const directive = /:+(?:[^\s\p{P}\p{S}]|[-_])*$/u

/** The beginning of a directive before an offset, which is hidden with the word. */
function directiveBefore(text: string, offset: number, from: number): string {
  return directive.exec(text.slice(Math.max(from, offset - nameMax), offset))?.[0] ?? ''
}

/** How far in the content stands that a tag is in. */
function indentOf(text: string, {start: {offset, column}}: Shortcode): number {
  const before = text.slice(offset - column + 1, offset)
  const isFirst = /^[\s>*+\d.)-]*$/.test(before)
  return isFirst ? before.length : (/^[ \t]*/.exec(before)?.[0].length ?? 0)
}

/** A part of a text: what stands there, or a shortcode. */
export type TextPart = {readonly text: string} | HiddenPart

interface HiddenPart {
  readonly shortcode: Shortcode
  /** What it was hidden by. */
  readonly word: string
  /** Text that was hidden with it, and is the end of the part before. */
  readonly prefix: string
}

/** The parts of what parsers made of a text, without empty texts. */
export function splitHidden(text: string, {shortcodes, original}: HiddenShortcodes): ReadonlyArray<TextPart> {
  if (!anyDigit.test(text)) return text === '' ? [] : [{text}]
  const parts: Array<TextPart> = []
  let end = continuation.exec(text)?.[0].length ?? 0
  for (const match of text.matchAll(word)) {
    const [found] = match
    const number = numberOf(found)
    const shortcode = shortcodes[number]
    const prefix =
      shortcode === undefined ? '' : directiveBefore(original, shortcode.start.offset, endOf(number - 1))
    addText(text.slice(end, match.index) + prefix)
    end = match.index + found.length
    if (shortcode !== undefined) parts.push({shortcode, word: found, prefix})
  }
  addText(text.slice(end))
  return parts

  function endOf(number: number): number {
    return shortcodes[number]?.end.offset ?? 0
  }

  function addText(between: string): void {
    if (between !== '') parts.push({text: between})
  }
}

function wordFor(written: string, number: number, indentMax: number): string {
  let rest = number
  let isFirst = true
  // Blanks before a line of a tag in a list keep it in there.
  const indent = new RegExp(`(?<=\\n)[ \\t]{0,${indentMax}}(?=[^\\n])`, 'g')
  const kept = new Set<number>()
  for (const {0: blanks, index} of written.matchAll(indent)) {
    for (let at = index; at < index + blanks.length; at++) kept.add(at)
  }
  let hidden = ''
  for (let index = 0; index < written.length; index++) {
    const unit = written.charAt(index)
    if (unit === '\n' || kept.has(index)) {
      hidden += unit
      continue
    }
    hidden += String.fromCharCode((isFirst ? firstDigits : otherDigits) + (rest % base))
    rest = Math.floor(rest / base)
    isFirst = false
  }
  return hidden
}

function numberOf(digits: string): number {
  const values = [...digits.replaceAll(/\s/g, '').slice(0, digitsMax)].map(
    (digit) => digit.charCodeAt(0) % base
  )
  return values.reduceRight((sum, value) => sum * base + value, 0)
}
