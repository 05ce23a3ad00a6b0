import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Document, DocumentFrontMatter} from '#src/model/document.ts'
import type {SourceTask} from '#src/model/host.ts'
import type {MarkdownFeatures} from '#src/model/markdown-options.ts'
import type {Source, SourcePath} from '#src/model/source.ts'
import type {FileIndex} from '../read/file-index.ts'
import type {DocumentOpener} from '../store/document-store.ts'
import {documentHead} from '../store/encode-document.ts'

/** Sources that were read, and are compiled when their documents are asked for, or when there is time. By the names of these. */
export interface WaitingSources {
  /**
   * Have a source wait. Returns what it says of itself; `undefined` for one that cannot wait: what it lacks is looked for in its body, or it was refused.
   */
  readonly add: (task: SourceTask, features: MarkdownFeatures) => Promise<DocumentFrontMatter | undefined>
  readonly isEmpty: () => boolean
  /** `undefined` for one that does not wait. */
  readonly task: (name: string) => SourceTask | undefined
  /** So many of them, at most. */
  readonly first: (count: number) => ReadonlyArray<SourceTask>
  /** Compile a source into memory; nothing is done for one that does not wait. */
  readonly compile: (name: string, compile: (source: Source) => Promise<Document>) => Promise<void>
  /** Diagnostics of a source that was compiled into memory. */
  readonly diagnosticsOf: (name: string) => ReadonlyArray<Diagnostic> | undefined
  /** Opens what is in memory from there, all else as it was opened before. */
  readonly openBefore: (open: DocumentOpener) => DocumentOpener
  /** Forget a source: the store has its document. */
  readonly remove: (name: string) => void
  /** Forget a source, and have it wait no more: a thread has died of it. */
  readonly refuse: (name: string) => void
  /** Forget all but those of a site, by the names of its documents. */
  readonly retain: (documents: ReadonlyMap<SourcePath, string>) => void
}

interface WaitingSource {
  readonly task: SourceTask
  readonly frontMatter: DocumentFrontMatter
  /** Once it was asked for. */
  readonly document?: Document
}

/** Nothing waits at first. */
export function openWaitingSources(): WaitingSources {
  const waiting = new Map<string, WaitingSource>()
  const refused = new Set<string>()
  let reading: ReturnType<typeof loadReader> | undefined
  return {
    async add(task, features) {
      const known = waiting.get(task.document)
      if (known !== undefined) return known.frontMatter
      if (refused.has(task.document)) return undefined
      // A site of which all is compiled needs no parser.
      reading ??= loadReader()
      const read = await reading
      const frontMatter = read(task.source, features)
      if (frontMatter.frontMatter.title === undefined) return undefined
      waiting.set(task.document, {task, frontMatter})
      return frontMatter
    },
    isEmpty: () => waiting.size === 0,
    task: (name) => waiting.get(name)?.task,
    first(count) {
      const tasks: Array<SourceTask> = []
      for (const {task} of waiting.values()) {
        if (tasks.length === count) break
        tasks.push(task)
      }
      return tasks
    },
    async compile(name, compile) {
      const found = waiting.get(name)
      if (found === undefined || found.document !== undefined) return
      const document = await compile(found.task.source)
      // By now the store may have it.
      if (waiting.has(name)) waiting.set(name, {...found, document})
    },
    diagnosticsOf: (name) => waiting.get(name)?.document?.diagnostics,
    openBefore: (open) => ({
      frontMatter: (name) => waiting.get(name)?.frontMatter ?? open.frontMatter(name),
      head(name) {
        const document = waiting.get(name)?.document
        return document === undefined ? open.head(name) : documentHead(document)
      },
      gist(name) {
        const document = waiting.get(name)?.document
        return document === undefined ? open.gist(name) : document.gist
      },
      texts: (name) => waiting.get(name)?.document ?? open.texts(name)
    }),
    remove: (name) => waiting.delete(name),
    refuse(name) {
      waiting.delete(name)
      refused.add(name)
    },
    retain(documents) {
      for (const [name, {task}] of waiting) {
        if (documents.get(task.source.path) !== name) waiting.delete(name)
      }
    }
  }
}

async function loadReader(): Promise<(source: Source, features: MarkdownFeatures) => DocumentFrontMatter> {
  const [{readFrontMatter}, {frontMatterTypesetter}] = await Promise.all([
    import('./read-front-matter.ts'),
    import('./typeset-front-matter.ts')
  ])
  return (source, features) => readFrontMatter(source, frontMatterTypesetter(features)).own
}

/** Files without the sources that wait: these are unknown to who opens the site next. */
export function withoutWaiting(files: FileIndex, waiting: Pick<WaitingSources, 'task'>): FileIndex {
  return new Map([...files].filter(([, {document = ''}]) => waiting.task(document) === undefined))
}

/** Finds diagnostics of all sources as far as they are compiled. Asked for with each page: once none waits, they are looked for once. */
export function sourceDiagnostics(waiting: WaitingSources): (index: FileIndex) => ReadonlyArray<Diagnostic> {
  let last: {readonly index: FileIndex; readonly found: ReadonlyArray<Diagnostic>} | undefined
  return (index) => {
    if (last?.index === index) return last.found
    const found = diagnosticsIn(index, waiting)
    if (waiting.isEmpty()) last = {index, found}
    return found
  }
}

/** Most have none, and nothing is made for them. */
function diagnosticsIn(index: FileIndex, waiting: WaitingSources): ReadonlyArray<Diagnostic> {
  const all: Array<Diagnostic> = []
  for (const {document, diagnostics} of index.values()) {
    const found = (document === undefined ? undefined : waiting.diagnosticsOf(document)) ?? diagnostics
    if (found !== undefined) all.push(...found)
  }
  return all
}
