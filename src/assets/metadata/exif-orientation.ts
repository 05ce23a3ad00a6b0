/** Tag of Exif: how a camera was held, 1 to 8. */
const orientationTag = 0x0112

/** Bytes of an entry in a TIFF directory. */
const entryLength = 12

/**
 * How the camera was held, by a TIFF structure as Exif has it; 1 (upright) where it does not say.
 *
 * @see https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf
 */
export function readOrientation(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  if (tiff.length < 8) return upright
  const isLittle = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > tiff.length) return upright
  const count = view.getUint16(directory, isLittle)
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + index * entryLength
    if (at + entryLength > tiff.length) break
    if (view.getUint16(at, isLittle) !== orientationTag) continue
    const orientation = view.getUint16(at + 8, isLittle)
    return orientation >= 1 && orientation <= 8 ? orientation : upright
  }
  return upright
}

/** A TIFF structure that says that alone; `undefined` where nothing is to be said. */
export function toTiff(orientation: number): Uint8Array | undefined {
  if (orientation === upright) return undefined
  const tiff = new Uint8Array(8 + 2 + entryLength + 4)
  const view = new DataView(tiff.buffer)
  // Motorola's order, and a directory of one entry behind the header.
  view.setUint32(0, 0x4d4d002a)
  view.setUint32(4, 8)
  view.setUint16(8, 1)
  view.setUint16(10, orientationTag)
  // One number of two bytes.
  view.setUint16(12, 3)
  view.setUint32(14, 1)
  view.setUint16(18, orientation)
  return tiff
}

const upright = 1
