import type {ImageSize} from '#src/model/fragment.ts'
import type {ImageFormat, ImageVariant, MeasuredImage} from '#src/model/image.ts'
import type {ImagesConfig} from '#src/model/site-config.ts'

/** What is to be made of an image. */
export interface VariantRequest {
  readonly image: MeasuredImage
  readonly rules: ImagesConfig
  /** To show a part of it in these proportions, at this size in pixels of CSS; absent to show all of it. */
  readonly crop?: ImageSize | undefined
  /** Whether there is nobody to choose, so that one file is wanted, in the image's own format. Default: false. */
  readonly isPlain?: boolean | undefined
}

/** What every browser is given that takes no better format: wide enough for most pages, and no camera's original. */
const fallbackWidth = 1280

/** For screens with two pixels where CSS has one. */
const denseScale = 2

/**
 * The variants of an image: those of each format from narrow to wide, the best format first, and last the one for browsers that take none
 * of these. None is larger than the image. None at all for a file that is no image which could be resized.
 */
export function imageVariants({image, rules, crop, isPlain}: VariantRequest): ReadonlyArray<ImageVariant> {
  const {format, isAnimated = false} = image
  if (format === undefined || (isAnimated && format === 'png')) return []
  const sizes = crop === undefined ? fitting(image, rules.widths) : cropped(image, crop)
  const isCropped = crop !== undefined
  const better = rules.formats.filter((one) => one !== format && (!isAnimated || canMove.has(one)))
  const fallback = crop === undefined ? nearest(sizes, fallbackWidth) : sizes[0]
  const variantsIn = (one: ImageFormat, some: ReadonlyArray<ImageSize>): ReadonlyArray<ImageVariant> =>
    some.map((size) => ({...size, format: one, quality: qualityOf(one, rules), isAnimated, isCropped}))
  const plain = variantsIn(format, fallback === undefined ? [] : [fallback])
  if (isPlain === true) return plain
  return [
    ...better.flatMap((one) => variantsIn(one, sizes)),
    // A format that is as good as any has all its widths; of the others one will do.
    ...variantsIn(format, rules.formats.some((one) => one === format) ? sizes : []),
    ...plain
  ]
}

const canMove: ReadonlySet<ImageFormat> = new Set(['webp', 'gif'])

function qualityOf(format: ImageFormat, {quality}: ImagesConfig): number {
  return format === 'avif' || format === 'webp' || format === 'jpeg' ? quality[format] : 100
}

/** In its own proportions: in the widths that are less than its own, and in its own if that is not far more. */
function fitting({width, height}: ImageSize, widths: ReadonlyArray<number>): ReadonlyArray<ImageSize> {
  const smaller = widths.filter((one) => one < width)
  const all = width <= Math.max(...widths) ? [...smaller, width] : smaller
  return all.map((one) => ({width: one, height: Math.max(1, Math.round((height * one) / width))}))
}

/** In other proportions: at the size that is asked for, and at twice that. */
function cropped(image: ImageSize, crop: ImageSize): ReadonlyArray<ImageSize> {
  const room = Math.min(image.width / crop.width, image.height / crop.height)
  const scales = room < 1 ? [room] : [...new Set([1, Math.min(room, denseScale)])]
  return scales.map((scale) => ({
    width: Math.max(1, Math.floor(crop.width * scale)),
    height: Math.max(1, Math.floor(crop.height * scale))
  }))
}

function nearest(sizes: ReadonlyArray<ImageSize>, width: number): ImageSize | undefined {
  return [...sizes].sort((a, b) => Math.abs(a.width - width) - Math.abs(b.width - width))[0]
}
