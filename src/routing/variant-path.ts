import type {ImageVariant} from '#src/model/image.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'

/** Folder of all that is made of images: each file there has a name that no other content ever has. */
export const variantFolder = '/sized/'

/**
 * Address of a variant: `/sized/portrait-640-3f2a9c81d0.webp`. Names are of plain letters, so that `srcset` can hold them.
 *
 * @param hash
 *   Of the image and of all that is made of it; some 20 characters or more.
 */
export function toVariantPath(
  source: SourcePath,
  {width, height, format, isCropped}: ImageVariant,
  hash: string
): RoutePath {
  const name = source
    .slice(source.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  const size = isCropped ? `${width}x${height}` : `${width}`
  const ending = format === 'jpeg' ? 'jpg' : format
  return `${variantFolder}${[
    name,
    size,
    hash
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 10)
  ]
    .filter((part) => part !== '')
    .join('-')}.${ending}` as RoutePath
}
