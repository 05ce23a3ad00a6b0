import type {CompiledSource, CompileWorkers, Host, SourceTask} from '#src/model/host.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import {continuePacks, type DocumentStore} from './document-store.ts'

/** Compiles sources into the store, in this thread or in others. */
export interface Compiler {
  /** What each came to; `undefined` when a thread died of one of them. */
  readonly compile: (tasks: ReadonlyArray<SourceTask>) => Promise<ReadonlyArray<CompiledSource> | undefined>
  readonly close: () => Promise<void>
  /** How many calls may be under way: enough that no thread waits for the next. */
  readonly batchesAtOnce: number
}

/** How to compile, and how much there may be to do. */
export interface CompilerRequest {
  readonly options: MarkdownOptions
  readonly environment: string
  /** Threads at most; with 1 this one does it all. */
  readonly jobs: number
  /** Sources that may have to be compiled. */
  readonly sourceCount: number
}

/** Below this many sources threads take longer to start than they save. */
const sourcesWorthThreads = 150

/** A compiler that starts nothing before the first source needs it. */
export function openCompiler(
  host: Host,
  documents: DocumentStore,
  {options, environment, jobs, sourceCount}: CompilerRequest
): Compiler {
  const start = jobs > 1 && sourceCount >= sourcesWorthThreads ? host.startWorkers : undefined
  let workers: CompileWorkers | undefined
  let own: Promise<Compiler['compile']> | undefined
  return {
    async compile(tasks) {
      if (start !== undefined) {
        workers ??= start({count: jobs, environment})
        return workers.compile(tasks)
      }
      own ??= openHere(host, documents, options)
      return (await own)(tasks)
    },
    close: async () => workers?.close(),
    batchesAtOnce: start === undefined ? 1 : jobs * 2
  }
}

/** Compiles in this thread. */
async function openHere(
  {store}: Pick<Host, 'store'>,
  documents: DocumentStore,
  options: MarkdownOptions
): Promise<Compiler['compile']> {
  const [{createCompiler}, {compileTasks}] = await loadCompilerCode()
  const compileBody = createCompiler(options)
  const append = continuePacks(store, documents)
  return (tasks) => compileTasks(tasks, compileBody, append)
}

type CompilerCode = [typeof import('#src/markdown/create-compiler.ts'), typeof import('./compile-source.ts')]

/**
 * Load what compiling in this thread takes, which is most of Galley's code: a build without a new source needs none of it.
 * Loading it early pays while this thread waits for something else.
 */
export function loadCompilerCode(): Promise<CompilerCode> {
  return Promise.all([import('#src/markdown/create-compiler.ts'), import('./compile-source.ts')])
}
