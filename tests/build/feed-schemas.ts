import {XMLParser, XMLValidator} from 'fast-xml-parser'
import {z} from 'zod'

/** What the standards ask of feeds, and what they know: another element is a mistake. */

const address = z.url({protocol: /^https?$/})
const instant = z.iso.datetime({offset: true})
const text = z.string().min(1)
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
const mimeType = z.string().regex(/^[a-z]+\/[a-z0-9+.-]+$/)
const byteCount = z.string().regex(/^[0-9]+$/)
/** HTML for other places than the site: no address in it may depend on where it is shown. */
const html = z.string().refine((markup) => {
  const tags = markup.match(/<[a-z][^>]*>/g) ?? []
  const addresses = tags.flatMap((tag) =>
    [...tag.matchAll(/\s(?:href|src|poster)="([^"]*)"/g)].map(([, found]) => found ?? '')
  )
  return addresses.every((found) => /^[a-z]+:/.test(found))
}, 'every address has its origin')

function isUnique(values: ReadonlyArray<string>): boolean {
  return new Set(values).size === values.length
}

/** RFC 4287, section 4. */
const atomLink = z.strictObject({
  '@rel': z.enum(['self', 'alternate', 'enclosure']),
  '@type': mimeType.optional(),
  '@length': byteCount.optional(),
  '@href': address
})
const atomPerson = z.strictObject({name: text})

const atom = z.strictObject({
  feed: z.strictObject({
    '@xmlns': z.literal('http://www.w3.org/2005/Atom'),
    '@xml:lang': language,
    id: address,
    title: text,
    subtitle: text.optional(),
    updated: instant,
    author: z.array(atomPerson).length(1),
    link: z.array(atomLink).refine((links) => links.filter((link) => link['@rel'] === 'self').length === 1),
    entry: z
      .array(
        z.strictObject({
          id: address,
          title: text,
          published: instant,
          updated: instant,
          link: z
            .array(atomLink)
            .refine((links) => links.filter((link) => link['@rel'] === 'alternate').length === 1),
          author: z.array(atomPerson).optional(),
          category: z.array(z.strictObject({'@term': text, '@scheme': address})).optional(),
          summary: text.optional(),
          content: z.strictObject({
            '@type': z.literal('html'),
            '@xml:base': address,
            '#text': html.optional()
          })
        })
      )
      .refine((entries) => isUnique(entries.map(({id}) => id)))
  })
})

/** RSS 2.0.11, with the modules that the root names. */
const rfc822 = z
  .string()
  .regex(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/)
  // The day of the week must be that of the date.
  .refine((date) => {
    const day = new Date(`${date.slice(5, 16)} UTC`)
    return day.toUTCString().startsWith(date.slice(0, 16))
  })

const rss = z.strictObject({
  rss: z.strictObject({
    '@version': z.literal('2.0'),
    '@xmlns:atom': z.literal('http://www.w3.org/2005/Atom'),
    '@xmlns:content': z.literal('http://purl.org/rss/1.0/modules/content/'),
    '@xmlns:dc': z.literal('http://purl.org/dc/elements/1.1/'),
    channel: z.strictObject({
      title: text,
      link: address,
      description: text,
      language,
      lastBuildDate: rfc822,
      'atom:link': z.strictObject({
        '@rel': z.literal('self'),
        '@type': z.literal('application/rss+xml'),
        '@href': address
      }),
      item: z
        .array(
          z.strictObject({
            title: text,
            link: address,
            guid: z.strictObject({'@isPermaLink': z.literal('true'), '#text': address}),
            pubDate: rfc822,
            'dc:creator': z.array(text).optional(),
            category: z.array(z.strictObject({'@domain': address, '#text': text})).optional(),
            description: text.optional(),
            enclosure: z.strictObject({'@url': address, '@length': byteCount, '@type': mimeType}).optional(),
            'content:encoded': html.optional()
          })
        )
        .refine((items) => isUnique(items.map(({guid}) => guid['#text'])))
    })
  })
})

/** @see https://www.jsonfeed.org/version/1.1/ */
const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: text,
  home_page_url: address,
  feed_url: address,
  description: text.optional(),
  language,
  items: z
    .array(
      z.strictObject({
        id: text,
        url: address,
        title: text,
        summary: text.optional(),
        image: address.optional(),
        date_published: instant,
        date_modified: instant,
        authors: z
          .array(z.strictObject({name: text}))
          .min(1)
          .optional(),
        tags: z.array(text).min(1).optional(),
        attachments: z
          .array(z.strictObject({url: address, mime_type: mimeType, size_in_bytes: z.int().min(0)}))
          .min(1)
          .optional(),
        content_html: html
      })
    )
    .refine((items) => isUnique(items.map(({id}) => id)))
})

/** A feed in Atom as data. Throws where it is not what the standard asks for. */
export function readAtom(xml: string): z.infer<typeof atom>['feed'] {
  return atom.parse(parseXml(xml, ['entry', 'link', 'author', 'category'])).feed
}

/** A feed in RSS as data. Throws where it is not what the standard asks for. */
export function readRss(xml: string): z.infer<typeof rss>['rss']['channel'] {
  return rss.parse(parseXml(xml, ['item', 'category', 'dc:creator'])).rss.channel
}

/** A JSON Feed. Throws where it is not what the standard asks for. */
export function readJsonFeed(json: string): z.infer<typeof jsonFeed> {
  return jsonFeed.parse(JSON.parse(json))
}

/** Elements by name, those of `lists` as lists; attributes with an `@`. */
function parseXml(xml: string, lists: ReadonlyArray<string>): unknown {
  const verdict = XMLValidator.validate(xml)
  if (verdict !== true) throw new Error(`line ${verdict.err.line}: ${verdict.err.msg}`)
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    ignoreDeclaration: true,
    parseTagValue: false,
    parseAttributeValue: false,
    // Of the channel, which has one of its own name.
    isArray: (name) => lists.includes(name)
  }).parse(xml)
}
