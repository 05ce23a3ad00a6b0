import type {Place} from '#src/diagnostics/diagnostic.ts'
import type {IncludedFrom} from '#src/diagnostics/in-included.ts'
import type {SourcePath} from './source.ts'

/** A reference that only the whole site can resolve. It stands inside a double-quoted attribute. */
export interface ReferenceSlot {
  /**
   * The address as written: `../other.md#part`, `/about/`, `diagram.png`, and of a link `#part`. Decoded from HTML, not from
   * percent signs.
   */
  readonly reference: string
  /** `link` for what a reader follows, `asset` for what the page loads (images, media, scripts). */
  readonly role: 'link' | 'asset'
  /** Of the address, or of what has it; absent when the reference does not stem from the source (made by a plugin). */
  readonly place?: Place
  /** The included file that it stands in; absent when it stands in the article. The address starts from the article anyway. */
  readonly from?: IncludedFrom<SourcePath>
}

/** An attribute that an author gave a component: `caption="A chart"`. */
export interface ComponentAttribute {
  readonly name: string
  /** Empty for a name without value. */
  readonly value: string
  /** Of name and value; absent when the attribute does not stem from the source. */
  readonly place?: Place
}

/** What an author says of a component. */
export interface ComponentCall {
  /** Name of its template in `templates/components/`. */
  readonly component: string
  /** `inline` inside of a paragraph, else `block`. */
  readonly spot: 'block' | 'inline'
  /** Names are unique. */
  readonly attributes: ReadonlyArray<ComponentAttribute>
  /** Of what calls it, in one line. */
  readonly place?: Place
  /** The included file that calls it, from which its addresses start; absent when the article does. */
  readonly from?: IncludedFrom<SourcePath>
  /** The tags of a shortcode; absent when it is called otherwise. */
  readonly written?: {readonly begin: string; readonly end?: string}
}

/** A component that is rendered together with the page, since its template is not part of the article. */
export interface ComponentSlot extends ComponentCall {
  /** What the author wrote inside of it. */
  readonly children: Fragment
}

/** Size of an image as it is shown, in pixels of CSS. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** Attributes of an image that keep its place on the page until it is there; they stand in its tag, each with a space before it. */
export interface SizeSlot {
  /** The image, as in `ReferenceSlot`. */
  readonly sizeOf: string
}

export type Slot = ReferenceSlot | SizeSlot | ComponentSlot

/** HTML with holes: `chunks[0]`, slot 0, `chunks[1]`, slot 1, … `chunks[n]`. There is one chunk more than slots. */
export interface Fragment {
  readonly chunks: ReadonlyArray<string>
  readonly slots: ReadonlyArray<Slot>
}

/**
 * Index in `whole` of the first slot of `part`, whose slots are those very objects, one behind the other; `undefined` where they are others,
 * and where there are none.
 */
export function firstSlotWithin(whole: Fragment, part: Fragment): number | undefined {
  const [first] = part.slots
  if (first === undefined) return undefined
  const index = whole.slots.indexOf(first)
  return index !== -1 && part.slots.every((slot, offset) => slot === whole.slots[index + offset])
    ? index
    : undefined
}
