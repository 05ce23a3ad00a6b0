import type {CompiledBody} from '#src/model/document.ts'
import type {Fragment} from '#src/model/fragment.ts'
import type {ReadyPart} from './compile-islands.ts'
import {type Draft, endLine, endPiece, type Piece, writeLineEnd, writePiece} from './draft.ts'
import {writeBlock} from './write-blocks.ts'

/**
 * Write a whole body.
 *
 * @returns
 *   The pieces of the excerpt: what is before the first mark, else the first paragraph with text.
 */
export function writeRoot(parts: ReadonlyArray<ReadyPart>, draft: Draft): ReadonlyArray<Piece> {
  let beforeMark: ReadonlyArray<Piece> | undefined
  let firstParagraph: ReadonlyArray<Piece> | undefined
  let isFirst = true
  for (const part of parts) {
    if (part.kind === 'mark') {
      beforeMark ??= piecesFrom(0, draft)
      continue
    }
    if (!isFirst) writeLineEnd(draft)
    isFirst = false
    if (part.kind === 'island') {
      const {value, diagnostics} = part.compiled
      draft.diagnostics.push(...diagnostics)
      addIsland(value, draft)
      if (!isEmpty(value.excerpt)) firstParagraph ??= piecesOf(value.excerpt)
      continue
    }
    const isOfBody = part.block.type === 'paragraph' && !part.isEnclosed
    const isCandidate = isOfBody && firstParagraph === undefined
    const start = isCandidate ? endPiece(draft) : 0
    // Text of raw HTML before it.
    if (isCandidate) endLine(draft)
    const lineCount = draft.lines.length
    writeBlock(part.block, draft)
    if (isCandidate && draft.lines.length > lineCount) firstParagraph = piecesFrom(start, draft)
  }
  endLine(draft)
  endPiece(draft)
  return beforeMark ?? firstParagraph ?? []
}

function piecesFrom(start: number, draft: Draft): ReadonlyArray<Piece> {
  endPiece(draft)
  return draft.pieces.slice(start)
}

function addIsland({body, facts}: CompiledBody, draft: Draft): void {
  for (const piece of piecesOf(body)) writePiece(draft, piece)
  if (facts.text !== '') draft.lines.push(facts.text)
  draft.externalLinks.push(...facts.externalLinks)
}

function piecesOf({chunks, slots}: Fragment): ReadonlyArray<Piece> {
  return chunks.flatMap((chunk, index): ReadonlyArray<Piece> => {
    const slot = slots[index]
    if (slot === undefined) return [chunk]
    if (!('component' in slot)) return [chunk, slot]
    const {children, ...call} = slot
    return [chunk, call, ...piecesOf(children), {endOf: call}]
  })
}

function isEmpty({chunks, slots}: Fragment): boolean {
  return slots.length === 0 && chunks.join('') === ''
}
