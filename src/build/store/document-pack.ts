import {Buffer} from 'node:buffer'
import type {DocumentLocation} from '#src/model/host.ts'
import type {Store} from '#src/model/store.ts'
import {documentNameLength} from './document-name.ts'

/** Folder of the store that has the packs, and nothing else. */
export const packFolder = 'documents'

/** Bytes of a document, in parts that follow each other. */
export interface PackRecord {
  readonly name: string
  readonly parts: ReadonlyArray<Uint8Array>
}

/** Appends documents to packs; returns where they lie, in the same order. */
export type AppendRecords = (records: ReadonlyArray<PackRecord>) => ReadonlyArray<DocumentLocation>

/** Beyond this many bytes another pack is begun: what garbage is collected from is not copied in too large pieces. */
const packSizeMax = 64 * 1024 * 1024

/**
 * Appends to packs that nobody else appends to.
 *
 * @param last
 *   The pack to go on with, so that many small builds do not leave as many packs; only for who is alone with the store.
 */
export function packWriter(
  store: Pick<Store, 'append' | 'size' | 'freshName'>,
  last: string | undefined
): AppendRecords {
  let pack = last
  return (records) => {
    const size = pack === undefined ? 0 : store.size(pack)
    if (pack === undefined || size === 0 || size >= packSizeMax) pack = store.freshName(packFolder, '.pack')
    const file = pack
    const lengths = records.map(({parts}) => parts.reduce((sum, {length}) => sum + length, 0))
    const heads = records.map(({name}, index) => Buffer.from(recordHead(name, lengths[index] ?? 0)))
    const start = store.append(
      file,
      records.flatMap(({parts}, index) => [heads[index] ?? Buffer.alloc(0), ...parts])
    )
    let end = start
    return lengths.map((length, index) => {
      const offset = end + (heads[index]?.length ?? 0)
      end = offset + length
      return {pack: file, offset, length}
    })
  }
}

/** Where the documents of a pack lie, as far as it is whole; what they have is not checked. */
export function* scanPack(
  pack: string,
  content: Uint8Array
): Iterable<readonly [name: string, location: DocumentLocation]> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  for (let start = 0; start < bytes.length; ) {
    const [head, name = '', digits] =
      recordHeadPattern.exec(bytes.toString('latin1', start, start + headLengthMax)) ?? []
    if (head === undefined) return
    const [offset, length] = [start + head.length, Number(digits)]
    if (offset + length > bytes.length) return
    yield [name, {pack, offset, length}]
    start = offset + length
  }
}

function recordHead(name: string, length: number): string {
  return `document ${name} ${length}\n`
}

const recordHeadPattern = new RegExp(`^document ([\\w-]{${documentNameLength}}) (\\d{1,10})\n`)

const headLengthMax = recordHead('', 0).length + documentNameLength + 10
