import type {Page, Section, Term} from 'galley'

/** What a page tells browsers, search engines and link previews of itself. */
export interface Metadata {
  readonly title: string
  /** Default: the site's. */
  readonly description?: string | undefined
  /** Permalink. When absent, search engines are asked to leave the page out. */
  readonly canonical?: string
  /** Of a page that a document is: adds dates, authors, keywords, image. */
  readonly page?: Page
  /** Of the home page, and of the listing of a section. */
  readonly section?: Section
  /** Of the listing of a term. */
  readonly term?: Term
  /** Of the text that is shown, where it is not that of `page`. */
  readonly source?: Page['source'] | undefined
}
