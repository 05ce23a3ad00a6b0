import {hashText} from '#src/graph/hash.ts'
import type {Document} from '#src/model/document.ts'
import type {Fragment, Slot} from '#src/model/fragment.ts'
import type {Store} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'
import {seal, unseal} from './sealed-store.ts'

/** A document that the store has lost or damaged since it was written there. */
export class LostDocumentError extends Error {
  override readonly name = 'LostDocumentError'
  readonly document: string

  constructor(document: string) {
    super(`The store has lost ${document}`)
    this.document = document
  }
}

/** Folder of the store that has the documents. */
export const documentFolder = 'documents'

/**
 * Name in the store of the document that a source becomes: it follows from all that goes into it, so that it can be told
 * without opening anything, and an older state of a source finds its document again.
 *
 * @param fingerprint
 *   Of Galley, the Markdown options and the plugins.
 * @param content
 *   Hash of the source's bytes.
 */
export function documentName(fingerprint: string, path: SourcePath, content: string): string {
  const hash = hashText(JSON.stringify([fingerprint, path, content]))
  return `${documentFolder}/${hash.slice(0, 1)}/${hash.slice(1)}`
}

/** Write a document. */
export function writeDocument(store: Pick<Store, 'write'>, name: string, document: Document): void {
  store.write(name, seal(documentFormat, name, encode(document)))
}

/** The document of a name. Throws `LostDocumentError`. */
function readDocument(store: Pick<Store, 'read'>, name: string): Document {
  const document = findDocument(store, name)
  if (document === undefined) throw new LostDocumentError(name)
  return document
}

/**
 * Opens documents, and keeps those opened last: one page asks for its outline, its words and its body in turn.
 *
 * The function returned throws `LostDocumentError`.
 */
export function documentCache(store: Pick<Store, 'read'>): (name: string) => Document {
  const opened = new Map<string, Document>()
  return (name) => {
    const known = opened.get(name)
    if (known !== undefined) return known
    const document = readDocument(store, name)
    opened.set(name, document)
    const [oldest] = opened.keys()
    if (opened.size > documentsKept && oldest !== undefined) opened.delete(oldest)
    return document
  }
}

/** Those of one listing and some more. */
const documentsKept = 32

/** The document of a name; `undefined` when the store has none that is whole. */
export function findDocument(store: Pick<Store, 'read'>, name: string): Document | undefined {
  const bytes = store.read(name)
  const content = bytes && unseal(bytes, documentFormat, name)
  return content === undefined || typeof content === 'string' ? undefined : decode(content)
}

/** Of what `encode` makes. Versions of Galley tell themselves apart by the name of a document. */
const documentFormat = 'document 1'

/** A document without its long texts, which follow it unescaped. */
interface Head extends Omit<Document, 'body' | 'excerpt' | 'facts'> {
  readonly facts: Omit<Document['facts'], 'text'>
  readonly body: FragmentHead
  readonly excerpt: FragmentHead
}

interface FragmentHead {
  readonly slots: ReadonlyArray<Slot>
  /** Length of each chunk in UTF-16 code units. */
  readonly lengths: ReadonlyArray<number>
}

/** A line of JSON, then body, excerpt and plain text: HTML within JSON takes several times as long to read. */
function encode({body, excerpt, facts, ...rest}: Document): string {
  const {text, ...otherFacts} = facts
  const head: Head = {...rest, facts: otherFacts, body: headOf(body), excerpt: headOf(excerpt)}
  return [JSON.stringify(head), '\n', ...body.chunks, ...excerpt.chunks, text].join('')
}

function decode(bytes: Buffer): Document {
  const encoded = bytes.toString('utf8')
  const headEnd = encoded.indexOf('\n')
  const {body, excerpt, facts, ...rest} = JSON.parse(encoded.slice(0, headEnd)) as Head
  let offset = headEnd + 1
  return {
    ...rest,
    body: {chunks: body.lengths.map(take), slots: body.slots},
    excerpt: {chunks: excerpt.lengths.map(take), slots: excerpt.slots},
    facts: {...facts, text: encoded.slice(offset)}
  }

  function take(length: number): string {
    offset += length
    return encoded.slice(offset - length, offset)
  }
}

function headOf({chunks, slots}: Fragment): FragmentHead {
  return {slots, lengths: chunks.map(({length}) => length)}
}
