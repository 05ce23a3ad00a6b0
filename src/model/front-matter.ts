import type {FrontMatterPlaces} from './front-matter-places.ts'
import type {JsonObject, JsonValue} from './json.ts'

/**
 * A date as its author wrote it, in ISO 8601 with four-digit year: `2024-05-01`, `2024-05-01T09:30:00` (both in the
 * site's time zone) or `2024-05-01T09:30:00+03:00` (`Z` stays `Z`). Always an existing calendar date.
 */
export type WrittenDate = string & {readonly __brand: 'WrittenDate'}

/**
 * The front matter of one source, typed. An absent field was not written, or was wrong and reported.
 * In YAML the names are in snake_case (`short_description`) except Hugo's `publishDate` and `expiryDate`; camelCase is read too.
 */
export interface FrontMatter {
  readonly title?: string
  readonly description?: string
  readonly shortDescription?: string
  readonly date?: WrittenDate
  readonly lastmod?: WrittenDate
  /** The article is in the future before this date, whatever `date` says. */
  readonly publishDate?: WrittenDate
  /** The article is left out from this date on. */
  readonly expiryDate?: WrittenDate
  readonly draft?: boolean
  /** The page is made, but no listing shows it. */
  readonly unlisted?: boolean
  /** Whether the search of the site finds the page; it does when absent. */
  readonly search?: boolean
  readonly authors?: ReadonlyArray<string>
  /** Address of the author's own page elsewhere. */
  readonly authorLink?: string
  /** Smaller is earlier; a page without weight comes after all with one. */
  readonly weight?: number
  /** The primary category; a member of its term as those in `categories` are. */
  readonly category?: string
  readonly categories?: ReadonlyArray<string>
  readonly tags?: ReadonlyArray<string>
  readonly keywords?: ReadonlyArray<string>
  readonly series?: string
  /** Pages to be shown beside it before all that are found; `false` when it is to stand for itself. */
  readonly related?: ReadonlyArray<string> | false
  readonly previewImage?: string
  readonly smallPreviewImage?: string
  readonly socialPreviewImage?: string
  /** Replaces the last segment of the route path; one segment. */
  readonly slug?: string
  /** Replaces the whole route path; starts with `/`. */
  readonly url?: string
  /** Route paths that forward to this page. */
  readonly aliases?: ReadonlyArray<string>
  readonly layout?: string
  /** Whether the page shows its contents; the template decides when absent. */
  readonly toc?: boolean
  /** Permalink of the original, for an article published elsewhere first. */
  readonly canonical?: string
  /** The same page in other languages (BCP 47, or `x-default`): paths as of links, or URLs. */
  readonly translations?: Readonly<Record<string, string>>
  /** Keys of `params`, and every key that is not a field above, as written. */
  readonly params: JsonObject
  /** Defaults for the pages below; only in an `_index.md`. */
  readonly cascade?: FrontMatter
}

/** The front matter block split from its source, before typing. */
export interface FrontMatterBlock {
  readonly data: JsonObject
  readonly places: FrontMatterPlaces
  /** Text of a scalar as its author wrote it, by JSON pointer; only where it differs from the parsed value's text. */
  readonly written: Readonly<Record<string, string>>
  /** `none` when the source has no front matter. `json-braces` is a bare `{ … }` block, `json` a fenced `---json` one. */
  readonly format: 'none' | 'yaml' | 'toml' | 'json' | 'json-braces'
  /** Offset in the text where the body starts. */
  readonly bodyOffset: number
}

/** A JSON value's kind in words for a message: `a list`, `a mapping`, `a number` … */
export function kindOf(value: JsonValue): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  if (typeof value === 'boolean') return '`true` or `false`'
  return typeof value === 'number' ? 'a number' : 'text'
}
