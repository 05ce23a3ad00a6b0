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
  wholeNumber,
  wholeNumberWithin
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

/** A path or a name on a line of its own: none that could end the line. */
function wordLike(expected: string, isRight: RegExp): Shape {
  return (value, path) => {
    const issues = text(value, path)
    if (issues.length > 0 || isRight.test(String(value))) return issues
    return [{path, fault: {kind: 'type', expected}}]
  }
}

const robots = mappingOf({
  optional: {
    disallow: listOf(wordLike('a path that begins with `/`', /^\/[^\s#]*$/)),
    block: listOf(wordLike('the name of a crawler', /^[\w.-]+$/))
  }
})

const manifest = mappingOf({
  optional: {
    display: oneOf(['browser', 'minimal-ui', 'standalone', 'fullscreen']),
    themeColor: text,
    backgroundColor: text
  }
})

const llms = mappingOf({optional: {full: trueOrFalse}})

const socialImages = mappingOf({optional: {fonts: listOf(text)}})

const quality = wholeNumberWithin(1, 100)

const images = mappingOf({
  optional: {
    widths: someOf(wholeNumberWithin(1, 10_000)),
    formats: listOf(oneOf(['avif', 'webp'])),
    quality: mappingOf({optional: {avif: quality, webp: quality, jpeg: quality}}),
    sizes: text
  }
})

/** Shapes of the settings for what is there beside pages. */
export const webSettings: {readonly [Name in keyof WebRules]-?: Shape} = {
  feed: mappingOrFalse(feed),
  sitemap: trueOrFalse,
  robots: mappingOrFalse(robots),
  manifest: mappingOrFalse(manifest),
  llms: (value, path) => (value === true ? [] : mappingOrFalse(llms)(value, path)),
  socialImages: (value, path) => (value === true ? [] : mappingOrFalse(socialImages)(value, path)),
  images: (value, path) => (value === true ? [] : mappingOrFalse(images)(value, path)),
  search: trueOrFalse
}
