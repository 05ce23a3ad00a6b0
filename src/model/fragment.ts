import type {Place} from '#src/diagnostics/diagnostic.ts'

/** A reference that only the whole site can resolve. */
export interface Slot {
  /**
   * The address as written: `../other.md#part`, `/about/`, `diagram.png`, and of a link `#part`. Decoded from HTML, not from
   * percent signs.
   */
  readonly reference: string
  /** `link` for what a reader follows, `asset` for what the page loads (images, media, scripts). */
  readonly role: 'link' | 'asset'
  /** Absent when the reference does not stem from the source (made by a plugin). */
  readonly place?: Place
}

/**
 * HTML with holes: `chunks[0]`, slot 0, `chunks[1]`, slot 1, … `chunks[n]`. There is one chunk more than slots. A slot
 * stands inside a double-quoted attribute, so that its resolution must be attribute-escaped.
 */
export interface Fragment {
  readonly chunks: ReadonlyArray<string>
  readonly slots: ReadonlyArray<Slot>
}
