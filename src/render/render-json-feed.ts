import type {JsonObject} from '#src/model/json.ts'
import type {Feed, FeedEntry, FeedImage} from './feed.ts'

/** MIME type of JSON Feed. */
export const jsonFeedType = 'application/feed+json'

/** A feed in JSON Feed 1.1. */
export function renderJsonFeed({title, description, language, self, home, entries}: Feed): string {
  const feed: JsonObject = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    ...(description === '' ? {} : {description}),
    language,
    items: entries.map(itemOf)
  }
  return `${JSON.stringify(feed, null, 2)}\n`
}

function itemOf(entry: FeedEntry): JsonObject {
  const {permalink, title, description, published, updated, authors, categories, image, content} = entry
  return {
    id: permalink,
    url: permalink,
    title,
    ...(description === undefined ? {} : {summary: description}),
    ...(image === undefined ? {} : {image: image.url}),
    date_published: published.iso,
    date_modified: updated.iso,
    ...(authors.length === 0 ? {} : {authors: authors.map((name) => ({name}))}),
    ...(categories.length === 0 ? {} : {tags: categories.map(({name}) => name)}),
    ...(image?.file === undefined ? {} : {attachments: [attachmentOf(image.url, image.file)]}),
    content_html: content
  }
}

function attachmentOf(url: string, {length, type}: NonNullable<FeedImage['file']>): JsonObject {
  return {url, mime_type: type, size_in_bytes: length}
}
