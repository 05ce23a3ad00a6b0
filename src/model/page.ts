import type {JsonObject} from './json.ts'
import type {RoutePath} from './route.ts'
import type {SourcePath} from './source.ts'

/** A date of a page, resolved in the site's time zone where the author wrote none. */
export interface PageDate {
  /** RFC 3339 with the author's offset, else the site's: `2024-05-01T00:00:00+02:00`. */
  readonly iso: string
  /** The calendar day as the author wrote it: `2024-05-01`. */
  readonly day: string
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly epoch: number
}

/** A term as a page names it. */
export interface TermReference {
  readonly taxonomy: string
  readonly slug: string
  /** As most pages spell it; among equals the first by code unit. */
  readonly name: string
  readonly path: RoutePath
}

/** A document's public identity in the site. `Params` is what the section's schema yields. */
export interface Page<Params = JsonObject> {
  readonly source: SourcePath
  readonly path: RoutePath
  /** `article` in a section, `page` at the root of `content/`. */
  readonly kind: 'article' | 'page'
  /** Name of the section, `articles` or `docs/guides`; empty for the root. */
  readonly section: string
  readonly title: string
  /** Whether the title is the body's first heading, so that a template need not show it again. */
  readonly isTitleInBody: boolean
  readonly description?: string
  readonly shortDescription?: string
  readonly date?: PageDate
  readonly lastmod?: PageDate
  readonly unlisted: boolean
  readonly draft: boolean
  readonly weight?: number
  readonly authors: ReadonlyArray<string>
  readonly authorLink?: string
  /** Primary category, as written. */
  readonly category?: string
  readonly keywords: ReadonlyArray<string>
  readonly series?: string
  readonly previewImage?: string
  readonly smallPreviewImage?: string
  readonly socialPreviewImage?: string
  readonly layout?: string
  readonly toc?: boolean
  readonly canonical?: string
  /** The same page in other languages, by language: sources, route paths or URLs. */
  readonly translations?: Readonly<Record<string, string>>
  /** Names of terms by taxonomy, as written, without repetition; the primary category first. */
  readonly terms: Readonly<Record<string, ReadonlyArray<string>>>
  readonly aliases: ReadonlyArray<RoutePath>
  /** Free values, typed by the section's schema where it has one. */
  readonly params: Params
}

/** A folder of content and its listing. */
export interface Section {
  /** `articles`, `docs/guides`; empty for the root. */
  readonly name: string
  readonly path: RoutePath
  readonly title: string
  /** Whether the title is the first heading of its text. */
  readonly isTitleInBody: boolean
  readonly description?: string
  /** Its `_index.md`, where there is one. */
  readonly source?: SourcePath
  readonly weight?: number
  readonly layout?: string
  readonly params: JsonObject
  /** Names of the sections directly below, by weight, then title. */
  readonly sections: ReadonlyArray<string>
}

/** One value of a taxonomy. */
export interface Term extends TermReference {
  /** Of pages listed. */
  readonly pageCount: number
  /** Title of its own `_index.md`, else its name. */
  readonly title: string
  readonly description?: string
  /** `content/<taxonomy>/<slug>/_index.md`, where there is one. */
  readonly source?: SourcePath
  readonly layout?: string
  readonly params: JsonObject
}
