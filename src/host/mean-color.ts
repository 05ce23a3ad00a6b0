import sharp from 'sharp'
import type {ImageColorist} from '#src/model/image.ts'
import {pixelsMax, secondsMax} from './resize-image.ts'

/** Mean color of an image, with sharp. */
export const meanColor: ImageColorist = async (image) => {
  try {
    const pixel = await sharp(image, {limitInputPixels: pixelsMax})
      .timeout({seconds: secondsMax})
      .toColourspace('srgb')
      .ensureAlpha()
      .resize(1, 1, {fit: 'fill'})
      .raw({depth: 'uchar'})
      .toBuffer()
    return pixel[3] === 255 ? `#${pixel.subarray(0, 3).toString('hex')}` : undefined
  } catch {
    return undefined
  }
}
