import {z} from 'zod'

/**
 * What Google asks for, and what schema.org has for it: an unknown property is a mistake.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
const address = z.url({protocol: /^https?$/})
const instant = z.iso.datetime({offset: true})
const text = z.string().min(1)

const person = z.strictObject({
  '@type': z.literal('Person'),
  name: text,
  url: address.optional(),
  description: text.optional()
})

const organization = z.strictObject({
  '@type': z.literal('Organization'),
  '@id': address,
  name: text,
  url: address,
  logo: address.optional()
})

const image = z.strictObject({
  '@type': z.literal('ImageObject'),
  url: address,
  width: z.int().min(1).optional(),
  height: z.int().min(1).optional()
})

const article = z.strictObject({
  '@type': z.enum(['Article', 'BlogPosting']),
  headline: text.max(110),
  description: text.optional(),
  url: address,
  mainEntityOfPage: address,
  datePublished: instant.optional(),
  dateModified: instant.optional(),
  author: z.array(person).min(1).optional(),
  image: image.optional(),
  articleSection: text.optional(),
  keywords: z.array(text).min(1).optional(),
  wordCount: z.int().min(0),
  inLanguage: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
  publisher: organization
})

const webSite = z.strictObject({
  '@type': z.literal('WebSite'),
  '@id': address,
  name: text,
  url: address,
  description: text.optional(),
  inLanguage: text,
  publisher: z.strictObject({'@id': address})
})

const profilePage = z.strictObject({'@type': z.literal('ProfilePage'), mainEntity: person})

const breadcrumbList = z.strictObject({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(
      z.strictObject({
        '@type': z.literal('ListItem'),
        position: z.int().min(1),
        name: text,
        item: address
      })
    )
    // Google shows no trail of one page.
    .min(2)
    .refine((items) => items.every(({position}, index) => position === index + 1))
})

const graph = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@graph': z
    .array(z.discriminatedUnion('@type', [article, webSite, organization, profilePage, breadcrumbList]))
    .min(1)
})

/** The parts of JSON-LD by type. Throws where it is not what search engines ask for. */
export function readStructuredData(
  json: string
): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const {'@graph': parts} = graph.parse(JSON.parse(json))
  return Object.fromEntries(parts.map((part) => [part['@type'], part]))
}
