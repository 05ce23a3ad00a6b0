import {Buffer} from 'node:buffer'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {columnOf, decodeColumns, encodeColumns, numbersOf} from './columns.ts'
import {layOutAnswers} from './lay-out-answers.ts'
import type {StoredAnswers, TracedKeys, Traces} from './traces.ts'

/** Traces in one piece of memory that threads share, with all stored answers at its end. */
export function encodeTraces(traces: Traces): Uint8Array {
  const {places, byteLength, pieces} = layOutAnswers(traces)
  const columns = encodeColumns([
    columnOf(Uint32Array.of(byteLength)),
    Buffer.concat(encodeKeys(traces.keys)),
    ...resultColumns(traces, places)
  ])
  const size = columns.reduce((sum, {length}) => sum + length, byteLength)
  const whole = new Uint8Array(new SharedArrayBuffer(size))
  let end = 0
  for (const part of columns) append(part)
  for (const piece of pieces()) append(piece)
  return whole

  function append(part: Uint8Array): void {
    whole.set(part, end)
    end += part.length
  }
}

/** Traces of the bytes that `encodeTraces` made. Throws when they cannot be. */
export function decodeTraces(encoded: Uint8Array): Traces {
  const [answersLength, keys, ...results] = decodeColumns(encoded)
  const answers = encoded.subarray(encoded.length - (numbersOf(answersLength)[0] ?? 0))
  return {
    keys: decodeKeys(keys ?? empty),
    ...resultsOf(results, (start, length) => answers.subarray(start, start + length))
  }
}

/** What was asked and read, as parts of a file. */
export function encodeKeys(keys: TracedKeys): ReadonlyArray<Uint8Array> {
  return encodeColumns([
    Buffer.from(JSON.stringify(keys.queries)),
    Buffer.from(JSON.stringify(keys.arguments)),
    columnOf(keys.queryIds),
    columnOf(keys.argumentIds),
    columnOf(keys.starts),
    columnOf(keys.reads)
  ])
}

/** What `encodeKeys` made parts of. Throws when it cannot be. */
export function decodeKeys(encoded: Uint8Array): TracedKeys {
  const [queries, arguments_, queryIds, argumentIds, starts, reads] = decodeColumns(encoded)
  return {
    queries: parse<string>(queries),
    arguments: parse<unknown>(arguments_),
    queryIds: numbersOf(queryIds),
    argumentIds: numbersOf(argumentIds),
    starts: numbersOf(starts),
    reads: numbersOf(reads)
  }
}

/**
 * Hashes, diagnostics and places of answers, as columns.
 *
 * @param places
 *   Of all answers that there are.
 */
export function resultColumns(
  {hashes, diagnostics}: Traces,
  places: Pick<StoredAnswers, 'starts' | 'lengths'>
): ReadonlyArray<Uint8Array> {
  return [
    hashes.bytes,
    columnOf(hashes.starts),
    Buffer.from(JSON.stringify([...diagnostics])),
    columnOf(places.starts),
    columnOf(places.lengths)
  ]
}

/** What `resultColumns` made columns of, with answers that are read by `read`. */
export function resultsOf(columns: ReadonlyArray<Buffer>, read: StoredAnswers['read']): Omit<Traces, 'keys'> {
  const [hashes, hashStarts, diagnostics, starts, lengths] = columns
  return {
    hashes: {bytes: hashes ?? empty, starts: numbersOf(hashStarts)},
    diagnostics: new Map(parse<[number, ReadonlyArray<Diagnostic>]>(diagnostics)),
    answers: {starts: numbersOf(starts), lengths: numbersOf(lengths), read, added: new Map()}
  }
}

const empty = Buffer.alloc(0)

function parse<Element>(json: Buffer | undefined): ReadonlyArray<Element> {
  return JSON.parse(json?.toString('utf8') ?? '[]') as ReadonlyArray<Element>
}
