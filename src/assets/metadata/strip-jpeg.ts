import {concatBytes, startsWith} from '../bytes.ts'
import {readOrientation, toTiff} from './exif-orientation.ts'

/** Beginnings of segments that say how pixels become colors, by marker. All others of applications are notes. */
const keptNotes: Readonly<Record<number, string>> = {224: 'JFIF\0', 226: 'ICC_PROFILE\0', 238: 'Adobe'}

const exifStart = 'Exif\0\0'

/**
 * A JPEG without what cameras and programs have noted in it, and without what follows the picture, such as a second one. `undefined` where it is not
 * built as a JPEG is.
 *
 * @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Array<Uint8Array> = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return undefined
    if (marker === 0xff) {
      at++
      continue
    }
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length) return undefined
    const content = bytes.subarray(at + 4, end)
    if (!isNote(marker, content)) parts.push(bytes.subarray(at, end))
    else if (marker === 0xe1 && startsWith(content, exifStart)) parts.push(uprightSegment(content))
    at = end
    if (marker !== startOfScan) continue
    const next = endOfScan(bytes, at)
    parts.push(bytes.subarray(at, next))
    at = next
    if (bytes[at + 1] === endOfImage) return concatBytes([...parts, bytes.subarray(at, at + 2)])
  }
  return undefined
}

const startOfScan = 0xda

const endOfImage = 0xd9

function isNote(marker: number, content: Uint8Array): boolean {
  const isComment = marker === 0xfe
  const isApplication = marker >= 0xe0 && marker <= 0xef
  const kept = keptNotes[marker]
  return isComment || (isApplication && !(kept !== undefined && startsWith(content, kept)))
}

/** What is left of Exif: how the camera was held, where it was not upright. */
function uprightSegment(content: Uint8Array): Uint8Array {
  const tiff = toTiff(readOrientation(content.subarray(exifStart.length)))
  if (tiff === undefined) return new Uint8Array()
  const length = 2 + exifStart.length + tiff.length
  return concatBytes([
    Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff),
    new TextEncoder().encode(exifStart),
    tiff
  ])
}

/** Where the next marker stands: neither a byte of the picture, which has a zero behind it, nor a place to begin anew. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    const isOfScan = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!isOfScan) return at
  }
  return bytes.length
}
