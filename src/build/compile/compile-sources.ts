import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {hashText} from '#src/graph/hash.ts'
import type {DocumentFrontMatter} from '#src/model/document.ts'
import type {FileEntry, Host, SourceTask} from '#src/model/host.ts'
import type {Source, SourcePath} from '#src/model/source.ts'
import type {VendoredFile} from '#src/model/vendoring.ts'
import {unreadableFile} from '../file-messages.ts'
import {batchesOf, inLanes} from '../in-parallel.ts'
import {once} from '../once.ts'
import type {FoundInputs} from '../read/collect-inputs.ts'
import {decodeText} from '../read/decode-text.ts'
import {type FileIndex, type IndexedFile, isSettled, knownFile, withDocument} from '../read/file-index.ts'
import {openIncludedFiles} from '../read/included-files.ts'
import {documentName, frontMatterName} from '../store/document-name.ts'
import type {DocumentStore} from '../store/document-store.ts'
import {compileBatch, sourcesPerBatch} from './compile-batch.ts'
import type {CompilingSources} from './compile-beside.ts'
import type {VendorRules} from './find-vendored.ts'
import type {CompileLane, Compiler} from './open-compiler.ts'

/** What compiling needs to know. */
export interface SourcesRequest {
  readonly host: Host
  readonly sources: ReadonlyArray<FileEntry>
  readonly index: FileIndex
  readonly documents: DocumentStore
  readonly vendor: VendorRules
  /** Of all that a document depends on beside its source. */
  readonly fingerprint: string
  /** Sources without includes whose documents are known to be those of this fingerprint. */
  readonly named: WeakSet<IndexedFile>
  /** Given how many sources there may be to compile. */
  readonly openCompiler: (sourceCount: number) => Promise<Compiler>
  /**
   * Takes over what need not be compiled at once, and tells what it says of itself; `undefined` for what has to be. Absent where
   * nothing may wait.
   */
  readonly postpone?: (task: SourceTask) => Promise<DocumentFrontMatter | undefined>
  readonly onCompiled: (done: number, total: number) => void
}

/**
 * What became of the sources: those that are `known` were not opened, and of those that were `read` some were `found` compiled in the
 * store and others `compiled`.
 */
type SourceCounts = Readonly<Record<'known' | 'read' | 'found' | 'compiled', number>>

/** Every source, read or known: those with a document are in the store. Sorted by path. */
export type CompiledSources = ReadonlyMap<SourcePath, IndexedFile>

/**
 * Bring the documents of all sources into the store.
 *
 * A source whose stamp is known, and those of all that it includes, is not opened. One that is new is read; it is compiled when the
 * store has no document for its content. What cannot be read is an error, and left out.
 */
export async function compileSources(request: SourcesRequest): Promise<{
  readonly files: CompiledSources
  /** Files that sources include. */
  readonly included: FileIndex
  readonly counts: SourceCounts
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /** Sources that are still being compiled: of their files only the diagnostics of their front matter are known. */
  readonly compiling?: CompilingSources
}> {
  const {host, index, documents, fingerprint, named, onCompiled} = request
  const files = new Map<SourcePath, IndexedFile>()
  const diagnostics: Array<Diagnostic> = []
  const included = openIncludedFiles(host, index)
  // Not for a site of which all is known, and once, as `import()` of what is loaded takes time too.
  const loadSplitter = once(() => import('#src/content/front-matter-text.ts'))
  await included.settle(includedBy(request.sources, index))
  const unknown = request.sources.filter((entry) => !recall(entry))
  const counts = {known: request.sources.length - unknown.length, read: 0, found: 0, compiled: 0}
  const compiling = await compileUnknown().finally(documents.save)
  return {
    files: inOrder(request.sources, files),
    included: included.indexed(),
    counts,
    diagnostics,
    ...(compiling && {compiling})
  }

  /** Whether all is known of a source without opening it. */
  function recall(entry: FileEntry): boolean {
    const known = knownFile(index, entry.path, entry)
    if (known === undefined) return false
    const {document, hash, includes = []} = known
    // What is no text stays none, whatever Galley and the plugins are.
    if (document !== undefined && !named.has(known)) {
      const name = documentName(fingerprint, entry.path, hash, included.hashesOf(includes))
      if (document !== name) return false
      if (includes.length === 0) named.add(known)
    }
    files.set(entry.path, known)
    return true
  }

  async function compileUnknown(): Promise<CompilingSources | undefined> {
    // Where all is known nothing that compiles is loaded.
    if (unknown.length === 0) return undefined
    const compiler = await request.openCompiler(unknown.length)
    const {beside} = compiler
    // A handful is there before anybody notices.
    const postpone = unknown.length > sourcesPerBatch ? (request.postpone ?? beside?.add) : undefined
    let done = 0
    await inLanes(batchesOf(unknown, sourcesPerBatch), compiler.lanes, async (batch, compile) => {
      const tasks: Array<ReadSource> = []
      for (const entry of batch) {
        const task = await read(entry)
        if (task !== undefined && !(await isPostponed(task, postpone))) tasks.push(task)
      }
      await compileAll(tasks, compile, compiler)
      done += batch.length
      onCompiled(done, unknown.length)
    })
    const compiling = beside?.finish()
    counts.compiled += compiling?.count ?? 0
    return compiling
  }

  /** Read a source; returns what is left to do. */
  async function read(entry: FileEntry): Promise<ReadSource | undefined> {
    const {path, identity} = entry
    const readAt = host.clock()
    let bytes: Uint8Array | undefined
    try {
      bytes = await host.read(path)
    } catch (problem) {
      diagnostics.push(unreadableFile(path, problem))
    }
    // A file that is gone since it was listed is as if it had never been.
    if (bytes === undefined) return undefined
    counts.read++
    const hash = hashText(bytes)
    const unread = {identity, hash, isSettled: isSettled(entry, readAt)}
    const text = await decodeText(path, bytes)
    if (text.value === undefined) {
      files.set(path, {...unread, diagnostics: text.diagnostics})
      return undefined
    }
    const own = {path, text: text.value}
    const {frontMatterText} = await loadSplitter()
    const inclusion = await included.open(own)
    const document = documentName(fingerprint, path, hash, inclusion?.hashes ?? [])
    const includes = [...(inclusion?.files.keys() ?? [])]
    const {shown = []} = inclusion ?? {}
    const whole = inclusion === undefined ? own : {...own, included: inclusion.files}
    const vendored = await vendoredIn(whole, request.vendor)
    const file = {
      ...unread,
      frontMatter: frontMatterName(fingerprint, frontMatterText(own.text)),
      ...(includes.length === 0 ? {} : {includes}),
      ...(shown.length === 0 ? {} : {shown}),
      ...(vendored.length === 0 ? {} : {vendored})
    }
    const known = index.get(path)
    const found = known?.document === document ? known : documents.find(document)
    if (found !== undefined) {
      counts.found++
      files.set(path, withDocument(file, document, found.diagnostics ?? []))
      return undefined
    }
    const images = vendored.filter(({kind}) => kind === 'image')
    const source =
      images.length === 0 ? whole : {...whole, vendored: new Map(images.map((one) => [one.url, one.path]))}
    return {source, document, file}
  }

  async function isPostponed(
    {source, document, file}: ReadSource,
    postpone: SourcesRequest['postpone']
  ): Promise<boolean> {
    const own = await postpone?.({source, document})
    if (own === undefined) return false
    files.set(source.path, withDocument(file, document, own.diagnostics))
    return true
  }

  async function compileAll(
    tasks: ReadonlyArray<ReadSource>,
    compile: CompileLane,
    compiler: Compiler
  ): Promise<void> {
    const results = await compileBatch(
      tasks.map(({source, document}) => ({source, document})),
      compile,
      compiler
    )
    for (const [number, {source, document, file}] of tasks.entries()) {
      const result = results[number]
      if (typeof result !== 'object') {
        diagnostics.push(compiler.describeEnd(source.path, result ?? 'died'))
        continue
      }
      counts.compiled++
      documents.add(document, result.location)
      files.set(source.path, withDocument(file, document, result.diagnostics))
    }
  }
}

/** Files of other sites that are to lie in this one; for most sites that is none. */
async function vendoredIn(source: Source, rules: VendorRules): Promise<ReadonlyArray<VendoredFile>> {
  if (rules.starts.length === 0) return []
  const {findVendored} = await import('./find-vendored.ts')
  return findVendored(source, rules)
}

/** A source that is to be compiled, and what is known of its file. */
interface ReadSource extends SourceTask {
  readonly file: IndexedFile
}

/** Names of the documents that the site is made of, and of their front matter, by source. */
export function namesOf(files: CompiledSources): Pick<FoundInputs, 'documents' | 'frontMatters'> {
  const documents = new Map<SourcePath, string>()
  const frontMatters = new Map<SourcePath, string>()
  for (const [path, {document, frontMatter}] of files) {
    if (document !== undefined) documents.set(path, document)
    if (frontMatter !== undefined) frontMatters.set(path, frontMatter)
  }
  return {documents, frontMatters}
}

/** All files that sources are known to include; asked of all of them with each edit, and most include none. */
function includedBy(sources: ReadonlyArray<FileEntry>, index: FileIndex): ReadonlyArray<SourcePath> {
  const paths: Array<SourcePath> = []
  for (const {path} of sources) {
    const includes = index.get(path)?.includes
    if (includes !== undefined) paths.push(...includes)
  }
  return paths
}

/** The files in the order of their sources. */
function inOrder(sources: ReadonlyArray<FileEntry>, files: CompiledSources): CompiledSources {
  const ordered = new Map<SourcePath, IndexedFile>()
  for (const {path} of sources) {
    const file = files.get(path)
    if (file !== undefined) ordered.set(path, file)
  }
  return ordered
}
