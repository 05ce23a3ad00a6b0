import {isUtf8} from 'node:buffer'
import type {Checked} from '#src/diagnostics/diagnostic.ts'
import {notUtf8, nulByte} from './messages.ts'

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

/** The longest valid prefix ends here; a halving search, as `isUtf8` only answers for a whole. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0
  let invalid = bytes.length
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1
    if (isValidPrefix(bytes, middle)) valid = middle
    else invalid = middle
  }
  return valid
}

/** Whether the first `length` bytes are UTF-8, the last character perhaps cut. */
function isValidPrefix(bytes: Uint8Array, length: number): boolean {
  const cut = [0, 1, 2, 3].filter((missing) => missing <= length)
  return cut.some((missing) => isUtf8(bytes.subarray(0, length - missing)))
}

function likelyEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16'
  if (first === 0x89 && second === 0x50) return 'a PNG image'
  return bytes.subarray(0, 512).includes(0) ? 'a binary file' : 'Latin-1 or Windows-1252'
}
