import {concatBytes, startsWith} from '../bytes.ts'

/** Applications whose notes say how the pictures are shown: how often they are, and in which colors. */
const shownBy: ReadonlyArray<string> = ['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']

/**
 * A GIF without comments, without what programs have noted in it, as XMP, and without what follows the pictures. `undefined` where it is not built as a GIF is.
 *
 * @see https://www.w3.org/Graphics/GIF/spec-gif89a.txt
 */
export function stripGif(bytes: Uint8Array): Uint8Array | undefined {
  let at = headerLength + tableLength(bytes[10])
  const parts: Array<Uint8Array> = [bytes.subarray(0, at)]
  while (at < bytes.length) {
    const [kind, label] = bytes.subarray(at)
    if (kind === trailer) return concatBytes([...parts, bytes.subarray(at, at + 1)])
    if (kind !== extension && kind !== picture) return undefined
    const data =
      kind === extension ? at + 2 : at + descriptorLength + tableLength(bytes[at + descriptorLength - 1]) + 1
    const end = endOfData(bytes, data)
    if (end === undefined) return undefined
    const isNote = label === comment || (label === ofApplication && !isShown(bytes.subarray(data + 1)))
    if (kind === picture || !isNote) parts.push(bytes.subarray(at, end))
    at = end
  }
  return undefined
}

/** Signature, and what holds for all pictures. */
const headerLength = 13

/** Place and size of a picture. */
const descriptorLength = 10

const trailer = 0x3b
const extension = 0x21
const picture = 0x2c
const comment = 0xfe
const ofApplication = 0xff

function isShown(name: Uint8Array): boolean {
  return shownBy.some((application) => startsWith(name, application))
}

/** Bytes of the table of colors that flags tell of. */
function tableLength(flags = 0): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}

/** Offset behind blocks that each tell their length, the last of which is empty. XMP, which has none, ends such that this comes out right. */
function endOfData(bytes: Uint8Array, start: number): number | undefined {
  let at = start
  for (let length = bytes[at]; length !== undefined; length = bytes[at]) {
    at += 1 + length
    if (length === 0) return at
  }
  return undefined
}
