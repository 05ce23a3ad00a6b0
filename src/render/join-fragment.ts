import type {ComponentSlot, Fragment, ReferenceSlot} from '#src/model/fragment.ts'
import type {Html} from '#src/model/view.ts'

/** What goes where a fragment has holes. */
export interface SlotFillers {
  /** The address of a reference. */
  readonly reference: (slot: ReferenceSlot) => string
  /** A component, given what is inside of it. */
  readonly component: (slot: ComponentSlot, children: Html) => Html
}

/** A fragment with its slots filled. */
export function joinFragment({chunks, slots}: Fragment, fillers: SlotFillers): Html {
  let html = chunks[0] ?? ''
  slots.forEach((slot, index) => {
    html +=
      'reference' in slot
        ? escapeAttribute(fillers.reference(slot))
        : fillers.component(slot, joinFragment(slot.children, fillers))
    html += chunks[index + 1] ?? ''
  })
  return html as Html
}

/** Text for a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&#x26;').replaceAll('"', '&#x22;')
}
