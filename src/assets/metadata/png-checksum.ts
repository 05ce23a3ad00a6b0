import {crc32} from 'node:zlib'
import {concatBytes} from '../bytes.ts'

/** A chunk of a PNG, with the CRC-32 of its name and content behind. */
export function withChecksum(name: string, content: Uint8Array): Uint8Array {
  const named = concatBytes([new TextEncoder().encode(name), content])
  return concatBytes([fourBytes(content.length), named, fourBytes(crc32(named))])
}

function fourBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}
