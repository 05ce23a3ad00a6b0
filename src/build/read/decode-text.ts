import {Buffer, isUtf8} from 'node:buffer'
import type {Checked} from '#src/diagnostics/diagnostic.ts'
import {notUtf8, nulByte} from '../file-messages.ts'

/** Text of a source without byte order mark; `undefined` with an error when the bytes are no UTF-8 text. */
export function decodeText(path: string, bytes: Uint8Array): Checked<string | undefined> {
  if (!isUtf8(bytes)) {
    return {value: undefined, diagnostics: [notUtf8(path, firstInvalidByte(bytes), likelyEncoding(bytes))]}
  }
  const nul = bytes.indexOf(0)
  if (nul >= 0) return {value: undefined, diagnostics: [nulByte(path, nul)]}
  // The decoder takes a byte order mark away.
  return {value: new TextDecoder().decode(bytes), diagnostics: []}
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
