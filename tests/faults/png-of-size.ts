/** The head of a PNG, which tells its size; it has no pixels. */
export function pngOfSize(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(57)
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.write('\b\x06', 24, 'latin1')
  bytes.write('\0\0\0\0IDAT', 33, 'latin1')
  bytes.write('\0\0\0\0IEND', 45, 'latin1')
  return bytes
}
