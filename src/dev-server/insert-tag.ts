import {Buffer} from 'node:buffer'

/**
 * A page with a tag at the end of its head, or, where no head ends, at the end of the page. All other bytes are what they were, also
 * where they are no UTF-8.
 */
export function insertTag(html: Uint8Array, tag: string): Uint8Array {
  const bytes = Buffer.from(html.buffer, html.byteOffset, html.byteLength)
  // One character for each byte, so that its position is that of the byte.
  const position = bytes.toString('latin1').search(/<\/head\s*>/i)
  const end = position === -1 ? bytes.length : position
  return Buffer.concat([bytes.subarray(0, end), Buffer.from(tag), bytes.subarray(end)])
}
