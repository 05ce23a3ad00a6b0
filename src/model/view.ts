import type {VNode} from 'preact'
import type {Heading} from './document.ts'
import type {ImageSize} from './fragment.ts'
import type {ImageWish, ShownImage} from './image.ts'
import type {JsonObject} from './json.ts'
import type {Page, Section, Term, TermReference} from './page.ts'
import type {RoutePath} from './route.ts'
import type {ListingOwner, Selector} from './selector.ts'
import type {MenuItem} from './site-config.ts'
import type {ThemeOptions} from './theme-options.ts'

/** Finished HTML, to be inserted unescaped. */
export type Html = string & {readonly __brand: 'Html'}

/** A heading in the contents of a page. */
export interface ContentsEntry extends Heading {
  /** Headings below it. */
  readonly children: ReadonlyArray<ContentsEntry>
}

/** What a template may know of the site as a whole. */
export interface SiteView {
  readonly title: string
  readonly description: string
  readonly baseUrl: string
  /** Whether `baseUrl` is known. Else permalinks begin with `http://localhost/`, and have no place in a page. */
  readonly isAddressKnown: boolean
  readonly language: string
  readonly timeZone: string
  readonly environment: string
  readonly params: JsonObject
  /** What the site has chosen of its theme. */
  readonly theme: ThemeOptions
  /** Whether readers can search it. */
  readonly search: boolean
}

/** Previous and next page in the order of the section. */
export interface Neighbors {
  readonly previous?: Page
  readonly next?: Page
}

/** One numbered part of a listing. */
export interface Listing {
  readonly pages: ReadonlyArray<Page>
  /** 1-based. */
  readonly pageNumber: number
  readonly pageCount: number
  /** Of all parts together. */
  readonly total: number
  /** Addresses of the parts before and after, ready for `href`. */
  readonly previous?: string
  readonly next?: string
}

/** A feed as the head of a page names it. */
export interface FeedLink {
  readonly title: string
  /** MIME type: `application/atom+xml`. */
  readonly type: string
  /** Ready for `href`. */
  readonly href: string
}

/** How a page loads a style sheet or script. */
export interface FileLink {
  /** Ready for `href` and `src`. */
  readonly href: string
  /** Ready for `integrity`: what browsers check the file by; absent for a file that is not bundled. */
  readonly integrity?: string
}

/** Questions that any template may ask. Each answer is recorded, so that the page is rendered again when it changes. */
export interface Questions {
  readonly site: () => SiteView
  /** Pages in order; unlisted pages never. */
  readonly pages: (selector: Selector) => ReadonlyArray<Page>
  /** `undefined` when there is no such section. The root's name is empty. */
  readonly section: (name: string) => Section | undefined
  /** Terms by name. */
  readonly terms: (taxonomy: string) => ReadonlyArray<Term>
  readonly term: (taxonomy: string, slug: string) => Term | undefined
  /** The terms that a page names, in its order, without those that only unlisted pages name. */
  readonly termsOf: (page: Page, taxonomy: string) => ReadonlyArray<TermReference>
  readonly menu: (name: string) => ReadonlyArray<MenuItem>
  /** Title of a taxonomy for readers: `Tags`. */
  readonly taxonomyTitle: (taxonomy: string) => string
  /** Feeds of the whole site, or of a section or term; none where they are switched off or have nothing to bring. */
  readonly feeds: (of?: ListingOwner) => ReadonlyArray<FeedLink>
  readonly neighbors: (page: Page) => Neighbors
  /**
   * Articles that belong beside a page, the best first: those that its front matter names, then those that are found by what they say. At
   * most `limit`, and never more than the configuration has; none where nothing is sure enough.
   */
  readonly related: (page: {readonly source: Page['source']}, limit?: number) => ReadonlyArray<Page>
  /** Whether the section's order has this page among those by date, the newest first. */
  readonly isNewestFirst: (page: Page) => boolean
  readonly body: (page: {readonly source: Page['source']}) => Html
  readonly excerpt: (page: {readonly source: Page['source']}) => Html
  readonly outline: (page: {readonly source: Page['source']}) => ReadonlyArray<Heading>
  /** What the page's contents show; empty where there are to be none. */
  readonly contents: (page: Pick<Page, 'source' | 'isTitleInBody' | 'toc'>) => ReadonlyArray<ContentsEntry>
  readonly wordCount: (page: {readonly source: Page['source']}) => number
  /** At 200 words a minute, at least 1. */
  readonly readingMinutes: (page: {readonly source: Page['source']}) => number
  /**
   * What a body may need a script or style for, sorted: `code` where it has a block of code, and the components that it calls, by
   * name.
   */
  readonly features: (page: {readonly source: Page['source']}) => ReadonlyArray<string>
  /** Address of the module of `mermaid`, which the site has where it is installed and a text needs it; `undefined` for all else. */
  readonly packageHref: (name: string) => string | undefined
  /**
   * Size of an image as it is shown, in pixels; `undefined` where it is not known: no file of the site, or none that can be measured.
   * The image is named as for `href`, or by what `href` answers; attributes of the type `url` are such.
   */
  readonly imageSize: (target: string | {readonly path: string}) => ImageSize | undefined
  /**
   * An image as browsers shall have it: in several widths and formats where the configuration has `images`, else the file itself. Named as for
   * `imageSize`.
   */
  readonly image: (target: string | {readonly path: string}, wish?: ImageWish) => ShownImage
  /** Route path of the picture that is drawn for an article, for `permalink`; `undefined` where none is. */
  readonly socialImage: (page: Pick<Page, 'source'>) => RoutePath | undefined
  /** Address of a page as Markdown; `undefined` where it is there as HTML alone. */
  readonly markdownHref: (page: Pick<Page, 'path'>) => string | undefined
  /**
   * Links to style sheets, named by their addresses (`/assets/theme.css`), in this order. Those of `templates/assets/` become one file, with all
   * that they import, but in the environment `development`.
   */
  readonly styles: (paths: ReadonlyArray<string>) => ReadonlyArray<FileLink>
  /** Link to a script, named by its address: that of `templates/assets/menu.ts` is `/assets/menu.js`. */
  readonly script: (path: string) => FileLink
  /** Whether the site has a page or file at a route path: `/favicon.svg`. */
  readonly has: (path: string) => boolean
  /** Address of a page, route path or file of the site for `href` and `src`: with the base path, percent-encoded. */
  readonly href: (target: string | {readonly path: string}) => string
  /** The same with the origin, for feeds and metadata. */
  readonly permalink: (target: string | {readonly path: string}) => string
}

/** What the template of each kind of route gets. `path` is the route's own, without the base path; for a social image that of its article. */
interface RouteView {
  readonly path: string
  readonly view: Questions
}

export interface PageView<Params = JsonObject> extends RouteView {
  readonly page: Page<Params>
}

export interface HomeView extends RouteView {
  /** The root section; its text is `content/_index.md`. */
  readonly section: Section
  readonly listing: Listing
}

export interface SectionView extends RouteView {
  readonly section: Section
  readonly listing: Listing
}

export interface TaxonomyView extends RouteView {
  readonly taxonomy: string
  readonly title: string
  readonly terms: ReadonlyArray<Term>
  /** The text of `content/<taxonomy>/_index.md`. */
  readonly section?: Section
}

export interface TermView extends RouteView {
  readonly taxonomy: string
  readonly term: Term
  readonly listing: Listing
}

export interface NotFoundView extends RouteView {}

/** Any function from a view to HTML: the default export of a file in `templates/`. */
export type Template<View> = (view: View) => VNode

/** The views by template kind. */
export interface ViewByKind {
  readonly home: HomeView
  readonly article: PageView
  readonly page: PageView
  readonly section: SectionView
  readonly taxonomy: TaxonomyView
  readonly term: TermView
  /** Drawn as a picture; a page of kind `article`. */
  readonly 'social-image': PageView
  readonly '404': NotFoundView
}
