import {Buffer} from 'node:buffer'

/**
 * Columns as parts of a file: a line of JSON with the length of each, then the columns. Each begins at a multiple of four bytes, so that
 * numbers are used where they lie.
 */
export function encodeColumns(columns: ReadonlyArray<Uint8Array>): ReadonlyArray<Uint8Array> {
  const head = JSON.stringify(columns.map(({byteLength}) => byteLength))
  const padded = head.padEnd(head.length + paddingOf(head.length + 1))
  return [
    Buffer.from(`${padded}\n`),
    ...columns.flatMap((column) => [column, Buffer.alloc(paddingOf(column.byteLength))])
  ]
}

/** The columns of the bytes, joined, that `encodeColumns` made: views of these bytes. Throws when they cannot be. */
export function decodeColumns(encoded: Uint8Array): ReadonlyArray<Buffer> {
  const bytes = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength)
  const headEnd = bytes.indexOf('\n') + 1
  const lengths = JSON.parse(bytes.toString('utf8', 0, headEnd)) as ReadonlyArray<number>
  let next = headEnd
  return lengths.map((length) => {
    const start = next
    next += length + paddingOf(length)
    return bytes.subarray(start, start + length)
  })
}

/** A column of numbers. */
export function columnOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

/** The numbers of a column. */
export function numbersOf(column: Uint8Array | undefined): Uint32Array {
  if (column === undefined) return new Uint32Array(0)
  const {buffer, byteOffset, byteLength} = column
  const isAligned = byteOffset % numberSize === 0
  return isAligned
    ? new Uint32Array(buffer, byteOffset, byteLength / numberSize)
    : new Uint32Array(new Uint8Array(column).buffer)
}

const numberSize = Uint32Array.BYTES_PER_ELEMENT

function paddingOf(length: number): number {
  return -length & (numberSize - 1)
}
