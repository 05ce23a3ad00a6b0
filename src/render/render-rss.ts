import {type Feed, type FeedEntry, type FeedImage, latestChange} from './feed.ts'
import {toRfc822} from './rfc-822.ts'
import {type Xml, xmlDocument, xmlElement, xmlMarkup} from './xml.ts'

/** MIME type of RSS. */
export const rssType = 'application/rss+xml'

const attributes = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/'
}

/** A feed in RSS 2.0, with whole articles as `content:encoded` and names of authors as `dc:creator`: its own `author` is an email address. */
export function renderRss({title, description, language, self, home, entries}: Feed): string {
  const latest = latestChange(entries)
  const channel = xmlElement('channel', {}, [
    xmlElement('title', {}, title),
    xmlElement('link', {}, home),
    // A channel must have one.
    xmlElement('description', {}, description === '' ? title : description),
    xmlElement('language', {}, language),
    ...(latest === undefined ? [] : [xmlElement('lastBuildDate', {}, toRfc822(latest))]),
    xmlElement('atom:link', {rel: 'self', type: rssType, href: self}, []),
    ...entries.map(itemElement)
  ])
  return xmlDocument('rss', attributes, [channel])
}

function itemElement(entry: FeedEntry): Xml {
  const {permalink, title, published, authors, categories, image} = entry
  return xmlElement('item', {}, [
    xmlElement('title', {}, title),
    xmlElement('link', {}, permalink),
    xmlElement('guid', {isPermaLink: 'true'}, permalink),
    xmlElement('pubDate', {}, toRfc822(published)),
    ...authors.map((name) => xmlElement('dc:creator', {}, name)),
    ...categories.map(({name, scheme}) => xmlElement('category', {domain: scheme}, name)),
    ...(image === undefined ? [] : enclosures(image)),
    ...textElements(entry)
  ])
}

/** All three attributes are required: of an image elsewhere the length is not known. */
function enclosures({url, file}: FeedImage): ReadonlyArray<Xml> {
  if (file === undefined) return []
  return [xmlElement('enclosure', {url, length: String(file.length), type: file.type}, [])]
}

/** What the article is about, and the whole of it; or its excerpt in place of both. */
function textElements({description, content, isWhole}: FeedEntry): ReadonlyArray<Xml> {
  if (!isWhole && content !== '') return [xmlMarkup('description', {}, content)]
  return [
    ...(description === undefined ? [] : [xmlElement('description', {}, description)]),
    ...(content === '' ? [] : [xmlMarkup('content:encoded', {}, content)])
  ]
}
