import {Buffer} from 'node:buffer'
import {openLately} from '#src/graph/lately.ts'
import type {Document, DocumentFrontMatter, DocumentHead, DocumentTexts} from '#src/model/document.ts'
import type {DocumentLocation} from '#src/model/host.ts'
import type {Gist} from '#src/model/related.ts'
import type {Store} from '#src/model/store.ts'
import {decodeDocument, decodeGist, decodeHead, decodeTexts, formats} from './decode-document.ts'
import {type DocumentLocations, findLocation, noLocations, withLocations} from './document-locations.ts'
import {type AppendRecords, packFolder, packWriter, scanPack} from './document-pack.ts'
import {seal, unseal} from './sealed-store.ts'

/** A document that is asked for and is not in the store: its source waits to be compiled or is being compiled, or the store has lost or damaged it. */
export class MissingDocumentError extends Error {
  override readonly name = 'MissingDocumentError'
  readonly document: string

  constructor(document: string) {
    super(`The store has no document ${document}`)
    this.document = document
  }
}

/** Compiled sources by name. What a name finds is whole: it has the checksum and the name that it was written with. */
export interface DocumentStore {
  /** `undefined` when there is none that is whole. */
  readonly find: (name: string) => Document | undefined
  /** Keeps those opened last: one page asks for its outline, its words and its body in turn. Throws `MissingDocumentError`. */
  readonly open: DocumentOpener
  /** Tell where a document was written. */
  readonly add: (name: string, location: DocumentLocation) => void
  /** Where all lie. */
  readonly locations: () => DocumentLocations
  /** Forget where documents lie but for these, and remember it. */
  readonly replace: (locations: DocumentLocations) => void
  /** Remember where documents lie, if any was added. */
  readonly save: () => void
}

/** Opens documents by name. */
export interface DocumentOpener {
  readonly frontMatter: (name: string) => DocumentFrontMatter
  readonly head: (name: string) => DocumentHead
  readonly gist: (name: string) => Gist
  readonly texts: (name: string) => DocumentTexts
}

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
  const head = keepLast(findHead)

  return {
    find,
    open: {
      frontMatter: head,
      head,
      gist: keepLast(findGist),
      texts: keepLast(findTexts)
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
    const bytes = readBytes(name)
    const head = openPart(bytes, 'head', name)
    const gist = openPart(bytes, 'gist', name)
    const texts = openPart(bytes, 'texts', name)
    return head && gist && texts && decodeDocument({head, gist, texts})
  }

  function findHead(name: string): DocumentHead | undefined {
    const head = openFirst(name, 'head', headBytes)
    return head && decodeHead(head)
  }

  function findGist(name: string): Gist | undefined {
    const gist = openFirst(name, 'gist', gistBytes)
    return gist && decodeGist(gist)
  }

  function findTexts(name: string): DocumentTexts | undefined {
    const texts = openPart(readBytes(name), 'texts', name)
    return texts && decodeTexts(texts)
  }

  /** One of the first parts, which nearly always lies in the first bytes. */
  function openFirst(name: string, part: Part, byteCount: number): Buffer | undefined {
    return openPart(readBytes(name, byteCount), part, name) ?? openPart(readBytes(name), part, name)
  }

  function readBytes(name: string, limit: number = Number.POSITIVE_INFINITY): Buffer | undefined {
    const table = load()
    const location = added.get(name) ?? findLocation(table, name)
    if (location === undefined) return undefined
    const bytes = store.readPart(location.pack, location.offset, Math.min(location.length, limit))
    return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
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

/** A part of a document; `undefined` when it does not lie in the bytes as a whole, or is not what was written. */
function openPart(bytes: Buffer | undefined, part: Part, name: string): Buffer | undefined {
  if (bytes === undefined) return undefined
  // Each of the first two is a line, below the line of its seal.
  const headEnd = lineEnd(bytes, lineEnd(bytes, 0) + 1)
  const gistEnd = lineEnd(bytes, lineEnd(bytes, headEnd + 1) + 1)
  const [start, end] = {head: [0, headEnd], gist: [headEnd + 1, gistEnd], texts: [gistEnd + 1]}[part]
  const content = unseal(bytes.subarray(start, end), formats[part], name)
  return typeof content === 'string' ? undefined : content
}

/** Where a line ends; after the last one, the end of all. */
function lineEnd(bytes: Buffer, from: number): number {
  const end = bytes.indexOf('\n', from)
  return end === -1 ? bytes.length : end
}

function found<Value>(name: string, value: Value | undefined): Value {
  if (value === undefined) throw new MissingDocumentError(name)
  return value
}

/** The answers of `find` that were given last. What it does not find throws `MissingDocumentError`. */
function keepLast<Value>(find: (name: string) => Value | undefined): (name: string) => Value {
  const kept = openLately<string, Value>(documentsKept)
  return (name) => {
    const known = kept.at(name)
    if (known !== undefined) return known
    const value = found(name, find(name))
    kept.hold(name, value)
    return value
  }
}

type Part = keyof typeof formats

/** A kilobyte of front matter, its places, and an outline. */
const headBytes = 6 * 1024

/** The same, and the gist of an article of some thousand words. */
const gistBytes = 32 * 1024

/** That of a page, and some more. Those of a whole listing would outlive what the engine takes for young, and nobody asks for them again. */
const documentsKept = 4

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
