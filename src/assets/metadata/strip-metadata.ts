import type {ImageFormat} from '#src/model/image.ts'
import {stripAvif} from './strip-avif.ts'
import {stripGif} from './strip-gif.ts'
import {stripJpeg} from './strip-jpeg.ts'
import {stripPng} from './strip-png.ts'
import {stripWebp} from './strip-webp.ts'

/** Takes from a file what is noted in it; `undefined` where it is not built as it should be. */
type Stripper = (bytes: Uint8Array) => Uint8Array | undefined

const strippers: {readonly [Format in ImageFormat]?: Stripper} = {
  avif: stripAvif,
  gif: stripGif,
  jpeg: stripJpeg,
  png: stripPng,
  webp: stripWebp
}

/**
 * An image without what cameras and programs have noted in it: place, time, device, author, smaller pictures among the notes. Pixels, colors and how the camera was held
 * stay, bit for bit. The same bytes where nothing is noted, and of a format or a damaged file that cannot be read.
 */
export function stripMetadata(bytes: Uint8Array, format: ImageFormat | undefined): Uint8Array {
  const stripped = format && strippers[format]?.(bytes)
  return stripped === undefined || isEqual(stripped, bytes) ? bytes : stripped
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
