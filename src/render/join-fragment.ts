import type {Fragment, Slot} from '#src/model/fragment.ts'
import type {Html} from '#src/model/view.ts'

/** A fragment with its slots filled. */
export function joinFragment(fragment: Fragment, resolve: (slot: Slot) => string): Html {
  let html = fragment.chunks[0] ?? ''
  fragment.slots.forEach((slot, index) => {
    html += escapeAttribute(resolve(slot)) + (fragment.chunks[index + 1] ?? '')
  })
  return html as Html
}

/** Text for a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&#x26;').replaceAll('"', '&#x22;')
}
