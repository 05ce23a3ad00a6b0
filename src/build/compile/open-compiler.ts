import type {ConfigOverrides} from '#src/config/check-config.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Document} from '#src/model/document.ts'
import type {CompiledSource, Host, SourceTask, Thread} from '#src/model/host.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import type {Recorder} from '#src/model/recorder.ts'
import type {Source} from '#src/model/source.ts'
import {requestsAtOnce} from '../in-parallel.ts'
import {markdownHash} from '../read/fingerprint.ts'
import type {KeptWork} from '../read/kept-work.ts'
import type {ReadInputs} from '../read/read-inputs.ts'
import {recordThread} from '../record-thread.ts'
import type {AppendRecords} from '../store/document-pack.ts'
import {continuePacks, type DocumentStore} from '../store/document-store.ts'
import {busyThreads, isSoonDone, isWorthCompilingBeside, type ThreadChoice} from './choose-threads.ts'
import {type BesideCompiler, compileBeside} from './compile-beside.ts'
import {compileCrashed, compileTooSlow} from './compile-messages.ts'
import {type ThreadEnd, type WatchedWork, watchedLane} from './watched-lane.ts'

/** Compiles sources into the store, one call at a time: what each came to, or what became of the thread that did so. */
export type CompileLane = (
  tasks: ReadonlyArray<SourceTask>
) => Promise<ReadonlyArray<CompiledSource> | ThreadEnd>

/** Lanes that compile at the same time: this thread, and others when there is much to do. */
export interface Compiler {
  readonly lanes: ReadonlyArray<CompileLane>
  /** Takes over sources while this thread goes on; absent where that is of no use. */
  readonly beside?: BesideCompiler
  /** Compiles in a thread that has nothing else under way, so that what it dies of is known. */
  readonly alone: CompileLane
  /** Whether a source is to be compiled alone from the beginning. */
  readonly isRisky: (task: SourceTask) => boolean
  /** What is told of a source that a thread compiled alone, and did not come to an end with. */
  readonly describeEnd: (file: string, end: ThreadEnd) => Diagnostic
}

/** How to compile, and how much there may be to do. */
export interface CompilerRequest extends ThreadChoice {
  readonly options: MarkdownOptions
  readonly overrides: ConfigOverrides
  /** Of the configuration that the options are from. */
  readonly configHash: string
  readonly recorder: Recorder | undefined
  /** Of all that a document depends on beside its source. */
  readonly fingerprint: string
  readonly kept: KeptWork
}

/** A compiler that starts nothing before the first source needs it. */
export function openCompiler(host: Host, documents: DocumentStore, request: CompilerRequest): Compiler {
  const {options, overrides, configHash, threads, sourceCount, recorder, fingerprint, kept} = request
  const append = kept.writer(() => continuePacks(host.store, documents))
  const here = laneHere(append, {...options, recorder, fingerprint, kept})
  const {keepsProse, secondsMax} = options
  const shared = {overrides, markdownHash: markdownHash(options, configHash), keepsProse, secondsMax}
  const isBeside = !hasPlugins(options) && isWorthCompilingBeside(request, host.threadsPayFrom)
  const helping = sourceCount >= host.threadsPayFrom.sources ? threads : []
  if ((isBeside || helping.length > 0) && isSoonDone(request)) host.tuneEngine()
  const elsewhere = helping.flatMap((thread) =>
    Array.from({length: requestsAtOnce}, () => withinConfig(watchedLane(thread, shared), here))
  )
  const spare = kept.thread(`${fingerprint} ${configHash}`, () => openSpare(host, recorder))
  const alone =
    spare === undefined
      ? here
      : triedOnce(oneAtATime(withinConfig(loadingAnew(spare, shared), here)), kept.ends)
  const last = hasPlugins(options) ? alone : here
  const besideRequest = {
    threads: busyThreads(request),
    work: shared,
    features: options.features,
    documents,
    mayWait: ({source}: SourceTask) => isHarmless(source, options)
  }
  return {
    lanes: [...elsewhere, last],
    ...(isBeside && {beside: compileBeside(besideRequest)}),
    alone,
    isRisky: ({source}) => last === here && !isHarmless(source, options),
    describeEnd: (file, end) =>
      end === 'late' ? compileTooSlow(file, options.secondsMax, pluginNames(options)) : compileCrashed(file)
  }
}

/** Characters of a text that no parser takes minutes for, whatever it says. */
const harmlessLengthMax = 100_000

/** Lines of a text for which the reference parser takes no more than two seconds: it takes the square of how many quotes and lists begin. */
const harmlessLinesMax = 4000

/** Whether compiling a source comes to an end soon for sure. Nobody can end this thread: what might go on for ever is not compiled in it. */
export function isHarmless({text}: Source, options: MarkdownOptions): boolean {
  return text.length <= harmlessLengthMax && !hasPlugins(options) && hasFewLines(text, harmlessLinesMax)
}

function hasFewLines(text: string, max: number): boolean {
  if (text.length <= max) return true
  let count = 1
  for (let end = text.indexOf('\n'); end !== -1 && count <= max; end = text.indexOf('\n', end + 1)) count++
  return count <= max
}

/** Whether articles go through code of the site, or of packages that it has installed. */
export function hasPlugins({remarkPlugins, rehypePlugins}: MarkdownOptions): boolean {
  return remarkPlugins.length + rehypePlugins.length > 0
}

/** Of those that are functions, as nearly all are. */
function pluginNames({remarkPlugins, rehypePlugins}: MarkdownOptions): ReadonlyArray<string> {
  const plugins = [...remarkPlugins, ...rehypePlugins].map((plugin) =>
    Array.isArray(plugin) ? plugin[0] : plugin
  )
  return plugins.flatMap((plugin) => (typeof plugin === 'function' ? [plugin.name] : []))
}

function openSpare({openThread}: Host, recorder: Recorder | undefined): Thread | undefined {
  const spare = openThread?.()
  return spare === undefined || recorder === undefined ? spare : recordThread(spare, 'spare thread', recorder)
}

/** A lane through a thread, and through this one as soon as that thread has loaded another configuration. */
function withinConfig(elsewhere: ReturnType<typeof watchedLane>, here: CompileLane): CompileLane {
  return async (tasks) => {
    const compiled = await elsewhere(tasks)
    return compiled === 'other-config' ? here(tasks) : compiled
  }
}

/** A lane through a thread that is kept: one that has loaded another configuration is ended, so that the next request finds that of its time. */
function loadingAnew(thread: Thread, shared: WatchedWork): ReturnType<typeof watchedLane> {
  const lane = watchedLane(thread, shared)
  return async (tasks) => {
    const compiled = await lane(tasks)
    if (compiled === 'other-config') await thread.close()
    return compiled
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

/** A lane that tries no source again that its thread came to no end with, and tells so of each request that has one. */
function triedOnce(compile: CompileLane, ends: Map<string, ThreadEnd>): CompileLane {
  return async (tasks) => {
    const known = tasks.flatMap(({document}) => ends.get(document) ?? [])[0]
    const compiled = known ?? (await compile(tasks))
    const [only, ...others] = tasks
    if (typeof compiled === 'string' && only !== undefined && others.length === 0) {
      ends.set(only.document, compiled)
    }
    return compiled
  }
}

/** Compiles in this thread. */
function laneHere(
  append: AppendRecords,
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
      return (given) => compileTasks(given, compiler, {append, recorder: options.recorder})
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
 */
function loadCompilerCode(): Promise<typeof import('./compile-source.ts')> {
  return import('./compile-source.ts')
}
