import {codeLineReader} from './code-lines.ts'
import {attributesAtEnd} from './features/attribute-pattern.ts'
import {listIndentationReader} from './list-indentation.ts'

/** What may stand before a container in its line, its colons, and its name; four blanks more than lists ask for may make it code. */
const header =
  /^(?! {4}|\t)((?:[ \t>]|[-*+] |\d{1,9}[.)] )*:{3,})([ \t]*)(\p{L}(?:[^\s\p{P}\p{S}]|[-_])*(?<![-_]))(?=[\s[{]|$)(.*)$/u

/** The start of attributes that nothing closes, which are no part of a title. */
const openAttributes = /[ \t\]]\{[\w#.][^{}`]*$/

/**
 * `text` with `::: tip Title {open}` and `:::tip Title {open}` as `:::tip[Title]{open}`: so articles that were written for VitePress or
 * Docusaurus have their containers. Titles and attributes keep their lines and columns, if need be with blanks before them in their
 * brackets; offsets do not stay.
 *
 * @param bodyStart
 *   Offset behind the front matter, which stays.
 */
export function closeUpContainers(text: string, bodyStart: number): string {
  if (!text.includes(':::', bodyStart)) return text
  const isInCode = codeLineReader()
  const indentationOf = listIndentationReader()
  const body = text
    .slice(bodyStart)
    .split('\n')
    .map((line) => {
      if (isInCode(line)) return line
      const indentation = indentationOf(line)
      return line.includes(':::') ? line.slice(0, indentation) + closeUp(line.slice(indentation)) : line
    })
    .join('\n')
  return text.slice(0, bodyStart) + body
}

function closeUp(line: string): string {
  const [, before = '', blanks = '', name = '', rest = ''] = header.exec(line) ?? []
  // What has neither blanks nor a title is written as it should be.
  if (name === '' || (blanks === '' && !/^(?:\[.*\])?[ \t]+\S/.test(rest))) return line
  if (openAttributes.test(` ${rest}`)) return line
  const attributes = attributesAtEnd(rest)
  const written = attributes === undefined ? rest : rest.slice(0, attributes.index)
  const title = titleOf(written)
  if (title === undefined) return line
  const nameEnd = before.length + name.length
  const shift = blanks.length
  let closed = before + name
  if (title.text !== '') closed += `[${title.text.padStart(title.text.length + padding(title.start))}]`
  if (attributes !== undefined) {
    closed += `{${' '.repeat(padding(attributes.index + 1))}${attributes.text.slice(1, -1)}}`
  }
  return closed.padEnd(line.length)

  /** Blanks that let what starts at an offset of `rest` stand where it stood, behind one more bracket. */
  function padding(index: number): number {
    return Math.max(0, nameEnd + shift + index - closed.length - 1)
  }
}

interface Title {
  /** Such that it may stand in brackets. */
  readonly text: string
  /** In what it was read from. */
  readonly start: number
}

/** The title behind a name, maybe in brackets of its own; `undefined` when it cannot stand in brackets. */
function titleOf(rest: string): Title | undefined {
  // Some close what they open in the same line: `::: tip Title :::`.
  const trimmed = rest.replace(/[ \t]+(?::{3,}[ \t]*)?$/, '')
  const start = trimmed.search(/\S/)
  if (start === -1) return {text: '', start: 0}
  const title = trimmed.slice(start)
  const alone = unmatchedBrackets(title)
  const inner = title.startsWith('[') ? unmatchedBrackets(title.slice(1)) : []
  const isBracketed = inner.length === 1 && inner[0] === title.length - 2
  if (isBracketed) return {text: title.slice(1, -1), start: start + 1}
  if (start === 0 || alone.includes(0)) return undefined
  // In code there are no escapes.
  if (alone.length > 0 && title.includes('`')) return undefined
  let text = title
  for (const index of alone.toReversed()) text = `${text.slice(0, index)}\\${text.slice(index)}`
  // A backslash at the end would escape the bracket.
  return {text: text.endsWith('\\') ? `${text} ` : text, start}
}

/** Indexes of brackets without a counterpart, in order; those behind a backslash do not count. */
function unmatchedBrackets(text: string): ReadonlyArray<number> {
  const open: Array<number> = []
  const alone: Array<number> = []
  for (const {0: found, index} of text.matchAll(/\\.|[[\]]/g)) {
    if (found === '[') open.push(index)
    else if (found === ']' && open.pop() === undefined) alone.push(index)
  }
  return [...alone, ...open].sort((a, b) => a - b)
}
