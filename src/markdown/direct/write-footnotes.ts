import type {FootnoteDefinition} from 'mdast'
import {type FootnoteLabels, footnoteLabelsOf} from '../footnote-labels.ts'
import {type Draft, endBlock, startBlock, writeLineEnd, writePiece, writeText} from './draft.ts'
import {escapeAttribute, escapeText} from './escape-html.ts'
import {flagOf, idOf, labelId, type UsedFootnote, writeBackLinks} from './footnotes.ts'
import {isWritten} from './split-parts.ts'
import {writeBlock} from './write-blocks.ts'
import {writePhrasing} from './write-phrasing.ts'

/** Whether a footnote ends with a paragraph, where the links back to its marks go. */
export function endsWithParagraph({children}: FootnoteDefinition): boolean {
  return children.filter(isWritten).at(-1)?.type === 'paragraph'
}

/** Write the footnotes that a body refers to, and those to which they refer, if there are any. */
export function writeFootnotes(language: string, draft: Draft): void {
  const {used, definitions} = draft.footnotes
  if (used.size === 0) return
  const labels = footnoteLabelsOf(language)
  writeLineEnd(draft)
  startBlock(draft, 'section', ` ${flagOf(draft.footnotes, 'data-footnotes')} class="footnotes"`)
  draft.html += `<h2 class="sr-only" id="${labelId}">${escapeText(labels.heading)}</h2>`
  writeLineEnd(draft)
  startBlock(draft, 'ol')
  writeLineEnd(draft)
  // It grows while footnotes refer to others.
  for (const [key, footnote] of used) {
    const definition = definitions.get(key)
    if (definition === undefined) throw new Error(`Expected a footnote \`${key}\``)
    writeFootnote(definition, footnote, labels, draft)
    writeLineEnd(draft)
  }
  endBlock(draft, 'ol')
  writeLineEnd(draft)
  endBlock(draft, 'section')
}

function writeFootnote(
  definition: FootnoteDefinition,
  footnote: UsedFootnote,
  labels: FootnoteLabels,
  draft: Draft
): void {
  const blocks = definition.children.filter(isWritten)
  startBlock(draft, 'li', ` id="${escapeAttribute(idOf(footnote))}"`)
  writeLineEnd(draft)
  for (const [index, block] of blocks.entries()) {
    if (index === blocks.length - 1 && block.type === 'paragraph') {
      startBlock(draft, 'p')
      writePhrasing(block.children, draft)
      writeText(draft, ' ')
      writePiece(draft, {write: () => writeBackLinks(footnote, labels)})
      endBlock(draft, 'p')
    } else writeBlock(block, draft)
    writeLineEnd(draft)
  }
  endBlock(draft, 'li')
}
