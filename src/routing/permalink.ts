import type {RoutePath} from '#src/model/route.ts'
import {decodeAddress, toRoutePath} from './route-path.ts'
import {segmentOf, stableSlugOf} from './slug.ts'

/** What an address is made of. */
export interface PermalinkParts {
  /** Folders between `content/` and the file, as named on disk. */
  readonly folders: ReadonlyArray<string>
  /** File name without extension and date; of a bundle the name of its folder. */
  readonly name: string
  readonly section: string
  readonly title: string
  /** Calendar day, `2024-05-01`. */
  readonly day?: string
  /** From front matter, already checked. */
  readonly slug?: string
  readonly url?: string
  /** Pattern of the section, where it has one. */
  readonly pattern?: string
}

/**
 * Address of a page: its `url`; else the section's pattern filled in; else the folders and the slug.
 *
 * Tokens of an undated page's date give no segment.
 */
export function permalinkOf(parts: PermalinkParts): RoutePath {
  if (parts.url !== undefined) return toRoutePath(decodeAddress(parts.url))
  const slug = parts.slug ?? segmentOf(parts.name)
  if (parts.pattern === undefined) return directory([...parts.folders.map(segmentOf), slug])
  const [year = '', month = '', day = ''] = (parts.day ?? '').split('-')
  const values: Readonly<Record<string, string>> = {
    year,
    month,
    day,
    slug,
    section: parts.section.split('/').map(segmentOf).join('/'),
    title: stableSlugOf(parts.title),
    filename: segmentOf(parts.name)
  }
  const filled = parts.pattern.replace(/:([a-z]+)/g, (token, name: string) => values[name] ?? token)
  // A pattern that ends in an extension makes files; the dot of a name that fills it does not.
  return /:[a-z]+$/.test(parts.pattern) ? directory(filled.split('/')) : toRoutePath(filled)
}

/** Whether a pattern has a part that an undated page gives no segment for. */
export function hasDate(pattern: string): boolean {
  return /:(?:year|month|day)(?![a-z])/.test(pattern)
}

/** Address of a folder's listing. */
export function sectionPathOf(name: string): RoutePath {
  return directory(
    name
      .split('/')
      .filter((folder) => folder !== '')
      .map(segmentOf)
  )
}

/** An address that always ends in a slash, also after a segment with a dot (`/node.js/`). */
function directory(segments: ReadonlyArray<string>): RoutePath {
  return toRoutePath(`/${segments.join('/')}/`)
}
