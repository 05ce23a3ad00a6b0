import {type Feed, type FeedEntry, type FeedImage, latestChange} from './feed.ts'
import {type Xml, xmlDocument, xmlElement, xmlMarkup} from './xml.ts'

/** MIME type of Atom. */
export const atomType = 'application/atom+xml'

/** A feed in Atom (RFC 4287). */
export function renderAtom({title, description, language, self, home, entries}: Feed): string {
  return xmlDocument('feed', {xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language}, [
    xmlElement('id', {}, home),
    xmlElement('title', {}, title),
    ...(description === '' ? [] : [xmlElement('subtitle', {}, description)]),
    xmlElement('updated', {}, latestChange(entries)?.iso ?? ''),
    // An entry without author takes that of the feed, which must then have one (section 4.1.1).
    authorElement(title),
    xmlElement('link', {rel: 'self', type: atomType, href: self}, []),
    xmlElement('link', {rel: 'alternate', type: 'text/html', href: home}, []),
    ...entries.map(entryElement)
  ])
}

function entryElement(entry: FeedEntry): Xml {
  const {permalink, title, description, published, updated, authors, categories, image, content} = entry
  return xmlElement('entry', {}, [
    xmlElement('id', {}, permalink),
    xmlElement('title', {}, title),
    xmlElement('published', {}, published.iso),
    xmlElement('updated', {}, updated.iso),
    xmlElement('link', {rel: 'alternate', type: 'text/html', href: permalink}, []),
    ...(image === undefined ? [] : [enclosure(image)]),
    ...authors.map(authorElement),
    ...categories.map(({name, scheme}) => xmlElement('category', {term: name, scheme}, [])),
    ...(description === undefined ? [] : [xmlElement('summary', {}, description)]),
    // The base is for addresses in raw HTML that are none of the site's.
    xmlMarkup('content', {type: 'html', 'xml:base': permalink}, content)
  ])
}

function enclosure({url, file}: FeedImage): Xml {
  const known = file === undefined ? {} : {type: file.type, length: String(file.length)}
  return xmlElement('link', {rel: 'enclosure', ...known, href: url}, [])
}

function authorElement(name: string): Xml {
  return xmlElement('author', {}, [xmlElement('name', {}, name)])
}
