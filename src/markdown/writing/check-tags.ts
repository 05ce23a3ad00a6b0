import type {Html} from 'mdast'
import type {VFile} from 'vfile'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Spot} from '../messages.ts'
import {notesOf} from '../notes.ts'
import {missingAlt, unclosedTag, unopenedTag} from './messages.ts'

/**
 * Report raw HTML whose tags do not match, at the tag: `markdown/unclosed-tag` and `markdown/unopened-tag`; of two that cross each other
 * the inner one. And `markdown/missing-alt`.
 *
 * Elements whose end HTML does not ask for, such as `<li>`, are left alone, and so is `<x/>`, which is meant to be closed.
 *
 * @param raw
 *   All raw HTML of the text, in order.
 */
export function checkTags(raw: ReadonlyArray<Html>, file: VFile): void {
  const {diagnostics, file: path} = notesOf(file)
  const open: Array<Tag> = []
  /** Told of as unclosed, so that their end tags need not be told of. */
  const crossed: Array<string> = []
  const found: Array<Diagnostic> = []
  let lines: ReadonlyArray<string> | undefined
  for (const node of raw) {
    if (node.value.length <= lengthMax) read(node)
    // That is too deep for more than this check, or no text of a person.
    if (open.length > openMax) return
  }
  for (const tag of open) found.push(unclosedTag(spotOf(tag), tag.written))
  diagnostics.push(...found)

  function read(node: Html): void {
    for (const {0: whole, 1: slash, 2: written = '', 3: attributes = '', index} of node.value.matchAll(
      markup
    )) {
      const tag = {node, index, whole, written, name: written.toLowerCase()}
      if (tag.name === 'img' && slash === '' && !/\salt\b/i.test(attributes))
        found.push(missingAlt(spotOf(tag)))
      if (written === '' || endless.has(tag.name) || attributes.endsWith('/')) continue
      if (slash === '') open.push(tag)
      else close(tag)
      // What follows is none before its end, which is in another node.
      if (slash === '' && rawText.has(tag.name)) return
    }
  }

  function close(tag: Tag): void {
    const index = open.findLastIndex(({name}) => name === tag.name)
    const known = crossed.indexOf(tag.name)
    if (index !== -1) {
      for (const inner of open.splice(index).slice(1)) {
        crossed.push(inner.name)
        found.push(unclosedTag(spotOf(inner), inner.written))
      }
    } else if (known !== -1) crossed.splice(known, 1)
    else found.push(unopenedTag(spotOf(tag), tag.written))
  }

  /** In a quote or list a node's lines lack what stands before them in the text. */
  function spotOf({node: {value, position}, index, whole}: Tag): Spot {
    if (position === undefined) return {file: path, place: undefined}
    const before = value.slice(0, index).split('\n')
    const line = position.start.line + before.length - 1
    lines ??= String(file.value).split('\n')
    const valueLine = value.split('\n', before.length).at(-1) ?? ''
    const shift = before.length === 1 ? position.start.column - 1 : (lines[line - 1] ?? '').indexOf(valueLine)
    const column = Math.max(shift, 0) + (before.at(-1) ?? '').length + 1
    const [first = ''] = whole.split('\n', 1)
    return {file: path, place: {line, column, endLine: line, endColumn: column + first.length}}
  }
}

interface Tag {
  readonly node: Html
  /** Where in the value of the node it begins. */
  readonly index: number
  /** All of it. */
  readonly whole: string
  /** Its name as it was written. */
  readonly written: string
  /** In lower case. */
  readonly name: string
}

const openMax = 100

/** A comment, an element whose content is no HTML, or a tag. */
const markup =
  /<!--[\s\S]*?-->|<(?:script|style|textarea|title)\b[^>]*>[\s\S]*?<\/(?:script|style|textarea|title)\s*>|<(\/?)([a-z][a-z\d:_-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi

const rawText: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title'])

/** Nobody writes more by hand, and the pattern may take quadratic time. */
const lengthMax = 20_000

/** Elements without end tags, and those whose end tags may be left out. */
const endless: ReadonlySet<string> = new Set(
  `area base br col embed hr img input link meta param source track wbr
  p li dt dd rt rp option optgroup colgroup caption thead tbody tfoot tr td th html head body`.split(/\s+/)
)
