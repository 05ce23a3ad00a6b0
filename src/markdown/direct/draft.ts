import type {Definition} from 'mdast'
import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import type {Facts} from '#src/model/document.ts'
import type {ComponentCall, ReferenceSlot, SizeSlot} from '#src/model/fragment.ts'
import type {MarkdownFeatures} from '#src/model/markdown-options.ts'
import {collapseBlanks, trimPreformatted} from '../plain-text.ts'
import {escapeText} from './escape-html.ts'
import type {Footnotes} from './footnotes.ts'
import type {Survey} from './survey-tree.ts'

/**
 * A stretch of HTML, a reference, the start or end of a component, or a spot that depends on the id of a heading, which is chosen
 * once all headings are known.
 */
export type Piece = string | ReferenceSlot | SizeSlot | ComponentCall | ComponentEnd | HeadingSpot | LateHtml

/** HTML that is known once all else is written. No excerpt has it. */
export interface LateHtml {
  readonly write: () => string
}

/** Ends the component that was called last. */
export interface ComponentEnd {
  readonly endOf: ComponentCall
}

/** Where the attribute `id` of a heading goes, or the address of a link to it. */
export interface HeadingSpot {
  readonly part: 'id' | 'link'
  /** Index of the heading in `Draft.headings`. */
  readonly heading: number
}

/** A heading that has been written. */
export interface WrittenHeading {
  readonly depth: number
  /** Of its `{#mark}`; `undefined` when it has none. */
  readonly customId: string | undefined
  /** As a reader sees it, in one line. */
  readonly text: string
  readonly place: Place | undefined
}

/** A body being written: its HTML, and what is learned on the way. */
export interface Draft {
  /** By identifier in upper case. */
  readonly definitions: ReadonlyMap<string, Definition>
  readonly footnotes: Footnotes
  readonly features: MarkdownFeatures
  /** HTML before `html`. */
  readonly pieces: Array<Piece>
  /** HTML since the last piece. */
  html: string
  /** Lines of text that have ended, none of them empty. */
  readonly lines: Array<string>
  /** Text since the last line ended, blanks as written. */
  line: string
  readonly headings: Array<WrittenHeading>
  readonly externalLinks: Array<Facts['externalLinks'][number]>
  readonly diagnostics: Array<Diagnostic>
}

/** An empty draft. */
export function startDraft(
  {definitions, footnotes, hasHtml}: Pick<Survey, 'definitions' | 'footnotes' | 'hasHtml'>,
  features: MarkdownFeatures
): Draft {
  return {
    definitions,
    footnotes: {definitions: footnotes, used: new Map(), isReparsed: hasHtml},
    features,
    pieces: [],
    html: '',
    lines: [],
    line: '',
    headings: [],
    externalLinks: [],
    diagnostics: []
  }
}

/** Write text that readers see. */
export function writeText(draft: Draft, text: string): void {
  draft.html += escapeText(text)
  draft.line += text
}

/** Write the line end between two blocks. */
export function writeLineEnd(draft: Draft): void {
  draft.html += '\n'
  // Blanks at the start of a line are trimmed anyway.
  if (draft.line !== '') draft.line += '\n'
}

/** End the HTML so far, so that another piece or a cut follows; returns the number of pieces. */
export function endPiece(draft: Draft): number {
  if (draft.html !== '') draft.pieces.push(draft.html)
  draft.html = ''
  return draft.pieces.length
}

/** Write a slot or a heading's spot. */
export function writePiece(draft: Draft, piece: Piece): void {
  endPiece(draft)
  draft.pieces.push(piece)
}

/** Write the start tag of a block; `attributes` starts with a space where it is not empty. */
export function startBlock(draft: Draft, name: string, attributes = ''): void {
  endLine(draft)
  draft.html += `<${name}${attributes}>`
}

/** Write the end tag of a block. */
export function endBlock(draft: Draft, name: string): void {
  endLine(draft)
  draft.html += `</${name}>`
}

/** End a line of text, as a block does at its start and end. */
export function endLine(draft: Draft): void {
  addLine(draft, draft.line === '' ? '' : collapseBlanks(draft.line).trim())
}

/** End the lines of preformatted text. */
export function endPreformatted(draft: Draft): void {
  addLine(draft, trimPreformatted(draft.line))
}

function addLine(draft: Draft, text: string): void {
  if (text !== '') draft.lines.push(text)
  draft.line = ''
}
