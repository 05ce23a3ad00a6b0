import type {ComponentSlot, Fragment, ImageSize, ReferenceSlot, SizeSlot, Slot} from '#src/model/fragment.ts'
import type {ImageSource} from '#src/model/image.ts'
import type {Html} from '#src/model/view.ts'

/** What goes where a fragment has holes. */
export interface SlotFillers {
  /** The address of a reference; `undefined` where there is none, so that its text shall be no link. */
  readonly reference: (slot: ReferenceSlot) => string | undefined
  /** The size of an image, and what browsers may show instead of it, where that is known. */
  readonly image: (slot: SizeSlot) => FragmentImage | undefined
  /** A component, given what is inside of it. */
  readonly component: (slot: ComponentSlot, children: Html) => Html
}

/** What a page knows of an image in a fragment. */
export interface FragmentImage {
  readonly size?: ImageSize | undefined
  /** Absent where the image itself is shown. */
  readonly choice?: ImageChoice
}

/** What browsers may show instead of an image. */
export interface ImageChoice {
  readonly src: string
  readonly sources: ReadonlyArray<ImageSource>
  /** What it looks like from afar; absent where that is not known. */
  readonly color?: string
  /** How wide the image is shown, as the attribute `sizes` has it. */
  readonly sizes: string
}

/** A fragment with its slots filled. */
export function joinFragment({chunks, slots}: Fragment, fillers: SlotFillers): Html {
  let html = chunks[0] ?? ''
  /** The image whose size comes next. */
  let image: FragmentImage | undefined
  slots.forEach((slot, index) => {
    const next = slots[index + 1]
    const isImage = 'reference' in slot && isSizeOf(next, slot)
    // Asked in any case: it reports what leads nowhere.
    const written = 'reference' in slot ? fillers.reference(slot) : undefined
    if (isImage) image = fillers.image(next)
    const address = (isImage ? image?.choice?.src : undefined) ?? written
    if (address !== undefined) html += escapeAttribute(address)
    else if ('reference' in slot) {
      html = withoutLink(html, chunks[index + 1] ?? '')
      return
    } else if ('sizeOf' in slot) {
      const {size, choice} = image ?? fillers.image(slot) ?? {}
      image = undefined
      html += sizeAttributes(size)
      if (choice?.color !== undefined) html += ` data-color="${choice.color}"`
      if (choice !== undefined && choice.sources.length > 0 && !isInPicture(html)) {
        html = withSources(html, choice) + (chunks[index + 1] ?? '').replace(/^[^>]*>/, '$&</picture>')
        return
      }
    } else html += fillers.component(slot, joinFragment(slot.children, fillers))
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

/** Whether a slot is the size of the image that a reference leads to. */
function isSizeOf(slot: Slot | undefined, {reference}: ReferenceSlot): slot is SizeSlot {
  return slot !== undefined && 'sizeOf' in slot && slot.sizeOf === reference
}

/** Whether an author has written what browsers may choose from. */
function isInPicture(html: string): boolean {
  return html.lastIndexOf('<picture') > html.lastIndexOf('</picture>')
}

/** A tag that is being written, its attributes up to the last one. */
const openImage = /<img(?:\s+[^\s=>"'/]+(?:="[^"]*")?)*$/

/** HTML up to within the tag of an image, with what browsers may show instead before that tag. */
function withSources(html: string, {sources, sizes}: ImageChoice): string {
  const start = openImage.exec(html)?.index ?? html.length
  const written = sources.map(
    ({type, srcset}) =>
      `<source type="${type}" srcset="${escapeAttribute(srcset)}" sizes="${escapeAttribute(sizes)}">`
  )
  return `${html.slice(0, start)}<picture>${written.join('')}${html.slice(start)}`
}

function sizeAttributes(size: ImageSize | undefined): string {
  return size === undefined ? '' : ` width="${size.width}" height="${size.height}"`
}

/** Text for a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&#x26;').replaceAll('"', '&#x22;')
}
