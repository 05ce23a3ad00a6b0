import type {FrontMatter} from '#src/model/front-matter.ts'
import type {SourcePath} from '#src/model/source.ts'

/** The fields of front matter that name images. */
const imageFields = ['previewImage', 'smallPreviewImage', 'socialPreviewImage'] as const

/** Names, those of Galley in camelCase, and 0-based indices from the root of front matter to one of its values. */
export type FieldPath = readonly [string, ...Array<string | number>]

type ReferenceFields = Pick<FrontMatter, (typeof imageFields)[number] | 'translations'>

/** The references of front matter to images and translations, those relative to its source as paths from the site's root. */
export function withFileReferences<Fields extends ReferenceFields>(
  fields: Fields,
  source: SourcePath
): Fields {
  const images = imageFields.flatMap((field) => {
    const reference = fields[field]
    return reference === undefined ? [] : [[field, fileReference(reference, source)] as const]
  })
  const translations = Object.entries(fields.translations ?? {}).map(
    ([language, reference]) => [language, fileReference(reference, source)] as const
  )
  return {
    ...fields,
    ...Object.fromEntries(images),
    ...(translations.length === 0 ? {} : {translations: Object.fromEntries(translations)})
  }
}

/** The references of front matter to images and translations as written, each with the path to it. */
export function referencesIn({
  translations = {},
  ...fields
}: Partial<FrontMatter>): ReadonlyArray<readonly [FieldPath, string]> {
  const images = imageFields.flatMap((field) => {
    const written = fields[field]
    return written === undefined ? [] : [[[field], written] as const]
  })
  const pages = Object.entries(translations).map(
    ([language, written]) => [['translations', language], written] as const
  )
  return [...images, ...pages]
}

/**
 * A reference in front matter as a path from the site's root when it is relative to its source
 * (`preview.png` to `content/articles/hello/preview.png`); addresses from the root and URLs stay.
 */
export function fileReference(reference: string, source: SourcePath): string {
  if (reference.startsWith('/') || reference.startsWith('content/') || /^[a-z][a-z0-9+.-]*:/i.test(reference))
    return reference
  const [, path = '', suffix = ''] = /^([^?#]*)(.*)$/su.exec(reference) ?? []
  const segments = source.split('/').slice(0, -1)
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.' && segment !== '') segments.push(segment)
  }
  return segments.join('/') + suffix
}
