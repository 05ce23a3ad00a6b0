import type {ImageSize} from '#src/model/fragment.ts'

const imageName = /\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$/i

/** Cameras turn an image by a quarter in these ways, without turning its pixels. */
const quarterTurns: ReadonlySet<number> = new Set([5, 6, 7, 8])

/** Size of an image as it is shown, in pixels; `undefined` for what is no image by its name, or none that can be measured. */
export async function measureImage(path: string, bytes: Uint8Array): Promise<ImageSize | undefined> {
  if (!imageName.test(path)) return undefined
  const {imageSize} = await import('image-size')
  try {
    const {width, height, orientation = 1} = imageSize(bytes)
    return quarterTurns.has(orientation) ? {width: height, height: width} : {width, height}
  } catch {
    return undefined
  }
}
