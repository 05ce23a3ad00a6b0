import type {Root} from 'mdast'
import {isExcerptMark} from '../take-excerpt-mark.ts'
import {type Draft, endPiece, writeLineEnd} from './draft.ts'
import {isWritten, writeBlock} from './write-blocks.ts'

/** The pieces of a draft that are its excerpt: from `start` up to but without `end`. */
export interface ExcerptRange {
  readonly start: number
  readonly end: number
}

/** Write a whole body. Returns its excerpt: what is before the first mark, else the first paragraph with text. */
export function writeRoot({children}: Root, draft: Draft): ExcerptRange {
  let beforeMark: ExcerptRange | undefined
  let firstParagraph: ExcerptRange | undefined
  let isFirst = true
  for (const block of children) {
    if (isExcerptMark(block)) beforeMark ??= {start: 0, end: endPiece(draft)}
    if (!isWritten(block)) continue
    if (!isFirst) writeLineEnd(draft)
    isFirst = false
    const isCandidate = block.type === 'paragraph' && firstParagraph === undefined
    const start = isCandidate ? endPiece(draft) : 0
    const lineCount = draft.lines.length
    writeBlock(block, draft)
    if (isCandidate && draft.lines.length > lineCount) firstParagraph = {start, end: endPiece(draft)}
  }
  endPiece(draft)
  return beforeMark ?? firstParagraph ?? {start: 0, end: 0}
}
