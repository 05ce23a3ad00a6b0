import {Buffer} from 'node:buffer'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Traces} from './traces.ts'

/**
 * Traces as parts of a file: a line of JSON with the length of each column, then the columns. Texts are lines, which neither names, hashes
 * nor JSON contain.
 */
export function encodeTraces(traces: Traces): ReadonlyArray<Uint8Array> {
  const columns: ReadonlyArray<Uint8Array> = [
    Buffer.from(traces.queries.join('\n')),
    Buffer.from(traces.arguments.join('\n')),
    Buffer.from(traces.hashes.join('\n')),
    bytesOf(traces.queryIds),
    bytesOf(traces.argumentIds),
    bytesOf(traces.starts),
    bytesOf(traces.reads),
    bytesOf(traces.valueStarts),
    Buffer.from(JSON.stringify([...traces.diagnostics])),
    traces.values
  ]
  return [Buffer.from(`${JSON.stringify(columns.map(({byteLength}) => byteLength))}\n`), ...columns]
}

/** Traces of the bytes, joined, that `encodeTraces` made. Throws when they cannot be. */
export function decodeTraces(encoded: Uint8Array): Traces {
  const bytes = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength)
  const headEnd = bytes.indexOf('\n')
  const lengths = JSON.parse(bytes.toString('utf8', 0, headEnd)) as ReadonlyArray<number>
  let offset = headEnd + 1
  const columns = lengths.map((length) => {
    offset += length
    return bytes.subarray(offset - length, offset)
  })
  const [
    queries,
    arguments_,
    hashes,
    queryIds,
    argumentIds,
    starts,
    reads,
    valueStarts,
    diagnostics,
    values
  ] = columns
  return {
    queries: linesOf(queries),
    arguments: linesOf(arguments_),
    hashes: linesOf(hashes),
    queryIds: numbersOf(queryIds),
    argumentIds: numbersOf(argumentIds),
    starts: numbersOf(starts),
    reads: numbersOf(reads),
    valueStarts: numbersOf(valueStarts),
    diagnostics: new Map(
      JSON.parse(diagnostics?.toString('utf8') ?? '[]') as ReadonlyArray<[number, ReadonlyArray<Diagnostic>]>
    ),
    values: values ?? new Uint8Array(0)
  }
}

function bytesOf(numbers: Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

function numbersOf(bytes: Buffer | undefined): Uint32Array {
  // A copy, because a view must begin at a multiple of four bytes.
  return new Uint32Array(new Uint8Array(bytes ?? []).buffer)
}

function linesOf(bytes: Buffer | undefined): ReadonlyArray<string> {
  return bytes === undefined || bytes.length === 0 ? [] : bytes.toString('utf8').split('\n')
}
