import type {PageDate} from '#src/model/page.ts'
import type {Html} from '#src/model/view.ts'

/** What a feed says, in whatever format. */
export interface Feed {
  readonly title: string
  /** Empty for none. */
  readonly description: string
  /** BCP 47. */
  readonly language: string
  /** Permalink of the feed itself. */
  readonly self: string
  /** Permalink of the listing that it follows. */
  readonly home: string
  /** Newest first, at least one. */
  readonly entries: ReadonlyArray<FeedEntry>
}

/** One article of a feed. */
export interface FeedEntry {
  /** Also what identifies it. */
  readonly permalink: string
  readonly title: string
  readonly description?: string
  readonly published: PageDate
  readonly updated: PageDate
  readonly authors: ReadonlyArray<string>
  /** Terms, each with the permalink of its taxonomy. */
  readonly categories: ReadonlyArray<{readonly name: string; readonly scheme: string}>
  readonly image?: FeedImage
  /** Its links are absolute. */
  readonly content: Html
  /** Whether the content is the whole article, not its excerpt. */
  readonly isWhole: boolean
}

/** The image that stands for an article. */
export interface FeedImage {
  readonly url: string
  /** Of a file of the site: bytes and MIME type. */
  readonly file?: {readonly length: number; readonly type: string}
}

/** When the latest entry changed: the date of the feed, in which the clock has no part. */
export function latestChange(entries: ReadonlyArray<FeedEntry>): PageDate | undefined {
  return entries.map(({updated}) => updated).sort((a, b) => b.epoch - a.epoch)[0]
}
