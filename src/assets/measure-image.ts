import {imageSize} from 'image-size'
import type {ImageFormat, MeasuredImage} from '#src/model/image.ts'
import {textAt} from './bytes.ts'

/** Cameras turn an image by a quarter in these ways, without turning its pixels. */
const quarterTurns: ReadonlySet<number> = new Set([5, 6, 7, 8])

/** By the names that `image-size` has for them. */
const formats: Readonly<Record<string, ImageFormat>> = {
  jpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  gif: 'gif'
}

/** What an image is, with its size as it is shown, in pixels; `undefined` for one that cannot be measured. */
export function measureImage(bytes: Uint8Array): MeasuredImage | undefined {
  try {
    const {width, height, orientation = 1, type = ''} = imageSize(bytes)
    const size = quarterTurns.has(orientation) ? {width: height, height: width} : {width, height}
    const format = formats[type]
    const isAnimated = format !== undefined && mayMove[format]?.(bytes) === true
    return {...size, ...(format && {format}), ...(isAnimated && {isAnimated})}
  } catch {
    return undefined
  }
}

/** Whether a file of a format has several pictures. */
const mayMove: {readonly [Format in ImageFormat]?: (bytes: Uint8Array) => boolean} = {
  // Still ones are rare, and lose nothing by it.
  gif: () => true,
  // https://developers.google.com/speed/webp/docs/riff_container: the flag of an extended header.
  webp: (bytes) => textAt(bytes, 12) === 'VP8X' && ((bytes[20] ?? 0) & 2) !== 0,
  // https://www.w3.org/TR/png-3/#acTL-chunk: before the first picture, which begins after a few hundred bytes of others.
  png: (bytes) => chunksBefore(bytes, 'IDAT').includes('acTL')
}

/** Names of the chunks of a PNG up to one. */
function chunksBefore(bytes: Uint8Array, end: string): ReadonlyArray<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: Array<string> = []
  for (let at = 8; at + 8 <= bytes.length; at += view.getUint32(at) + 12) {
    const name = textAt(bytes, at + 4)
    if (name === end) break
    names.push(name)
  }
  return names
}
