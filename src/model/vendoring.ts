import type {Place} from '#src/diagnostics/diagnostic.ts'
import type {SourcePath} from './source.ts'

/** Folder of the pictures that texts show; what style sheets and scripts name lies beside it. */
export const vendoredImages = 'vendor/images/'

/** Files of other sites that are to lie in this one. */
export interface Vendoring {
  /** Where the file at an address lies, once it is there. */
  readonly pathOf: (url: string) => SourcePath
  /**
   * Have it there: as the lock has it, and fetched once where it may be.
   *
   * @returns
   *   A reason for people where it cannot be had, or is another; else `undefined`.
   */
  readonly bring: (url: string, rules: {readonly mayFetch: boolean}) => Promise<string | undefined>
}

/** A picture of another site that a text shows. */
export interface VendoredImage {
  readonly url: string
  /** Where it lies in this site. */
  readonly path: SourcePath
  /** The source, or the file that it includes, with the place of the address. */
  readonly file: string
  readonly place: Place
}
