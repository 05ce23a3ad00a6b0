import type {FeedFormat} from '#src/model/site-config.ts'
import type {Feed} from './feed.ts'
import {atomType, renderAtom} from './render-atom.ts'
import {jsonFeedType, renderJsonFeed} from './render-json-feed.ts'
import {renderRss, rssType} from './render-rss.ts'

/** How a feed is written in each format, and its MIME type. */
export const feedFormats: {
  readonly [Format in FeedFormat]: {readonly type: string; readonly render: (feed: Feed) => string}
} = {
  atom: {type: atomType, render: renderAtom},
  rss: {type: rssType, render: renderRss},
  json: {type: jsonFeedType, render: renderJsonFeed}
}
