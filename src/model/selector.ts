/** What orders a collection; `-` reverses. Pages without the value come last either way. */
export type OrderKey =
  | 'weight'
  | '-weight'
  | 'date'
  | '-date'
  | 'lastmod'
  | '-lastmod'
  | 'title'
  | '-title'
  | 'path'
  | '-path'

/** A request for pages as plain data, so that it can stand in a trace and be asked again. */
export interface Selector {
  /** Only articles (in a section) or only pages (at the root). */
  readonly kind?: 'article' | 'page'
  /** Only pages of this section. */
  readonly section?: string
  /** Pages of the sections below it too. Default: false. */
  readonly deep?: boolean
  /** Only pages of these sections and of those below them. */
  readonly sections?: ReadonlyArray<string>
  /** No pages of these sections; those of sections below them stay. */
  readonly without?: ReadonlyArray<string>
  /** Only pages of this term: taxonomy and slug. */
  readonly term?: {readonly taxonomy: string; readonly slug: string}
  /** Default: the order of the term's taxonomy, else of the section, else of the site. Ties by path. */
  readonly order?: ReadonlyArray<OrderKey>
  /** At most this many, at least 1. */
  readonly limit?: number
}

/** Whose listing it is: that of a section (of all articles for the root), or of a term, which its slug names. */
export type ListingOwner = {readonly section: string} | {readonly taxonomy: string; readonly term: string}
