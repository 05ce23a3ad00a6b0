import {imageVariants} from '#src/assets/image-variants.ts'
import {hashData} from '#src/graph/hash.ts'
import {defineQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {ImageFormat, ImageSource, ImageWish, PlacedVariant, ShownImage} from '#src/model/image.ts'
import type {SourcePath} from '#src/model/source.ts'
import {toVariantPath} from '#src/routing/variant-path.ts'
import {assetInput, imageSizeInput, resizingInput} from '../inputs.ts'
import type {Address} from '../links/address.ts'
import {imagesRules} from '../settings.ts'
import {routeAt} from '../site-routes.ts'
import {imageSizeAt} from './image-sizes.ts'

/** An image as it is wanted. */
export interface WantedImage extends ImageWish {
  readonly source: SourcePath
}

/**
 * What is made of an image of the site, in the order of `imageVariants`; nothing where images are left as they are. Which images are wanted is known
 * from this query's traces: a variant is made when a page shows it.
 */
export const placedVariants: Query<WantedImage, ReadonlyArray<PlacedVariant>> = defineQuery(
  'imageVariants',
  ({read}, {source, ...wish}) => {
    const rules = read(imagesRules, null)
    const resizing = read(resizingInput, null)
    const image = read(imageSizeInput, source)
    if (rules === false || resizing === undefined || image === undefined) return []
    const hash = read(assetInput, source)
    return imageVariants({image, rules, ...wish}).map((variant) => ({
      ...variant,
      source,
      path: toVariantPath(source, variant, hashData([resizing, hash, variant]))
    }))
  }
)

/** How the image at an address is shown: as it is, where nothing is made of it. */
export function shownImageAt(
  {read}: Pick<QueryContext, 'read'>,
  found: Address | undefined,
  hrefOf: (path: string) => string,
  {crop, isPlain}: ImageWish = {}
): ShownImage | undefined {
  if (found === undefined || !('path' in found)) return undefined
  const route = read(routeAt, found.path)
  const wanted = route?.kind === 'asset' && {
    source: route.source,
    ...(crop && {crop}),
    ...(isPlain && {isPlain})
  }
  const variants = wanted ? read(placedVariants, wanted) : []
  const fallback = variants.at(-1)
  if (fallback === undefined) {
    const {path} = found
    return {src: hrefOf(path), path, ...imageSizeAt({read}, found), sources: []}
  }
  const {width, height} = crop === undefined ? (imageSizeAt({read}, found) ?? fallback) : fallback
  const {path, source} = fallback
  const color = read(imageSizeInput, source)?.color
  const sources = sourcesOf(variants.slice(0, -1), hrefOf)
  return {src: hrefOf(path), path, width, height, ...(color !== undefined && {color}), sources}
}

function sourcesOf(
  variants: ReadonlyArray<PlacedVariant>,
  hrefOf: (path: string) => string
): ReadonlyArray<ImageSource> {
  const byFormat = new Map<ImageFormat, Array<string>>()
  for (const {format, path, width} of variants) {
    const known = byFormat.get(format) ?? []
    known.push(`${hrefOf(path)} ${width}w`)
    byFormat.set(format, known)
  }
  return [...byFormat].map(([format, addresses]) => ({
    type: `image/${format}`,
    srcset: addresses.join(', ')
  }))
}
