import sharp from 'sharp'
import type {ImageFormat, ImageResizer} from '#src/model/image.ts'

// Images are made side by side, as many as there are processors.
sharp.concurrency(1)
// Each is read once.
sharp.cache(false)

/** More pixels are no photograph, but an attack on memory: 16,000 times 16,000. */
export const pixelsMax: number = 16_000 ** 2

/** An hour of a camera's work is not worth a minute of a build. */
export const secondsMax = 60

/** Resize an image with sharp. */
export const resizeImage: ImageResizer = async (image, variant) => {
  const {width, height, format, quality, isAnimated, isCropped} = variant
  const resized = sharp(image, {
    animated: isAnimated,
    autoOrient: true,
    failOn: 'error',
    limitInputPixels: pixelsMax
  })
    .timeout({seconds: secondsMax})
    .resize(width, height, isCropped ? {fit: 'cover', position: 'attention'} : {fit: 'fill'})
    .toFormat(format, settings(format, quality))
  return resized.toBuffer()
}

/** The color profile is applied; what else the camera wrote is left out, which is the default. */
function settings(format: ImageFormat, quality: number): object {
  switch (format) {
    case 'avif':
      // Twice the effort takes six to eight times as long: for half of the bytes where there is grain, for none of them in other photographs.
      return {quality, effort: 2}
    case 'png':
      return {compressionLevel: 9}
    case 'jpeg':
      return {quality, mozjpeg: true}
    case 'webp':
      return {quality, effort: 4}
    case 'gif':
      return {}
  }
}
