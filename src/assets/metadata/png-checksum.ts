import {concatBytes} from '../bytes.ts'

/** A chunk of a PNG. */
export function withChecksum(name: string, content: Uint8Array): Uint8Array {
  const named = concatBytes([new TextEncoder().encode(name), content])
  return concatBytes([fourBytes(content.length), named, fourBytes(checksumOf(named))])
}

/** CRC-32 as PNG has it. Chunks that are made are a few bytes long, for which no table pays. */
function checksumOf(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ ((rest & 1) === 0 ? 0 : 0xedb88320)
  }
  return (rest ^ 0xffffffff) >>> 0
}

function fourBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}
