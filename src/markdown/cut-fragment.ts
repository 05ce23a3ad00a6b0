import type {Fragment} from '#src/model/fragment.ts'
import type {Notes} from './notes.ts'

/** Cut HTML at the markers of `openSlots`; slots are those whose marker is in `html`, in its order. */
export function cutFragment(html: string, {marker, slots}: Pick<Notes, 'marker' | 'slots'>): Fragment {
  const [first = '', ...rest] = marker === undefined ? [html] : html.split(marker)
  const chunks = [first]
  const found: Array<Fragment['slots'][number]> = []
  for (const piece of rest) {
    const end = piece.indexOf('.')
    const slot = slots[Number(piece.slice(0, end))]
    if (slot === undefined) throw new Error(`Expected a slot for \`${marker}${piece.slice(0, end)}\``)
    found.push(slot)
    chunks.push(piece.slice(end + 1))
  }
  return {chunks, slots: found}
}
