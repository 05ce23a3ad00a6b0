import type {Place} from '#src/diagnostics/diagnostic.ts'
import type {SourcePath} from './source.ts'

/** Folder of the pictures that texts show; what style sheets and scripts name lies beside it. */
export const vendoredImages = 'vendor/images/'

/** Files of other sites that are to lie in this one. */
export interface Vendoring {
  /** Where a picture, or a style sheet or script, lies, once it is there. */
  readonly pathOf: (url: string, kind: 'image' | 'code') => SourcePath
  /**
   * Have it there: as the lock has it, and fetched once where it may be.
   *
   * @returns
   *   A reason for people where it cannot be had, or is another; else `undefined`.
   */
  readonly bring: (
    file: Pick<VendoredFile, 'url' | 'path'>,
    rules: {readonly mayFetch: boolean}
  ) => Promise<string | undefined>
}

/** A file of another site that a text or a template shows or loads. */
export interface VendoredFile {
  /** What it is: a picture, or what a tag loads. */
  readonly kind: 'image' | 'styles' | 'module' | 'script'
  readonly url: string
  /** Where it lies in this site. */
  readonly path: SourcePath
  /** The source, the file that it includes, or the template, with the place of the address. */
  readonly file: string
  readonly place: Place
}
