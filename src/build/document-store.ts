import type {Document} from '#src/model/document.ts'
import type {DocumentLocation, Store} from '#src/model/host.ts'
import {type DocumentLocations, findLocation, noLocations, withLocations} from './document-locations.ts'
import {type AppendRecords, packFolder, packWriter, scanPack} from './document-pack.ts'
import {decodeDocument, encodeDocument} from './encode-document.ts'
import {seal, unseal} from './sealed-store.ts'

/** A document that the store has lost or damaged since it was written there. */
export class LostDocumentError extends Error {
  override readonly name = 'LostDocumentError'
  readonly document: string

  constructor(document: string) {
    super(`The store has lost the document ${document}`)
    this.document = document
  }
}

/** Compiled sources by name. What a name finds is whole: it has the checksum and the name that it was written with. */
export interface DocumentStore {
  /** `undefined` when there is none that is whole. */
  readonly find: (name: string) => Document | undefined
  /** Keeps those opened last: one page asks for its outline, its words and its body in turn. Throws `LostDocumentError`. */
  readonly open: (name: string) => Document
  /** Tell where a document was written. */
  readonly add: (name: string, location: DocumentLocation) => void
  /** Where all lie. */
  readonly locations: () => DocumentLocations
  /** Forget where documents lie but for these, and remember it. */
  readonly replace: (locations: DocumentLocations) => void
  /** Remember where documents lie, if any was added. */
  readonly save: () => void
}

/** Documents to write with their names. */
export type NamedDocuments = ReadonlyArray<readonly [name: string, document: Document]>

/**
 * The documents of a store. Which they are is looked up when the first is asked for; packs that a killed build left are searched then.
 *
 * @param known
 *   Where they lie, for a thread that is told.
 */
export function openDocumentStore(
  store: Pick<Store, 'read' | 'readPart' | 'write' | 'list'>,
  known?: DocumentLocations
): DocumentStore {
  let saved = known
  const added = new Map<string, DocumentLocation>()
  const opened = new Map<string, Document>()

  return {
    find,
    open(name) {
      const document = opened.get(name) ?? find(name)
      if (document === undefined) throw new LostDocumentError(name)
      opened.set(name, document)
      const [oldest] = opened.keys()
      if (opened.size > documentsKept && oldest !== undefined) opened.delete(oldest)
      return document
    },
    add(name, location) {
      load()
      added.set(name, location)
    },
    locations,
    replace(locations) {
      added.clear()
      write(locations)
    },
    save() {
      if (added.size > 0) write(locations())
    }
  }

  function find(name: string): Document | undefined {
    const table = load()
    const location = added.get(name) ?? findLocation(table, name)
    const bytes = location && store.readPart(location.pack, location.offset, location.length)
    const content = bytes && unseal(bytes, documentFormat, name)
    return content === undefined || typeof content === 'string' ? undefined : decodeDocument(content)
  }

  function locations(): DocumentLocations {
    return withLocations(load(), added)
  }

  function write(locations: DocumentLocations): void {
    added.clear()
    saved = locations
    const {packs, rows} = locations
    store.write(locationsFile, seal(locationsFormat, locationsFile, `${JSON.stringify(packs)}\n`, rows))
  }

  function load(): DocumentLocations {
    if (saved !== undefined) return saved
    saved = readLocations(store)
    const named = new Set(saved.packs)
    for (const pack of packsOf(store)) {
      const bytes = named.has(pack) ? undefined : store.read(pack)
      for (const [name, location] of bytes === undefined ? [] : scanPack(pack, bytes)) {
        if (findLocation(saved, name) === undefined) added.set(name, location)
      }
    }
    return saved
  }
}

/**
 * Appends documents to packs; returns where they lie, in the same order.
 *
 * @param append
 *   Of the thread that calls.
 */
export function writeDocuments(
  append: AppendRecords,
  documents: NamedDocuments
): ReadonlyArray<DocumentLocation> {
  return append(
    documents.map(([name, document]) => ({
      name,
      parts: seal(documentFormat, name, encodeDocument(document))
    }))
  )
}

/** Appends to a pack that is there already. Not for threads: two of them would take the same. */
export function continuePacks(
  store: Pick<Store, 'append' | 'size' | 'freshName'>,
  documents: Pick<DocumentStore, 'locations'>
): AppendRecords {
  return packWriter(store, documents.locations().packs.at(-1))
}

/** Names of all packs in the store. */
export function packsOf(store: Pick<Store, 'list'>): ReadonlyArray<string> {
  return store
    .list(packFolder)
    .map((name) => `${packFolder}/${name}`)
    .sort()
}

/** Of what `encodeDocument` makes. Versions of Galley tell themselves apart by the name of a document. */
const documentFormat = 'document 2'

/** Those of one listing and some more. */
const documentsKept = 32

const locationsFile = 'locations'
const locationsFormat = 'locations 1'

function readLocations(store: Pick<Store, 'read'>): DocumentLocations {
  const bytes = store.read(locationsFile)
  const content = bytes && unseal(bytes, locationsFormat, locationsFile)
  if (content === undefined || typeof content === 'string') return noLocations
  const end = content.indexOf('\n')
  const packs = JSON.parse(content.toString('utf8', 0, end)) as ReadonlyArray<string>
  return {packs, rows: content.subarray(end + 1)}
}
