import {Buffer, isUtf8} from 'node:buffer'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {textBytesMax} from './decode-text.ts'
import {notUtf8, nulByte, tooLargeText} from './text-messages.ts'

/** Why bytes are no text that is read. */
export function refuseText(path: string, bytes: Uint8Array): Diagnostic {
  if (bytes.length > textBytesMax) return tooLargeText(path, bytes.length, textBytesMax)
  return isUtf8(bytes)
    ? nulByte(path, bytes.indexOf(0))
    : notUtf8(path, firstInvalidByte(bytes), likelyEncoding(bytes))
}

/** Decoding puts a replacement character where bytes are invalid; the first that was not written as one is the place. */
function firstInvalidByte(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
  let offset = 0
  let start = 0
  for (let index = text.indexOf('\uFFFD'); index >= 0; index = text.indexOf('\uFFFD', start)) {
    offset += Buffer.byteLength(text.slice(start, index))
    const isWritten = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd
    if (!isWritten) return offset
    offset += 3
    start = index + 1
  }
  return offset
}

function likelyEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16'
  if (first === 0x89 && second === 0x50) return 'a PNG image'
  return bytes.subarray(0, 512).includes(0) ? 'a binary file' : 'Latin-1 or Windows-1252'
}
