import type {Document} from '#src/model/document.ts'
import type {CompiledSource, Host, SourceTask, Thread} from '#src/model/host.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import type {Recorder} from '#src/model/recorder.ts'
import type {Source} from '#src/model/source.ts'
import {requestsAtOnce} from '../in-parallel.ts'
import type {KeptWork} from '../read/kept-work.ts'
import type {ReadInputs} from '../read/read-inputs.ts'
import {continuePacks, type DocumentStore} from '../store/document-store.ts'
import type {CompileRequest} from '../thread-work.ts'

/** Compiles sources into the store, one call at a time: what each came to; `undefined` when a thread died of one of them. */
export type CompileLane = (
  tasks: ReadonlyArray<SourceTask>
) => Promise<ReadonlyArray<CompiledSource> | undefined>

/** Lanes that compile at the same time: this thread, and others when there is much to do. */
export interface Compiler {
  readonly lanes: ReadonlyArray<CompileLane>
  /** Compiles in a thread that has nothing else under way, so that what it dies of is known. */
  readonly alone: CompileLane
  readonly close: () => Promise<void>
}

/** How to compile, and how much there may be to do. */
export interface CompilerRequest {
  readonly options: MarkdownOptions
  readonly environment: string
  /** Threads that may help this one. */
  readonly threads: ReadonlyArray<Thread>
  /** Sources that may have to be compiled. */
  readonly sourceCount: number
  readonly recorder: Recorder | undefined
  /** Of all that a document depends on beside its source. */
  readonly fingerprint: string
  readonly kept: KeptWork
}

/** A compiler that starts nothing before the first source needs it. */
export function openCompiler(
  host: Host,
  documents: DocumentStore,
  {options, environment, threads, sourceCount, recorder, fingerprint, kept}: CompilerRequest
): Compiler {
  const here = laneHere(host, documents, {...options, recorder, fingerprint, kept})
  const shared = {environment, keepsProse: options.keepsProse}
  const helping = sourceCount >= host.threadsPayFrom.sources ? threads : []
  const elsewhere = helping.flatMap((thread) =>
    Array.from({length: requestsAtOnce}, () => laneOf(thread, shared))
  )
  const spare = host.openThread?.()
  return {
    lanes: [...elsewhere, here],
    alone: spare === undefined ? here : oneAtATime(laneOf(spare, shared)),
    close: async () => spare?.close()
  }
}

function laneOf(thread: Thread, shared: Pick<CompileRequest, 'environment' | 'keepsProse'>): CompileLane {
  return async (tasks) => {
    const request: CompileRequest = {kind: 'compile', ...shared, tasks}
    return (await thread.ask(request)) as Awaited<ReturnType<CompileLane>>
  }
}

function oneAtATime(compile: CompileLane): CompileLane {
  let last: Promise<unknown> = Promise.resolve()
  return (tasks) => {
    const compiled = last.then(() => compile(tasks))
    last = compiled.catch(() => undefined)
    return compiled
  }
}

/** Compiles in this thread. */
function laneHere(
  {store}: Pick<Host, 'store'>,
  documents: DocumentStore,
  {
    fingerprint,
    kept,
    ...options
  }: MarkdownOptions & Pick<CompilerRequest, 'recorder' | 'fingerprint' | 'kept'>
): CompileLane {
  let compile: Promise<CompileLane> | undefined
  return async (tasks) => {
    compile ??= loadCompilerCode().then(({compileTasks, openSourceCompiler}) => {
      const compiler = kept.compiler(fingerprint, () => openSourceCompiler(options))
      const append = continuePacks(store, documents)
      return (given) => compileTasks(given, compiler, append, options.recorder)
    })
    const compiled = await (await compile)(tasks)
    // Compiling never waits: let threads that have answered get their next batch.
    await new Promise(setImmediate)
    return compiled
  }
}

/** What compiles one source after the other in this thread, into memory. */
export async function openKeptCompiler({
  read: {fingerprint, inputs},
  kept,
  recorder
}: KeptCompilerRequest): Promise<(source: Source) => Promise<Document>> {
  const {compileSource, openSourceCompiler} = await loadCompilerCode()
  const options = {...inputs.config.markdown, recorder}
  const compiler = kept.compiler(fingerprint, () => openSourceCompiler(options))
  return (source) => compileSource(source, compiler)
}

/** What a compiler for a site that was read depends on. */
export interface KeptCompilerRequest extends Pick<CompilerRequest, 'kept' | 'recorder'> {
  readonly read: Pick<ReadInputs, 'inputs' | 'fingerprint'>
}

/**
 * Load what compiling in this thread takes, which is most of Galley's code: a build without a new source needs none of it.
 * Loading it early pays while this thread waits for something else.
 */
export function loadCompilerCode(): Promise<typeof import('./compile-source.ts')> {
  return import('./compile-source.ts')
}
