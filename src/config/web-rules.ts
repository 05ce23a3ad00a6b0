import type {FeedConfig} from '#src/model/site-config.ts'

/** What feeds bring, and which there are. */
export interface FeedRules {
  /** The languages of each feed, the one that pages name first before the others. Default: all, `['atom', 'rss', 'json']`. */
  readonly formats?: FeedConfig['formats']
  /** Articles at most, the newest ones; at least 1. Default: 20. */
  readonly limit?: number
  /** Whole articles or their excerpts. Default: `full`. */
  readonly content?: FeedConfig['content']
  /** Whether each section has feeds of its own, beside those of the site. Default: true. */
  readonly sections?: boolean
  /** Taxonomies whose terms have feeds of their own: `['authors', 'tags']`. Default: none. */
  readonly terms?: FeedConfig['terms']
}

/** What feeds, search engines and other programs get beside the pages. */
export interface WebRules {
  /** Feeds of the newest articles; `false` for none. Made only where there is a `baseUrl`. */
  readonly feed?: FeedRules | false
  /** Whether search engines get a list of all pages, `/sitemap.xml`. Made only where there is a `baseUrl`. Default: true. */
  readonly sitemap?: boolean
}
