import type {HostFile} from './hosted-site.ts'
import type {RedirectTarget} from './redirect.ts'
import type {ListingOwner} from './selector.ts'
import type {FeedFormat} from './site-config.ts'
import type {SourcePath} from './source.ts'

/** An address in the site, decoded, NFC, from its root: `/articles/hello/` or `/404.html`. Never with the base path. */
export type RoutePath = string & {readonly __brand: 'RoutePath'}

/** Path of a file below the output folder, with `/`: `articles/hello/index.html`. */
export type OutputPath = string & {readonly __brand: 'OutputPath'}

/** One address to produce and its kind. Page numbers are 1-based. The source of a listing is its text, where it has one. */
export type Route =
  | {readonly kind: 'page'; readonly path: RoutePath; readonly source: SourcePath}
  | {
      readonly kind: 'home'
      readonly path: RoutePath
      readonly pageNumber: number
      readonly source?: SourcePath
    }
  | {
      readonly kind: 'section'
      readonly path: RoutePath
      readonly section: string
      readonly pageNumber: number
      readonly source?: SourcePath
    }
  | {
      readonly kind: 'taxonomy'
      readonly path: RoutePath
      readonly taxonomy: string
      readonly source?: SourcePath
    }
  | {
      readonly kind: 'term'
      readonly path: RoutePath
      readonly taxonomy: string
      /** Slug of the term. */
      readonly term: string
      readonly pageNumber: number
      readonly source?: SourcePath
    }
  | {readonly kind: 'notFound'; readonly path: RoutePath}
  /** A feed of the newest articles of a section or term; of all of the site for the root section. */
  | {
      readonly kind: 'feed'
      readonly path: RoutePath
      readonly owner: ListingOwner
      readonly format: FeedFormat
    }
  /** A numbered part of the list of all addresses for search engines; mostly the only one. */
  | {readonly kind: 'sitemap'; readonly path: RoutePath; readonly pageNumber: number}
  /** The list of the parts, where there are several. */
  | {readonly kind: 'sitemapIndex'; readonly path: RoutePath; readonly parts: ReadonlyArray<RoutePath>}
  /** A page as Markdown. */
  | {readonly kind: 'markdown'; readonly path: RoutePath; readonly source: SourcePath}
  /** What there is as Markdown: a list of it, or all of it. */
  | {readonly kind: 'llms'; readonly path: RoutePath; readonly brings: 'list' | 'all'}
  /** A picture of an article that brings none. */
  | {readonly kind: 'socialImage'; readonly path: RoutePath; readonly source: SourcePath}
  /** What crawlers may visit. */
  | {readonly kind: 'robots'; readonly path: RoutePath}
  /** What browsers are told that put the site on a home screen. */
  | {readonly kind: 'manifest'; readonly path: RoutePath}
  /** A page that forwards, for hosts that send files alone: of the alias of a page, or of a rule of the configuration. */
  | {
      readonly kind: 'redirect'
      readonly path: RoutePath
      readonly to: RedirectTarget
      readonly source?: SourcePath
      /** Index of the rule, where it is not of a source. */
      readonly rule?: number
    }
  /** What a host reads and does not publish. */
  | {readonly kind: 'hostFile'; readonly path: RoutePath; readonly file: HostFile}
  /** A file copied unchanged: from `public/`, or from beside a source. */
  | {readonly kind: 'asset'; readonly path: RoutePath; readonly source: SourcePath}

/** Kinds of routes that are pages of HTML, rendered by templates. */
export const pageKinds: ReadonlySet<Route['kind']> = new Set([
  'page',
  'home',
  'section',
  'taxonomy',
  'term',
  'notFound'
])
