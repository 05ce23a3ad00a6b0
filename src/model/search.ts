/** What the search of a site finds of one page. */
export interface SearchedPage {
  /** Where it leads: with the base path, percent-encoded. */
  readonly url: string
  /** A document of what is found, as `renderSearchedPage` makes it. */
  readonly html: string
}

/** A file of the index that browsers load. */
export interface SearchFile {
  /** From the folder of the index, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** Makes the index of a site. The same pages in the same order give the same files. */
export type SearchIndexer = (pages: Iterable<SearchedPage>) => Promise<ReadonlyArray<SearchFile>>
