import type {Problem} from './problems.ts'

/** What the toolbar tells of a page. */
export interface PageReport {
  readonly problems: ReadonlyArray<Problem>
  /** File of its text; absent for a page that has none. */
  readonly source?: FileLink
  /** Names with values, JSON where these are no texts. */
  readonly frontMatter: ReadonlyArray<readonly [string, string]>
  /** Files of its templates and components, in order of use; those of the theme are opened by nobody. */
  readonly templates: ReadonlyArray<{readonly file: string; readonly editor?: string}>
  /** What was asked to make it, in order; long answers are cut. */
  readonly reads: ReadonlyArray<Question>
  readonly links: ReadonlyArray<PageLink>
  /** References of its text that lead nowhere, or to what readers do not see, as sentences. */
  readonly brokenLinks: ReadonlyArray<string>
  /** Absent as long as some texts wait to be compiled. */
  readonly backlinks?: ReadonlyArray<PageLink>
  /** Bytes of the file that a build writes. */
  readonly weight: {readonly plain: number; readonly compressed: number}
}

/** A file of the site, with the address that opens it in an editor. */
export interface FileLink {
  readonly file: string
  readonly editor: string
}

/** A page at the other end of a link. */
export interface PageLink {
  readonly title: string
  /** From the server's root, encoded. */
  readonly address: string
}

/** What was asked to make a page. */
export interface Question {
  readonly query: string
  /** As JSON. */
  readonly argument: string
  /** As JSON; absent where it is not held. */
  readonly answer?: string
}
