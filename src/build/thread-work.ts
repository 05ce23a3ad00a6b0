import type {ConfigOverrides} from '#src/config/check-config.ts'
import type {CompiledSource, Host, SourceTask, StagedFile} from '#src/model/host.ts'
import type {Recorder} from '#src/model/recorder.ts'
import type {RankReply, RankRequest} from './render/rank-in-threads.ts'
import type {RenderReply, RenderRequest} from './render/render-thread.ts'
import {type StageRequest, stageTexts} from './render/stage-texts.ts'

/** Sources to compile into the store, by a configuration that the thread loads itself: plugins are code. */
export interface CompileRequest {
  readonly kind: 'compile'
  readonly overrides: ConfigOverrides
  /** What `markdownHash` gives for it: a thread that finds another compiles nothing. */
  readonly markdownHash: string
  /** Of the Markdown options, since it depends on how many sources there are. */
  readonly keepsProse: boolean
  readonly tasks: ReadonlyArray<SourceTask>
  /** Shared: counts the tasks that were begun. */
  readonly begun: Int32Array
}

/** To load what compiling takes. */
export interface PrepareRequest {
  readonly kind: 'prepare'
}

/** What a thread can be asked. */
export type ThreadRequest = CompileRequest | PrepareRequest | RankRequest | RenderRequest | StageRequest

/** What a thread compiles: `other-config` when its Markdown options are not those it was asked for, since somebody has edited the configuration. */
export type CompileReply = ReadonlyArray<CompiledSource> | 'other-config'

/** What it answers to each. */
export type ThreadAnswer = 'prepared' | CompileReply | RankReply | RenderReply | ReadonlyArray<StagedFile>

/**
 * Answers in a thread what other threads ask it. Each kind of work is loaded when it is first asked for.
 *
 * @param recorder
 *   Told of the time that articles, plugins and pages take.
 */
export function openThreadWork(
  host: Host,
  recorder?: Recorder
): (request: ThreadRequest) => Promise<ThreadAnswer> {
  let compile: Promise<(request: CompileRequest) => Promise<CompileReply>> | undefined
  let render: Promise<(request: RenderRequest) => Promise<RenderReply>> | undefined
  return async (request) => {
    if (request.kind === 'stage') return stageTexts(host.output, request)
    if (request.kind === 'rank') return (await import('./render/rank-in-threads.ts')).helpRank(request)
    if (request.kind === 'prepare') {
      await loadCompileThread()
      return 'prepared'
    }
    if (request.kind === 'compile') {
      compile ??= loadCompileThread().then(({openCompileThread}) =>
        openCompileThread(host, request.overrides, recorder)
      )
      return (await compile)(request)
    }
    render ??= import('./render/render-thread.ts').then(({openRenderer}) => openRenderer(host, recorder))
    return (await render)(request)
  }
}

function loadCompileThread(): Promise<typeof import('./compile/compile-thread.ts')> {
  return import('./compile/compile-thread.ts')
}
