import {codeLineReader} from './code-lines.ts'

/** As both parsers know it: anything but blanks, punctuation and symbols, and `-` and `_` in its middle. */
const name = String.raw`[^\s\p{P}\p{S}](?:[^\s\p{P}\p{S}]|[-_])*`

/** As both parsers agree on it. */
const plainName = String.raw`[A-Za-z](?:[\w\-]*[A-Za-z\d])?`

/** A line that might start a directive between blocks, whatever stands before it. */
const blockHeader = /(?:^|\n)[ \t>*+\d.)-]*(:{2,}[^\s:][^\n]*)/gu

/** The name of a directive inside of a paragraph, if more follows it. */
const textName = new RegExp(`(?<!:):${name}(?=[[{])`, 'gu')

/** A label without brackets and code, and attributes without anything unusual. */
const plainLabel = String.raw`(?:\[[^\[\]\n\\\x60]*\])?`
const plainValue = String.raw`"[^"{}\n]*"|'[^'{}\n]*'|[\w./:\-]+`
const plainAttribute = String.raw`(?:[#.][\w\-]+|[A-Za-z][\w\-]*(?:=(?:${plainValue}))?)(?=[ \t\}])`
const plainAttributes = String.raw`(?:\{(?:[ \t]*${plainAttribute})*[ \t]*\})?`
const plainBlock = new RegExp(String.raw`^:{2,}${plainName}${plainLabel}${plainAttributes}[ \t]*$`, 'u')
const plainRest = new RegExp(String.raw`${plainLabel}${plainAttributes}(?![[\{])`, 'uy')

/** A line that closes containers, whatever stands before it. */
const closingFence = /^([ \t>]*)(:{3,})[ \t]*$/m

/** A line that opens one; with four blanks before it, it may be code. */
const openingFence = /^(?! {4}|\t)([ \t>*+\d.)-]*)(:{3,})[^\s:]/

/** One that closes and stands in no quote or list. */
const plainClosingFence = /^:{3,}[ \t]*$/

/** A fence with a blank and text after it, which ends a paragraph for the native parser alone. */
const looseFence = /^[ \t>*+\d.)-]*:{3,}[ \t]+\S/m

/** An escaped colon before another, which the native parser does not take for the start of a directive then. */
const escapedColon = /\\::[^\s\p{P}\p{S}]/u

/** A line that may be of a table, or start a definition. */
const mayTakeFence = /\||\]:/

const mayHaveDirective = /::|:[^\s\p{P}\p{S}]/u

/** A directive, or what would keep an address from being a link. */
const mayCall = new RegExp(String.raw`::|:${name}[[{]|:[^\s\p{P}\p{S}]\S*?(?:@|:\/\/)`, 'u')

/** Whether a text may have directives that make it another; a colon before a bare word is text in the end. */
export function mayHaveDirectives(text: string): boolean {
  return text.includes(':') && mayCall.test(text)
}

/** Whether a text may have definitions of terms (`: what it means`), which the native parser does not know. */
export function mayHaveDefinitions(text: string): boolean {
  return /^[ \t>*+\d.)-]*:(?:[ \t\r]|$)/m.test(text)
}

/**
 * Whether a text is read with directives. Where there are only bare words behind colons, plugins alone would see them, and the native parser takes for each
 * colon the time of all that stands before it.
 */
export function readsDirectives(
  text: string,
  {directives, hasPlugins}: {readonly directives: boolean; readonly hasPlugins: boolean}
): boolean {
  return directives && (hasPlugins || mayHaveDirectives(text))
}

/**
 * Text in which the native parser reads what the reference reads in the original, of the same length and with the same lines;
 * `undefined` where there is none, because something stands after the header of a directive, or its attributes take several
 * lines or are not closed.
 */
export type NativeText = (original: string) => string | undefined

/** Remembers its last answer, for a text is asked about when its parser is chosen, and again when it is read. */
export function nativeTextReader(): NativeText {
  let last: {readonly original: string; readonly native: string | undefined} | undefined
  return (original) => {
    if (last?.original !== original) last = {original, native: nativeText(original)}
    return last.native
  }
}

function nativeText(original: string): string | undefined {
  if (!mayHaveDirective.test(original)) return original
  for (const {
    0: {length},
    index
  } of original.matchAll(textName)) {
    plainRest.lastIndex = index + length
    if (!plainRest.test(original)) return undefined
  }
  // To look for colons is cheaper than for lines that might have some.
  if (!original.includes('::')) return original
  for (const [, header = ''] of original.matchAll(blockHeader)) {
    if (!plainBlock.test(header)) return undefined
  }
  if (escapedColon.test(original)) return undefined
  if (!original.includes(':::')) return original
  if (looseFence.test(original)) return undefined
  return closingFence.test(original) ? moveFences(original) : original
}

/** A container that is open at some line. */
interface OpenContainer {
  /** What stands before it in its line, and before all lines inside. */
  readonly before: string
  /** How many colons it has. */
  readonly size: number
}

/**
 * Let each fence that closes a container right after a table or a definition change places with the empty line after it, because the
 * native parser takes it for a row of the table, or for a paragraph. `undefined` also where a fence closes nothing, which ends a
 * paragraph for that parser alone.
 */
function moveFences(original: string): string | undefined {
  const lines = original.split('\n')
  const isInCode = codeLineReader()
  let takesFence = false
  const open: Array<OpenContainer> = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const isText = !isInCode(line)
    // A container ends with the quote or list that it stands in.
    while (line.trim() !== '' && !line.startsWith(open.at(-1)?.before ?? '')) open.pop()
    const [, opening, mark = ''] = (isText && openingFence.exec(line)) || []
    if (opening !== undefined) open.push({before: opening.replace(/[^ \t>]/g, ' '), size: mark.length})
    const [, closing, fence = ''] = (isText && closingFence.exec(line)) || []
    if (closing !== undefined) {
      const closed = open.findIndex(({before, size}) => before === closing && size <= fence.length)
      // The native parser takes a backslash before the fence for a break.
      if (closed === -1 || lines[index - 1]?.endsWith('\\') === true) return undefined
      open.length = closed
      const after = lines[index + 1]
      const isMovable = after !== undefined && after.trim() === '' && plainClosingFence.test(line)
      if (takesFence && !isMovable) return undefined
      if (takesFence) {
        ;[lines[index], lines[index + 1]] = [after ?? '', line]
        index++
      }
    }
    // Any line goes on with a table until an empty one.
    takesFence = line.trim() !== '' && (takesFence || mayTakeFence.test(line))
  }
  return lines.join('\n')
}
