import {concatBytes, startsWith, textAt} from '../bytes.ts'
import {readOrientation, toTiff} from './exif-orientation.ts'

/** Chunks that are the picture. */
const pictures: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

/** Flags of the extended header that tell of Exif and XMP. */
const exifFlag = 0b1000
const xmpFlag = 0b0100

/**
 * A WebP without what cameras and programs have noted in it, and without what follows the picture. `undefined` where it is not built as a WebP is.
 *
 * @see https://developers.google.com/speed/webp/docs/riff_container
 */
export function stripWebp(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const fileEnd = bytes.length < headerLength ? 0 : 8 + view.getUint32(4, true)
  if (fileEnd < headerLength || fileEnd > bytes.length) return undefined
  const parts: Array<Uint8Array> = [bytes.subarray(0, headerLength)]
  let upright: Uint8Array | undefined
  for (let at = headerLength; at + 8 <= fileEnd; ) {
    const end = at + 8 + view.getUint32(at + 4, true)
    const paddedEnd = end + (end % 2)
    const name = textAt(bytes, at)
    if (end > fileEnd) return undefined
    if (pictures.has(name)) parts.push(bytes.subarray(at, paddedEnd))
    else if (name === 'EXIF') upright = uprightChunk(bytes.subarray(at + 8, end))
    at = paddedEnd
  }
  if (parts.length === 1) return undefined
  const stripped = concatBytes(upright === undefined ? parts : [...parts, upright])
  new DataView(stripped.buffer).setUint32(4, stripped.length - 8, true)
  if (textAt(stripped, headerLength) === 'VP8X') {
    const flags = stripped[flagsAt] ?? 0
    stripped[flagsAt] = (flags & ~(exifFlag | xmpFlag)) | (upright === undefined ? 0 : exifFlag)
  }
  return stripped
}

const headerLength = 12

/** Behind the name and the length of the first chunk. */
const flagsAt = headerLength + 8

/** What is left of Exif: how the camera was held, where it was not upright. */
function uprightChunk(content: Uint8Array): Uint8Array | undefined {
  // Some programs begin as in a JPEG.
  const tiff = toTiff(readOrientation(startsWith(content, 'Exif\0\0') ? content.subarray(6) : content))
  if (tiff === undefined) return undefined
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, tiff.length, true)
  return concatBytes([new TextEncoder().encode('EXIF'), length, tiff])
}
