import type {DocumentFrontMatter} from '#src/model/document.ts'
import type {CompiledSource, SourceTask, Thread} from '#src/model/host.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import type {SourcePath} from '#src/model/source.ts'
import {batchesOf} from '../in-parallel.ts'
import {type IndexedFile, withDocument} from '../read/file-index.ts'
import {type DocumentOpener, type DocumentStore, MissingDocumentError} from '../store/document-store.ts'
import {readFrontMatter} from './read-front-matter.ts'
import {frontMatterTypesetter} from './typeset-front-matter.ts'
import {watchedLane} from './watched-lane.ts'

/** Sources that other threads compile while this one does what needs no body, and renders the pages whose documents are there. */
export interface CompilingSources {
  /** How many there were at first. */
  readonly count: number
  /** Name of the document of one of them; `undefined` for any other source. */
  readonly documentOf: (source: SourcePath) => string | undefined
  /** Whether the document of this name is not compiled yet. */
  readonly isUnderWay: (document: string) => boolean
  /** Whether there are none any more. */
  readonly isOver: () => boolean
  /** Names of the documents that were compiled since this was last asked. */
  readonly fresh: () => ReadonlyArray<string>
  /** The same, once there are some, or all is over. */
  readonly nextFresh: () => Promise<ReadonlyArray<string>>
  /** Finds front matter of what is under way, and all else as it was found before. */
  readonly openBefore: (open: DocumentOpener) => DocumentOpener
  /** Waits until all are compiled; resolves to what tells of a file what its source came to. Rejects with `MissingDocumentError` when a thread gave no answer. */
  readonly end: () => Promise<(file: IndexedFile) => IndexedFile>
}

/** Hands sources to other threads as they are read. */
export interface BesideCompiler {
  /** Take over a source, and tell what it says of itself; `undefined` for one that has to be compiled first, since what it lacks is looked for in its body. */
  readonly add: (task: SourceTask) => Promise<DocumentFrontMatter | undefined>
  /** Those that were taken; there must be no more after that. */
  readonly finish: () => CompilingSources
}

/** Who compiles, and how. */
export interface BesideRequest {
  readonly threads: ReadonlyArray<Thread>
  readonly work: Parameters<typeof watchedLane>[1]
  readonly features: MarkdownOptions['features']
  readonly documents: Pick<DocumentStore, 'add' | 'save'>
  /** Whether a source may be compiled later. */
  readonly mayWait: (task: SourceTask) => boolean
}

/** Sources handed over together. All are at once, so that no thread waits while this one looks at none of their answers. */
const sourcesPerRequest = 16

/** Nothing is handed over at first. */
export function compileBeside({threads, work, features, documents, mayWait}: BesideRequest): BesideCompiler {
  const typeset = frontMatterTypesetter(features)
  const lanes = threads.map((thread) => watchedLane(thread, work))
  const names = new Map<SourcePath, string>()
  const frontMatters = new Map<string, DocumentFrontMatter>()
  const compiled = new Map<string, CompiledSource>()
  const requests = new Set<Promise<void>>()
  let waiting: Array<SourceTask> = []
  /** If not, threads may have to help with what is compiled first: nothing is put in front of that. */
  let areAllTaken = true
  let requestCount = 0
  let fresh: Array<string> = []
  let onAnswer: () => void = () => undefined
  let lost: string | undefined
  return {
    async add(task) {
      const own = mayWait(task) ? readFrontMatter(task.source, typeset).own : undefined
      if (own?.frontMatter.title === undefined) {
        areAllTaken = false
        return undefined
      }
      names.set(task.source.path, task.document)
      frontMatters.set(task.document, own)
      waiting.push(task)
      if (areAllTaken && waiting.length >= sourcesPerRequest) handOver()
      return own
    },
    finish() {
      handOver()
      return {
        count: names.size,
        documentOf: (source) => names.get(source),
        isUnderWay: (name) => frontMatters.has(name) && !compiled.has(name),
        isOver: () => requests.size === 0,
        fresh: takeFresh,
        async nextFresh() {
          if (fresh.length === 0 && requests.size > 0) {
            await new Promise<void>((resolve) => {
              onAnswer = resolve
            })
          }
          return takeFresh()
        },
        openBefore: (open) => ({
          ...open,
          frontMatter: (name) => frontMatters.get(name) ?? open.frontMatter(name)
        }),
        async end() {
          await Promise.all(requests)
          documents.save()
          frontMatters.clear()
          if (lost !== undefined) throw new MissingDocumentError(lost)
          return settle
        }
      }
    }
  }

  function handOver(): void {
    for (const tasks of batchesOf(waiting, sourcesPerRequest)) {
      // Their names alone: the texts are the thread's now, and are not to be kept here too.
      const own = tasks.map(({document}) => document)
      // What it throws is met again by who compiles them after that.
      const answered = lanes[requestCount++ % lanes.length]?.(tasks).catch(() => undefined)
      const request = Promise.resolve(answered).then((results) => {
        take(own, typeof results === 'string' ? [] : (results ?? []))
        requests.delete(request)
        onAnswer()
      })
      requests.add(request)
    }
    waiting = []
  }

  function take(names: ReadonlyArray<string>, results: ReadonlyArray<CompiledSource>): void {
    for (const [number, name] of names.entries()) {
      const result = results[number]
      if (result === undefined) {
        lost ??= name
        continue
      }
      compiled.set(name, result)
      documents.add(name, result.location)
      fresh.push(name)
    }
  }

  function settle(file: IndexedFile): IndexedFile {
    const {document = ''} = file
    const result = compiled.get(document)
    return result === undefined ? file : withDocument(file, document, result.diagnostics)
  }

  function takeFresh(): ReadonlyArray<string> {
    const names = fresh
    fresh = []
    return names
  }
}
