import type {ImageVariant} from '#src/model/image.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {plainName, shortHash} from './plain-name.ts'

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
  const size = isCropped ? `${width}x${height}` : `${width}`
  const ending = format === 'jpeg' ? 'jpg' : format
  const parts = [plainName(source), size, shortHash(hash)].filter((part) => part !== '')
  return `${variantFolder}${parts.join('-')}.${ending}` as RoutePath
}
