import type {RoutePath} from '#src/model/route.ts'
import type {FeedFormat} from '#src/model/site-config.ts'
import {besidePath} from './route-path.ts'

const fileNames: {readonly [Format in FeedFormat]: string} = {
  atom: 'feed.xml',
  rss: 'rss.xml',
  json: 'feed.json'
}

/** Address of the feed of a listing: `/feed.xml` and `/articles/rss.xml`. */
export function feedPath(listing: RoutePath, format: FeedFormat): RoutePath {
  return besidePath(listing, fileNames[format])
}
