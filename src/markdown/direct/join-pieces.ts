import type {Fragment, Slot} from '#src/model/fragment.ts'
import type {Piece} from './draft.ts'
import {escapeAttribute} from './escape-html.ts'

/**
 * The fragment that pieces make up.
 *
 * @param ids
 *   Of the headings; `undefined` for a fragment without ids.
 */
export function joinPieces(pieces: ReadonlyArray<Piece>, ids: ReadonlyArray<string> | undefined): Fragment {
  const chunks: Array<string> = []
  const slots: Array<Slot> = []
  let chunk = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      chunk += piece
      continue
    }
    if ('heading' in piece) {
      if (ids !== undefined) chunk += ` id="${escapeAttribute(ids[piece.heading] ?? '')}"`
      continue
    }
    chunks.push(chunk)
    slots.push(piece)
    chunk = ''
  }
  return {chunks: [...chunks, chunk], slots}
}
