import type {ComponentSlot, Fragment, ImageSize, ReferenceSlot, SizeSlot} from '#src/model/fragment.ts'
import type {Html} from '#src/model/view.ts'

/** What goes where a fragment has holes. */
export interface SlotFillers {
  /** The address of a reference; `undefined` where there is none, so that its text shall be no link. */
  readonly reference: (slot: ReferenceSlot) => string | undefined
  /** The size of an image, where it is known. */
  readonly size: (slot: SizeSlot) => ImageSize | undefined
  /** A component, given what is inside of it. */
  readonly component: (slot: ComponentSlot, children: Html) => Html
}

/** A fragment with its slots filled. */
export function joinFragment({chunks, slots}: Fragment, fillers: SlotFillers): Html {
  let html = chunks[0] ?? ''
  slots.forEach((slot, index) => {
    const address = 'reference' in slot ? fillers.reference(slot) : undefined
    if (address !== undefined) html += escapeAttribute(address)
    else if ('reference' in slot) {
      html = withoutLink(html, chunks[index + 1] ?? '')
      return
    } else if ('sizeOf' in slot) html += sizeAttributes(fillers.size(slot))
    else html += fillers.component(slot, joinFragment(slot.children, fillers))
    html += chunks[index + 1] ?? ''
  })
  return html as Html
}

/** HTML up to an address and from it on, without the link that it stands in. */
function withoutLink(before: string, after: string): string {
  const start = /<a [^<>]*$/.exec(before)
  const end = /^"[^<>]*>(.*?)<\/a>/s.exec(after)
  // A link with holes inside of it goes on in another chunk: there its tag stays, without an address.
  if (start === null || end === null) return before.replace(/ [\w:-]+="$/, '') + after.slice(1)
  return before.slice(0, start.index) + (end[1] ?? '') + after.slice(end[0].length)
}

function sizeAttributes(size: ImageSize | undefined): string {
  return size === undefined ? '' : ` width="${size.width}" height="${size.height}"`
}

/** Text for a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&#x26;').replaceAll('"', '&#x22;')
}
