import {Buffer} from 'node:buffer'
import type {DocumentLocation} from '#src/model/host.ts'
import {documentNameLength} from './document-name.ts'

/**
 * Where documents lie. Plain data, which a thread can be handed: there may be a hundred thousand, so that each is a few bytes of a
 * table and no object.
 */
export interface DocumentLocations {
  /** Names of files in the store. */
  readonly packs: ReadonlyArray<string>
  /** A row for each document, sorted by name: the name in ASCII; number of its pack, offset and length as 32 bits each. */
  readonly rows: Uint8Array
}

export const noLocations: DocumentLocations = {packs: [], rows: new Uint8Array()}

/** Where the document of a name lies. */
export function findLocation({packs, rows}: DocumentLocations, name: string): DocumentLocation | undefined {
  const table = bufferOf(rows)
  const position = lowerBound(table, name)
  return nameAt(table, position) === name ? locationAt(packs, table, position) : undefined
}

/** Every document, sorted by name. */
export function* eachLocation({
  packs,
  rows
}: DocumentLocations): Iterable<readonly [name: string, location: DocumentLocation]> {
  const table = bufferOf(rows)
  for (let position = 0; position < table.length; position += rowSize) {
    yield [nameAt(table, position), locationAt(packs, table, position)]
  }
}

/** The locations with others, which take the place of those of the same name. */
export function withLocations(
  {packs, rows}: DocumentLocations,
  added: ReadonlyMap<string, DocumentLocation>
): DocumentLocations {
  const table = bufferOf(rows)
  const numbers = new Map(packs.map((pack, number) => [pack, number]))
  const merged = Buffer.alloc(table.length + added.size * rowSize)
  let read = 0
  let end = 0
  for (const [name, location] of [...added].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const position = lowerBound(table, name)
    end += table.copy(merged, end, read, position)
    read = nameAt(table, position) === name ? position + rowSize : position
    end = writeRow(merged, end, name, location)
  }
  end += table.copy(merged, end, read)
  return {packs: [...numbers.keys()], rows: merged.subarray(0, end)}

  function writeRow(target: Buffer, start: number, name: string, location: DocumentLocation): number {
    const number = numbers.get(location.pack) ?? numbers.size
    numbers.set(location.pack, number)
    const numbersStart = start + target.write(name, start, documentNameLength, 'latin1')
    target.writeUInt32LE(number, numbersStart)
    target.writeUInt32LE(location.offset, numbersStart + 4)
    return target.writeUInt32LE(location.length, numbersStart + 8)
  }
}

/** Name, and three numbers of 32 bits. */
const rowSize = documentNameLength + 3 * 4

/** Start of the first row whose name is not below `name`. */
function lowerBound(table: Buffer, name: string): number {
  let [low, high] = [0, table.length / rowSize]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (nameAt(table, middle * rowSize) < name) low = middle + 1
    else high = middle
  }
  return low * rowSize
}

/** Empty past the end. */
function nameAt(table: Buffer, position: number): string {
  return table.toString('latin1', position, position + documentNameLength)
}

function locationAt(packs: ReadonlyArray<string>, table: Buffer, position: number): DocumentLocation {
  const start = position + documentNameLength
  return {
    pack: packs[table.readUInt32LE(start)] ?? '',
    offset: table.readUInt32LE(start + 4),
    length: table.readUInt32LE(start + 8)
  }
}

/** The same bytes. */
function bufferOf(rows: Uint8Array): Buffer {
  return Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength)
}
