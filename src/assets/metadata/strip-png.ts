import {concatBytes, textAt} from '../bytes.ts'
import {readOrientation, toTiff} from './exif-orientation.ts'
import {withChecksum} from './png-checksum.ts'

/** Chunks that may be left out, and that say how the picture looks. */
const looks: ReadonlySet<string> = new Set(
  'tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' ')
)

/**
 * A PNG without what programs have noted in it, and without what follows the picture. `undefined` where it is not built as a PNG is.
 *
 * @see https://www.w3.org/TR/png-3/#5Chunk-layout
 */
export function stripPng(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Array<Uint8Array> = [bytes.subarray(0, signatureLength)]
  for (let at = signatureLength; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    const name = textAt(bytes, at + 4)
    if (end > bytes.length) return undefined
    // A capital letter at the beginning: nobody can show the picture without it.
    if (/^[A-Z]/.test(name) || looks.has(name)) parts.push(bytes.subarray(at, end))
    else if (name === 'eXIf') parts.push(uprightChunk(bytes.subarray(at + 8, end - 4)))
    if (name === 'IEND') return concatBytes(parts)
    at = end
  }
  return undefined
}

const signatureLength = 8

/** What is left of Exif: how the camera was held, where it was not upright. */
function uprightChunk(content: Uint8Array): Uint8Array {
  const tiff = toTiff(readOrientation(content))
  return tiff === undefined ? new Uint8Array() : withChecksum('eXIf', tiff)
}
