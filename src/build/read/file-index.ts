import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Hash} from '#src/graph/hash.ts'
import type {CompiledSource, SourceTask, Stamp} from '#src/model/host.ts'
import type {MeasuredImage} from '#src/model/image.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {VendoredFile} from '#src/model/vendoring.ts'
import type {DocumentStore} from '../store/document-store.ts'
import type {SealedStore} from '../store/sealed-store.ts'
import {readData, writeData} from '../store/stored-data.ts'
import type {CleanedFile} from './published-files.ts'

/** What is known of a file that was read. */
export interface IndexedFile {
  readonly identity: Stamp['identity']
  /** Of its bytes. */
  readonly hash: Hash
  /** Whether an equal stamp proves equal bytes. */
  readonly isSettled: boolean
  /** Bytes; absent for sources. */
  readonly length?: number
  /** Of an image. */
  readonly size?: MeasuredImage
  /** Of an image: its mean color, where it has one, by what looked at it. */
  readonly color?: {readonly by: string; readonly value?: string}
  /** Of an image: what may be published in its place; absent where that is the same. */
  readonly cleaned?: CleanedFile
  /** Of a source: name of its document in the store; absent when it is no text. */
  readonly document?: string
  /** Of a source: name of its front matter; absent when it is no text. */
  readonly frontMatter?: string
  /** Of a source: the files that it may include, over all levels, sorted; absent when it includes none. */
  readonly includes?: ReadonlyArray<SourcePath>
  /** Of a source: the files that what it includes may show, and that are copied for that, sorted; absent when there are none. */
  readonly shown?: ReadonlyArray<SourcePath>
  /** Of a source: files of other sites that are to lie in this one; absent when it names none. Of a template: all code of other sites that it names. */
  readonly vendored?: ReadonlyArray<VendoredFile>
  /** Of a source: diagnostics of reading and compiling it. */
  readonly diagnostics?: ReadonlyArray<Diagnostic>
}

/** Files by path. */
export type FileIndex = ReadonlyMap<string, IndexedFile>

/**
 * Whether a file of this stamp, read at a time, can be told by its stamp from any later state. A file that was changed just before
 * it was read may be changed again at what the file system takes for the same moment: what git calls racy.
 *
 * @see https://git-scm.com/docs/racy-git
 */
export function isSettled({changed}: Stamp, readAt: number): boolean {
  const isCoarse = Number.isInteger(changed / 1000)
  return changed < readAt - (isCoarse ? coarseTickMs : fineTickMs)
}

/** FAT tells times apart by two seconds, others by one. */
const coarseTickMs = 2000

/** Where times have fractions of a second, a kernel stamps them in ticks of at most ten milliseconds. */
const fineTickMs = 50

/** What is known of a file that has not changed since it was read; `undefined` when only its bytes can tell. */
export function knownFile(index: FileIndex, path: string, {identity}: Stamp): IndexedFile | undefined {
  const known = index.get(path)
  return known?.isSettled === true && known.identity === identity ? known : undefined
}

/** An index whose stamps prove nothing, so that every file is opened. */
export function distrusted(index: FileIndex): FileIndex {
  return new Map([...index].map(([path, file]) => [path, {...file, isSettled: false}]))
}

/** The files of an index whose documents are in the store and whole. */
export function wholeFiles(index: FileIndex, documents: Pick<DocumentStore, 'find'>): FileIndex {
  return new Map(
    [...index].filter(([, {document}]) => document === undefined || documents.find(document) !== undefined)
  )
}

/** An index with what sources came to that it has by the names of their documents; without those that came to nothing. */
export function withCompiled(
  index: FileIndex,
  tasks: ReadonlyArray<SourceTask>,
  compiled: ReadonlyMap<string, CompiledSource>
): FileIndex {
  const next = new Map(index)
  for (const {source, document} of tasks) {
    const file = next.get(source.path)
    if (file?.document !== document) continue
    const result = compiled.get(document)
    if (result === undefined) next.delete(source.path)
    else next.set(source.path, withDocument(file, document, result.diagnostics))
  }
  return next
}

/** A source's file with the name of its document, and all that is wrong with it. */
export function withDocument(
  {diagnostics: _, ...file}: IndexedFile,
  document: string,
  diagnostics: ReadonlyArray<Diagnostic>
): IndexedFile {
  return {...file, document, ...(diagnostics.length === 0 ? {} : {diagnostics})}
}

const indexFile = 'files'

/** Files as the store remembers them. */
export interface RememberedFiles {
  readonly index: FileIndex
  /** Of what the documents that it names were compiled with; empty when nothing is remembered. */
  readonly fingerprint: string
}

/** The index that the last build left; empty when there is none. */
export function readFileIndex(store: SealedStore): RememberedFiles {
  const [fingerprint, files] = readData<StoredIndex>(store, indexFile) ?? ['', []]
  return {index: new Map(files), fingerprint}
}

type StoredIndex = readonly [fingerprint: string, files: ReadonlyArray<readonly [string, IndexedFile]>]

/** Remember `index`, unless all that it has stands in `before` too. Returns whether it was another one. */
export function writeFileIndex(
  store: SealedStore,
  {index, fingerprint}: RememberedFiles,
  before: FileIndex
): boolean {
  const isKnown = index.size === before.size && [...index].every(([path, file]) => before.get(path) === file)
  if (!isKnown) writeData(store, indexFile, [fingerprint, [...index]] satisfies StoredIndex)
  return !isKnown
}
