import {Buffer} from 'node:buffer'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Traces} from './traces.ts'

/**
 * Traces as parts of a file: a line of JSON with the length of each column, then the columns. Texts are lines, which neither keys, hashes
 * nor JSON contain.
 */
export function encodeTraces({
  keys,
  hashes,
  starts,
  reads,
  diagnostics,
  values
}: Traces): ReadonlyArray<Uint8Array> {
  const columns = [
    linesToBytes(keys),
    linesToBytes(hashes),
    [bytesOf(starts)],
    [bytesOf(reads)],
    [Buffer.from(JSON.stringify([...diagnostics]))],
    [bytesOf(Uint32Array.from(values.keys()))],
    linesToBytes([...values.values()])
  ]
  const lengths = columns.map((parts) => parts.reduce((sum, {length}) => sum + length, 0))
  return [Buffer.from(`${JSON.stringify(lengths)}\n`), ...columns.flat()]
}

/** Traces of the bytes, joined, that `encodeTraces` made. Throws when they cannot be. */
export function decodeTraces(encoded: Uint8Array): Traces {
  const bytes = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength)
  const headEnd = bytes.indexOf('\n')
  const lengths = JSON.parse(bytes.toString('utf8', 0, headEnd)) as ReadonlyArray<number>
  let offset = headEnd + 1
  const [keys, hashes, starts, reads, diagnostics, valuePositions, values] = lengths.map((length) => {
    const column = bytes.subarray(offset, offset + length)
    offset += length
    return column
  })
  const positions = numbersOf(valuePositions)
  const json = linesOf(values?.toString('utf8'))
  return {
    keys: linesOf(keys?.toString('utf8')),
    hashes: linesOf(hashes?.toString('latin1')),
    starts: numbersOf(starts),
    reads: numbersOf(reads),
    diagnostics: new Map(
      JSON.parse(diagnostics?.toString('utf8') ?? '[]') as ReadonlyArray<[number, ReadonlyArray<Diagnostic>]>
    ),
    values: new Map(Array.from(positions, (position, index) => [position, json[index] ?? '']))
  }
}

/** Lines with a line feed between them; in several parts, so that there is no one text of tens of megabytes. */
function linesToBytes(lines: ReadonlyArray<string>): ReadonlyArray<Buffer> {
  const parts: Array<Buffer> = []
  for (let start = 0; start < lines.length; start += linesPerPart) {
    const text = lines.slice(start, start + linesPerPart).join('\n')
    parts.push(Buffer.from(start === 0 ? text : `\n${text}`))
  }
  return parts
}

const linesPerPart = 5000

function bytesOf(numbers: Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

function numbersOf(bytes: Buffer | undefined): Uint32Array {
  // A copy, because a view must begin at a multiple of four bytes.
  return new Uint32Array(new Uint8Array(bytes ?? []).buffer)
}

function linesOf(text: string | undefined): ReadonlyArray<string> {
  return text === undefined || text === '' ? [] : text.split('\n')
}
