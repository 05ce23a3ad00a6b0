import type {FeedFormat} from '#src/model/site-config.ts'
import {
  listOf,
  mappingOf,
  mappingOrFalse,
  oneOf,
  type Shape,
  someOf,
  text,
  trueOrFalse,
  wholeNumber
} from './shape.ts'
import type {WebRules} from './web-rules.ts'

/** Every format of feeds. */
export const feedFormats: ReadonlyArray<FeedFormat> = ['atom', 'rss', 'json']

const feed = mappingOf({
  optional: {
    formats: someOf(oneOf(feedFormats)),
    limit: wholeNumber(1),
    content: oneOf(['full', 'excerpt']),
    sections: trueOrFalse,
    terms: listOf(text)
  }
})

/** Shapes of the settings for what is there beside pages. */
export const webSettings: {readonly [Name in keyof WebRules]-?: Shape} = {
  feed: mappingOrFalse(feed),
  sitemap: trueOrFalse
}
