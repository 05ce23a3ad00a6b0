import type {Fragment} from '#src/model/fragment.ts'
import {fragmentBuilder} from '../fragment-builder.ts'
import type {Piece} from './draft.ts'
import {escapeAttribute} from './escape-html.ts'

/**
 * The fragment that pieces make up.
 *
 * @param ids
 *   Of the headings.
 */
export function joinPieces(pieces: ReadonlyArray<Piece>, ids: ReadonlyArray<string>): Fragment {
  const fragment = fragmentBuilder()
  for (const piece of pieces) {
    if (typeof piece === 'string') fragment.addHtml(piece)
    else if ('write' in piece) fragment.addHtml(piece.write())
    else if ('component' in piece) fragment.openComponent(piece)
    else if ('endOf' in piece) fragment.closeComponent()
    else if ('reference' in piece || 'sizeOf' in piece) fragment.addSlot(piece)
    else if (piece.part === 'id') fragment.addHtml(` id="${escapeAttribute(ids[piece.heading] ?? '')}"`)
    else fragment.addSlot({reference: `#${ids[piece.heading] ?? ''}`, role: 'link'})
  }
  return fragment.finish()
}
