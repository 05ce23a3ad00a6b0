import {guard} from './guard-escapes.ts'
import type {QuoteMarks} from './quote-marks.ts'

/** A line of plain text, such as a title, with the punctuation that texts get. */
export function punctuateLine(line: string, marks: QuoteMarks): string {
  return punctuate([line], marks).join('')
}

/** Stands for what is no text but part of a sentence: code, a formula, an image. */
export const objectMark = '\uFFFC'

/**
 * Replace straight quotes, hyphens in pairs and dots in threes of a block.
 *
 * @param texts
 *   Of the block, in order, with guards; between them stands what is no text.
 * @returns
 *   As many texts.
 */
export function punctuate(texts: ReadonlyArray<string>, marks: QuoteMarks): ReadonlyArray<string> {
  const all = texts.join('')
  const open: Array<'"' | "'"> = []
  let offset = 0
  let closedAt = -1
  return texts.map((text) => {
    const start = offset
    offset += text.length
    return text.replace(token, (found, index: number) => {
      const at = start + index
      const before = characterBefore(all, at)
      const after = all[at + found.length] ?? '\n'
      if (before === guard) return found
      if (found === '"' || found === "'") {
        // Behind a quotation it belongs to it: `the "a"'s end`.
        if (found === "'" && closedAt === at && /\p{L}/u.test(after)) return apostrophe
        const openCount = open.length
        const mark = quote(found, before, after, all.slice(at + 1), open, marks)
        if (open.length < openCount) closedAt = at + 1
        return mark
      }
      return found === '...' ? '…' : dash(found, before, after)
    })
  })
}

const token = /["']|(?<![-\uFDD0])-{2,3}(?!-)|(?<![.\uFDD0])\.\.\.(?!\.)/g

const word = /[\p{L}\p{N}\uFFFC]/u
const opening = /[\s([{<«„“‘‚¡¿—–/\-"'=]/u

/** Of two code units, the second one; for letters it does not matter which. */
function characterBefore(all: string, at: number): string {
  return all[at - 1] ?? '\n'
}

/** A mark before a word and after a blank is an option of a program. */
function dash(found: string, before: string, after: string): string {
  if (/\s/.test(before) && !/\s/.test(after)) return found
  return found.length === 3 ? '—' : '–'
}

function quote(
  found: '"' | "'",
  before: string,
  after: string,
  rest: string,
  open: Array<'"' | "'">,
  [outerOpen, outerClose, innerOpen, innerClose]: QuoteMarks
): string {
  const isSingle = found === "'"
  if (isSingle && word.test(before) && word.test(after)) return /\d/.test(before + after) ? found : apostrophe
  const isOpen = open.includes(found)
  const mayOpen = opening.test(before) && !/\s/.test(after)
  if (mayOpen && !isOpen) {
    // Single ones are opened only where another one closes: `'tis`, `the '90s`.
    if (isSingle && (elision.test(rest) || !closingSingle.test(rest))) return apostrophe
    open.push(found)
    return isSingle ? innerOpen : outerOpen
  }
  if (isOpen && !/\s/.test(before)) {
    open.splice(open.lastIndexOf(found))
    return isSingle ? innerClose : outerClose
  }
  if (isSingle) return /[\p{L}\uFFFC]/u.test(before) ? apostrophe : found
  // Of feet and inches nobody knows here.
  return /[\s\d]/.test(before) ? found : outerClose
}

const apostrophe = '’'

/** What an apostrophe stands before: `the '90s`, `'twas`, `rock 'n' roll`. */
const elision = /^(?:\d\ds?|tis|twas|n['’])(?![\p{L}\p{N}])/iu

const closingSingle = /[^\s\uFDD0]'(?![\p{L}\p{N}])/u
