import {textAt} from '../bytes.ts'

/** Part of a file, by offsets. */
interface Extent {
  readonly start: number
  /** Behind it. */
  readonly end: number
}

/** A part with a name, as MP4 and its kin are made of. */
export interface Box extends Extent {
  /** Four letters. */
  readonly type: string
  /** Where it begins behind type and length. */
  readonly content: number
}

/** What a file tells of, as a picture or the notes on it. */
export interface Item {
  /** Four letters. */
  readonly type: string
  readonly extents: ReadonlyArray<Extent>
}

/**
 * The boxes of a part of a file, of all of it by default; those that follow what is none are not among them. `undefined` where one has not all of its bytes.
 *
 * @see https://www.iso.org/standard/83102.html
 */
export function listBoxes(
  bytes: Uint8Array,
  {start, end}: Extent = {start: 0, end: bytes.length}
): ReadonlyArray<Box> | undefined {
  const view = viewOf(bytes)
  const boxes: Array<Box> = []
  for (let at = start; at + 8 <= end; ) {
    const type = textAt(bytes, at + 4)
    if (!/^[\w -]{4}$/.test(type)) break
    const written = view.getUint32(at)
    const isLong = written === 1 && at + 16 <= end
    const length = isLong ? Number(view.getBigUint64(at + 8)) : written === 0 ? end - at : written
    const head = isLong ? 16 : 8
    if (length < head || at + length > end) return undefined
    boxes.push({type, start: at, content: at + head, end: at + length})
    at += length
  }
  return boxes
}

/** The items that the box `meta` of a file lists, with where their bytes lie; `undefined` where that cannot be told for certain. */
export function listItems(bytes: Uint8Array, meta: Box): ReadonlyArray<Item> | undefined {
  const boxes = listBoxes(bytes, {start: meta.content + versionLength, end: meta.end})
  const named = (type: string): Box | undefined => boxes?.find((box) => box.type === type)
  const [info, locations] = [named('iinf'), named('iloc')]
  if (info === undefined || locations === undefined) return undefined
  const types = readTypes(bytes, info)
  const extents = readExtents(bytes, locations, named('idat')?.content)
  if (types === undefined || extents === undefined) return undefined
  return Array.from(types, ([id, type]) => ({type, extents: extents.get(id) ?? []}))
}

/** Version and flags of a box that has such. */
const versionLength = 4

/** Type of each item, by its number. */
function readTypes(bytes: Uint8Array, info: Box): ReadonlyMap<number, string> | undefined {
  const countLength = bytes[info.content] === 0 ? 2 : 4
  const entries = listBoxes(bytes, {start: info.content + versionLength + countLength, end: info.end})
  const view = viewOf(bytes)
  return (
    entries &&
    new Map(
      entries.map(({content}) => {
        const isLong = bytes[content] === 3
        const at = content + versionLength
        // Two bytes of protection stand between number and type.
        return [isLong ? view.getUint32(at) : view.getUint16(at), textAt(bytes, at + (isLong ? 6 : 4))]
      })
    )
  )
}

/** Where the bytes of each item lie, by its number. */
function readExtents(
  bytes: Uint8Array,
  {content, end}: Box,
  dataStart: number | undefined
): ReadonlyMap<number, ReadonlyArray<Extent>> | undefined {
  const version = bytes[content] ?? 0
  let at = content + versionLength
  const sizes = read(2)
  const [offsetSize, lengthSize] = [sizes >> 12, (sizes >> 8) & 15]
  const [baseSize, indexSize] = [(sizes >> 4) & 15, version === 0 ? 0 : sizes & 15]
  const itemCount = read(version < 2 ? 2 : 4)
  const found = new Map<number, ReadonlyArray<Extent>>()
  for (let item = 0; item < itemCount && at < end; item++) {
    const id = read(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : read(2) & 15
    const isElsewhere = read(2) !== 0 || method > 1
    const base = read(baseSize) + (method === 1 ? (dataStart ?? Number.NaN) : 0)
    const extents = Array.from({length: read(2)}, () => {
      read(indexSize)
      const start = base + read(offsetSize)
      return {start, end: start + read(lengthSize)}
    })
    const isSound = extents.every((extent) => extent.end > extent.start && extent.end <= bytes.length)
    if (isElsewhere || !isSound) return undefined
    found.set(id, extents)
  }
  return at <= end ? found : undefined

  /** The next number, of some bytes. */
  function read(length: number): number {
    let value = 0
    for (const byte of bytes.subarray(at, at + length)) value = value * 256 + byte
    at += length
    return value
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
