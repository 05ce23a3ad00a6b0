import type {ComponentSlot, Fragment, ImageSize, ReferenceSlot, SizeSlot} from '#src/model/fragment.ts'
import type {Html} from '#src/model/view.ts'

/** What goes where a fragment has holes. */
export interface SlotFillers {
  /** The address of a reference. */
  readonly reference: (slot: ReferenceSlot) => string
  /** The size of an image, where it is known. */
  readonly size: (slot: SizeSlot) => ImageSize | undefined
  /** A component, given what is inside of it. */
  readonly component: (slot: ComponentSlot, children: Html) => Html
}

/** A fragment with its slots filled. */
export function joinFragment({chunks, slots}: Fragment, fillers: SlotFillers): Html {
  let html = chunks[0] ?? ''
  slots.forEach((slot, index) => {
    if ('reference' in slot) html += escapeAttribute(fillers.reference(slot))
    else if ('sizeOf' in slot) html += sizeAttributes(fillers.size(slot))
    else html += fillers.component(slot, joinFragment(slot.children, fillers))
    html += chunks[index + 1] ?? ''
  })
  return html as Html
}

function sizeAttributes(size: ImageSize | undefined): string {
  return size === undefined ? '' : ` width="${size.width}" height="${size.height}"`
}

/** Text for a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&#x26;').replaceAll('"', '&#x22;')
}
