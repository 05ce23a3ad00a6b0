import type {DocumentLocation} from '#src/model/host.ts'
import type {Store} from '#src/model/store.ts'
import type {IndexedFile} from '../read/file-index.ts'
import {eachLocation, noLocations, withLocations} from './document-locations.ts'
import {type PackRecord, packWriter} from './document-pack.ts'
import {type DocumentStore, packsOf} from './document-store.ts'

/** As many bytes as this may lie unused beside the documents of a small site. */
const unusedBytesMax = 2 * 1024 * 1024

/** Bytes copied at once. */
const copySizeMax = 1024 * 1024

/**
 * Remove the documents that no source has any more, when they take more room than the others. Until then they make it cheap to undo an
 * edit and to go back to another branch.
 *
 * Of packs that are mostly unused, what is used is copied to another. Ended at any point this costs time only: a pack is removed
 * when it is remembered where its documents lie else.
 */
export function collectGarbage(
  store: Store,
  documents: DocumentStore,
  files: ReadonlyArray<IndexedFile>
): void {
  const packs = packsOf(store)
  const sizes = new Map(packs.map((pack) => [pack, store.size(pack)]))
  const names = new Set(files.flatMap(({document}) => (document === undefined ? [] : [document])))
  const used = [...eachLocation(documents.locations())].filter(([name]) => names.has(name))
  const usedSizes = new Map<string, number>()
  for (const [, {pack, length}] of used) usedSizes.set(pack, (usedSizes.get(pack) ?? 0) + length)
  const usedSize = sumOf(usedSizes.values())
  const unusedSize = sumOf(sizes.values()) - usedSize
  if (unusedSize <= Math.max(usedSize, unusedBytesMax)) return

  const kept = new Set(packs.filter((pack) => (usedSizes.get(pack) ?? 0) * 2 >= (sizes.get(pack) ?? 0)))
  const locations = new Map<string, DocumentLocation>()
  for (const [name, location] of eachLocation(documents.locations())) {
    if (kept.has(location.pack)) locations.set(name, location)
  }
  const moving = used.filter(([, {pack}]) => !kept.has(pack))
  for (const [name, location] of copyDocuments(store, moving)) locations.set(name, location)
  documents.replace(withLocations(noLocations, locations))
  for (const pack of packs) if (!kept.has(pack)) store.remove(pack)
}

/** Copy documents to other packs; yields where they lie. Those that cannot be read are left out. */
function* copyDocuments(
  store: Store,
  located: ReadonlyArray<readonly [name: string, location: DocumentLocation]>
): Iterable<readonly [name: string, location: DocumentLocation]> {
  const append = packWriter(store, undefined)
  let records: Array<PackRecord> = []
  let size = 0
  for (const [name, {pack, offset, length}] of located) {
    const bytes = store.readPart(pack, offset, length)
    if (bytes === undefined) continue
    records.push({name, parts: [bytes]})
    size += length
    if (size < copySizeMax) continue
    yield* copyRecords()
  }
  yield* copyRecords()

  function* copyRecords(): Iterable<readonly [name: string, location: DocumentLocation]> {
    if (records.length === 0) return
    const names = records.map(({name}) => name)
    for (const [index, location] of append(records).entries()) yield [names[index] ?? '', location]
    records = []
    size = 0
  }
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0
  for (const number of numbers) sum += number
  return sum
}
