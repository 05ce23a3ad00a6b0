import {type Box, listBoxes, listItems} from './avif-boxes.ts'
import {readOrientation, toTiff} from './exif-orientation.ts'

/**
 * An AVIF in which what cameras and programs have noted is overwritten, and without what follows it. All else keeps its place, since addresses of bytes stand all over such a
 * file. `undefined` where it is not built as an AVIF is.
 *
 * @see https://aomediacodec.github.io/av1-avif/
 */
export function stripAvif(bytes: Uint8Array): Uint8Array | undefined {
  const boxes = listBoxes(bytes)
  const meta = boxes?.find(({type}) => type === 'meta')
  if (boxes === undefined || meta === undefined) return undefined
  const stripped = bytes.slice(0, boxes.at(-1)?.end)
  const items = listItems(stripped, meta)
  if (items === undefined) return undefined
  for (const {type, extents} of items) {
    for (const {start, end} of extents) notes[type]?.(stripped.subarray(start, end))
  }
  for (const box of boxes) if (unread.has(box.type)) overwriteBox(stripped, box)
  return stripped
}

/** What is left of items that tell of the picture, by their types. */
const notes: Readonly<Record<string, (item: Uint8Array) => void>> = {
  // An offset of four bytes comes before it.
  Exif(item) {
    const offset = item.length < 4 ? 0 : new DataView(item.buffer, item.byteOffset).getUint32(0)
    const tiff = toTiff(readOrientation(item.subarray(4 + offset))) ?? emptyTiff
    item.fill(0)
    if (item.length >= 4 + tiff.length) item.set(tiff, 4)
  },
  // XMP mostly, in which blanks mean nothing.
  mime(item) {
    item.fill(blank)
    if (item.length >= emptyXmp.length) item.set(emptyXmp)
  }
}

/** A directory without entries. */
const emptyTiff = Uint8Array.of(0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0)

const emptyXmp = new TextEncoder().encode('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')

const blank = 0x20

/** Boxes at the top that no browser reads: those of programs, those for remarks, and room that was left. */
const unread: ReadonlySet<string> = new Set(['uuid', 'udta', 'free', 'skip'])

function overwriteBox(bytes: Uint8Array, {start, content, end}: Box): void {
  bytes.set(new TextEncoder().encode('free'), start + 4)
  bytes.fill(0, content, end)
}
