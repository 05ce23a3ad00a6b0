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
  /** Its links are absolute. */
  readonly content: Html
}
