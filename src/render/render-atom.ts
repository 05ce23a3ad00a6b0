import type {Feed, FeedEntry} from './feed.ts'
import {type Xml, xmlDocument, xmlElement} from './xml.ts'

/** MIME type of Atom. */
export const atomType = 'application/atom+xml'

/** A feed in Atom (RFC 4287). Its date is that of its latest entry, so that the clock has no part in it. */
export function renderAtom({title, description, language, self, home, entries}: Feed): string {
  const dates = entries.map(({updated}) => updated).sort((a, b) => b.epoch - a.epoch)
  return xmlDocument('feed', {xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language}, [
    xmlElement('id', {}, home),
    xmlElement('title', {}, title),
    ...(description === '' ? [] : [xmlElement('subtitle', {}, description)]),
    xmlElement('updated', {}, dates[0]?.iso ?? ''),
    // An entry without author takes that of the feed, which must then have one (section 4.1.1).
    authorElement(title),
    xmlElement('link', {rel: 'self', type: atomType, href: self}, []),
    xmlElement('link', {rel: 'alternate', type: 'text/html', href: home}, []),
    ...entries.map(entryElement)
  ])
}

function entryElement(entry: FeedEntry): Xml {
  const {permalink, title, description, published, updated, authors, categories, content} = entry
  return xmlElement('entry', {}, [
    xmlElement('id', {}, permalink),
    xmlElement('title', {}, title),
    xmlElement('published', {}, published.iso),
    xmlElement('updated', {}, updated.iso),
    xmlElement('link', {rel: 'alternate', type: 'text/html', href: permalink}, []),
    ...authors.map(authorElement),
    ...categories.map(({name, scheme}) => xmlElement('category', {term: name, scheme}, [])),
    ...(description === undefined ? [] : [xmlElement('summary', {}, description)]),
    // The base is for what is no link of the site's own: footnote marks, and addresses without scheme.
    xmlElement('content', {type: 'html', 'xml:base': permalink}, content)
  ])
}

function authorElement(name: string): Xml {
  return xmlElement('author', {}, [xmlElement('name', {}, name)])
}
