import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {FrontMatter} from '#src/model/front-matter.ts'
import {type FrontMatterPlaces, placeFinder} from '#src/model/front-matter-places.ts'
import {foreignField, publishedAllTheSame} from './field-messages.ts'

/**
 * A hint for each field that other generators, or well-known themes of theirs, have under a name that means nothing here. What stands below
 * `params` is the author's own.
 *
 * @param isRead
 *   Whether somebody gives a field of this name a meaning.
 */
export function foreignFields(
  file: string,
  {frontMatter, places}: {readonly frontMatter: FrontMatter; readonly places: FrontMatterPlaces},
  isRead: (name: string) => boolean
): ReadonlyArray<Diagnostic> {
  const findPlace = placeFinder(places)
  return Object.keys(frontMatter.params).flatMap((name) => {
    const own = ownNames.get(squashed(name))
    const place = own === undefined ? undefined : findPlace(`/${name}#key`)
    if (place === undefined || own === undefined || isRead(name)) return []
    const isHeldBack = own === 'draft' && frontMatter.params[name] === false
    return [isHeldBack ? publishedAllTheSame({file, place}) : foreignField({file, place}, name, own)]
  })
}

/** Other names of each field, as `squashed` has them. Only such as mean the same: what is merely alike may be meant as it is. */
const foreignNames: Readonly<Record<string, ReadonlyArray<string>>> = {
  description: ['excerpt', 'summary'],
  lastmod: [
    'lastmodified',
    'lastmodifiedat',
    'moddatetime',
    'modified',
    'updated',
    'updatedat',
    'updateddate'
  ],
  date: ['pubdate', 'pubdatetime', 'publishedat', 'publisheddate'],
  expiryDate: ['expires', 'unpublishdate'],
  draft: ['published'],
  unlisted: ['eleventyexcludefromcollections', 'hidden'],
  weight: ['navorder', 'order', 'sidebarposition'],
  preview_image: [
    'banner',
    'cover',
    'coverimage',
    'featuredimage',
    'featureimage',
    'hero',
    'heroimage',
    'image',
    'images'
  ],
  small_preview_image: ['thumb', 'thumbnail'],
  social_preview_image: ['ogimage', 'socialimage'],
  url: ['permalink'],
  aliases: ['redirectfrom'],
  layout: ['template'],
  canonical: ['canonicalurl']
}

const ownNames: ReadonlyMap<string, string> = new Map(
  Object.entries(foreignNames).flatMap(([own, names]) => names.map((name) => [name, own] as const))
)

/** `coverImage`, `cover_image` and `cover-image` are one name. */
function squashed(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '')
}
