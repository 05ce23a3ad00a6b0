import type {FootnoteDefinition, Nodes, Text} from 'mdast'
import type {Point} from 'unist'
import type {VFile} from 'vfile'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {duplicateFootnote, undefinedFootnote, unusedFootnote} from './messages.ts'
import {notesOf} from './notes.ts'
import {placeOf, pointBehind} from './place-of.ts'

/** Label of a footnote as people write them; anything else after `[^` is likelier a regular expression. */
const footnoteMark = /(?<!\\)\[\^([\p{L}\p{N}][\p{L}\p{N}_.:-]*)\](?!\()/gu

/**
 * Report `markdown/undefined-footnote` at marks that stay literal text, `markdown/duplicate-footnote` at second
 * definitions and `markdown/unused-footnote` at definitions that nothing refers to.
 */
export function checkFootnotes(nodes: ReadonlyArray<Nodes>, file: VFile): void {
  const {diagnostics, file: path} = notesOf(file)
  const definitions = new Map<string, FootnoteDefinition>()
  const used = new Set<string>()
  for (const node of nodes) {
    if (node.type === 'footnoteReference') used.add(node.identifier)
    if (node.type === 'text' && node.value.includes('[^')) {
      for (const {label, place} of literalMarks(node, String(file.value))) {
        diagnostics.push(undefinedFootnote({file: path, place}, label))
      }
    }
    if (node.type !== 'footnoteDefinition') continue
    const isFirst = !definitions.has(node.identifier)
    if (isFirst) definitions.set(node.identifier, node)
    else diagnostics.push(duplicateFootnote({file: path, place: placeOf(node)}, labelOf(node)))
  }
  for (const [identifier, node] of definitions) {
    if (used.has(identifier)) continue
    diagnostics.push(unusedFootnote({file: path, place: placeOf(node)}, labelOf(node)))
  }
}

function labelOf({label, identifier}: FootnoteDefinition): string {
  return label ?? identifier
}

/** Marks in the text as written, for in the node's value an escaped `\[^x]` looks the same. */
function literalMarks(
  node: Text,
  text: string
): ReadonlyArray<{readonly label: string; readonly place: Place}> {
  const {start, end} = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return []
  const written = text.slice(start.offset, end.offset)
  let before: Point = start
  let offset = 0
  return Array.from(written.matchAll(footnoteMark), (match) => {
    // From one mark to the next, since there may be thousands.
    before = pointBehind(before, written.slice(offset, match.index))
    offset = match.index
    const {line, column} = before
    return {label: match[1] ?? '', place: {line, column, endLine: line, endColumn: column + match[0].length}}
  })
}
