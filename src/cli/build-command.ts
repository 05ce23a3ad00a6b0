import {relative, resolve} from 'node:path'
import type {BuildOptions, BuildResult, Progress} from '#src/build/build.ts'
import {isFaultless} from '#src/diagnostics/count-by-severity.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {orderDiagnostics} from '#src/diagnostics/order.ts'
import type {Host} from '#src/model/host.ts'
import type {Span} from '#src/model/recorder.ts'
import type {BuildStats} from './build-stats.ts'
import {exitStatus} from './exit-status.ts'
import {describeFailure, type FailureContext} from './failure.ts'
import type {BuildArguments} from './parse-build-arguments.ts'
import type {ProcessRecording} from './process-recording.ts'
import {openProgressBar} from './progress-bar.ts'
import {reportBuild} from './report-build.ts'
import type {Summary} from './summary.ts'
import type {Terminal} from './terminal.ts'

/** What the command needs from outside. */
export interface BuildDependencies {
  readonly terminal: Terminal
  readonly build: (host: Host, options: BuildOptions) => Promise<BuildResult>
  readonly verify: (
    host: Host,
    options: BuildOptions,
    result: BuildResult
  ) => Promise<ReadonlyArray<Diagnostic>>
  /** What is wrong with links to other sites. */
  readonly checkExternal: (host: Host, options: BuildOptions) => Promise<ReadonlyArray<Diagnostic>>
  readonly createHost: (folders: {
    readonly root: string
    readonly output: string
    readonly theme: string
  }) => Host
  /** Why `output` must not be written to and cleaned; `undefined` when it may. */
  readonly refuseOutput: (root: string, output: string, home: string) => string | undefined
  readonly isFolder: (path: string) => Promise<boolean>
  /** Run this command again in a process that may touch no more than that; absent where this one is such a process. */
  readonly confine?: (folders: {readonly root: string; readonly output: string}) => Promise<number>
  /** Begin to record; called only when that is asked for. */
  readonly recordProcess: () => Promise<ProcessRecording>
  readonly writeFile: (path: string, text: string) => Promise<void>
  /** Milliseconds from any beginning. */
  readonly now: () => number
  /** The three are absolute paths. */
  readonly currentFolder: string
  readonly homeFolder: string
  readonly themeFolder: string
  readonly system: Pick<FailureContext, 'galleyVersion' | 'nodeVersion' | 'platform'>
}

/** Run `galley build` or `galley check`, and report on the terminal. Returns the exit status; never rejects. */
export async function buildCommand(wanted: BuildArguments, dependencies: BuildDependencies): Promise<number> {
  const {currentFolder, homeFolder, isFolder, refuseOutput, system, terminal} = dependencies
  const root = resolve(currentFolder, wanted.folder)
  const output = resolve(root, wanted.out)
  if (!(await isFolder(root))) {
    terminal.stderr.write(`Expected a folder, found no such: \`${wanted.folder}\`\n`)
    return exitStatus.wrongUsage
  }
  const refusal = refuseOutput(root, output, homeFolder)
  if (refusal !== undefined) {
    terminal.stderr.write(`${refusal}\n`)
    return exitStatus.wrongUsage
  }
  if (wanted.untrusted && dependencies.confine !== undefined) return dependencies.confine({root, output})
  const isRecorded = wanted.stats || wanted.profile !== undefined
  const recording = isRecorded ? await dependencies.recordProcess() : undefined
  const bar = openProgressBar(terminal, dependencies.now)
  let activity = 'starting'
  try {
    const host = dependencies.createHost({root, output, theme: dependencies.themeFolder})
    const start = dependencies.now()
    const options = toBuildOptions(wanted, {
      onProgress(progress) {
        activity = describeProgress(progress)
        bar.update(progress)
      },
      onNotice(text) {
        bar.erase()
        if (!wanted.quiet) terminal.stderr.write(`${text}\n`)
      }
    })
    const {built, spans, ...measured} = await measuredBuild(recording, (recorder) =>
      dependencies.build(host, {...options, ...recorder})
    )
    const found = wanted.verify ? await dependencies.verify(host, options, built) : []
    const external = wanted.external ? await dependencies.checkExternal(host, options) : []
    const result = {...built, diagnostics: orderDiagnostics([...built.diagnostics, ...found, ...external])}
    const durationMs = dependencies.now() - start
    bar.erase()
    activity = 'reporting'
    const summary: Summary = {
      result,
      durationMs,
      output: relative(currentFolder, output) || '.',
      ...measured,
      ...(wanted.profile === undefined ? {} : {profile: wanted.profile})
    }
    await reportBuild({
      wanted,
      summary,
      host,
      terminal,
      site: relative(currentFolder, root),
      version: system.galleyVersion
    })
    if (wanted.profile !== undefined) {
      activity = 'writing the profile'
      const {traceEvents} = await import('./trace-events.ts')
      await dependencies.writeFile(resolve(currentFolder, wanted.profile), traceEvents(spans))
      if (wanted.format === 'pretty' && !wanted.quiet) terminal.stdout.write(profileLine(wanted.profile))
    }
    return isGood(wanted, result) ? exitStatus.done : exitStatus.siteErrors
  } catch (error) {
    bar.erase()
    const failure = describeFailure(error, {...system, activity, debug: wanted.debug})
    terminal.stderr.write(failure.text)
    return failure.status
  }
}

/** A build, and what was recorded of it. */
interface Measured {
  readonly built: BuildResult
  readonly spans: ReadonlyArray<Span>
  /** Absent when nothing was recorded. */
  readonly stats?: BuildStats
}

/** Build with a recorder, where there is one. What comes after is not measured. */
async function measuredBuild(
  recording: ProcessRecording | undefined,
  build: (options: Pick<BuildOptions, 'recorder'>) => Promise<BuildResult>
): Promise<Measured> {
  if (recording === undefined) return {built: await build({}), spans: []}
  const {recorder, end} = recording
  const start = recorder.now()
  const built = await build({recorder})
  const durationMs = recorder.now() - start
  const recorded = end()
  // A build that is not measured does not load it.
  const {buildStats} = await import('./build-stats.ts')
  return {
    built,
    spans: recorded.spans,
    stats: buildStats({...recorded, result: built, start, durationMs})
  }
}

function toBuildOptions(
  wanted: BuildArguments,
  listeners: Pick<BuildOptions, 'onProgress' | 'onNotice'>
): BuildOptions {
  const {baseUrl, clean, drafts, environment, expired, future, hash, jobs, keepGoing, strict} = wanted
  return {
    clean,
    drafts,
    environment,
    expired,
    future,
    hash,
    keepGoing,
    strict,
    ...(wanted.kind === 'check' ? {checksOnly: true} : {}),
    ...(wanted.untrusted ? {untrusted: true} : {}),
    ...(baseUrl === undefined ? {} : {baseUrl}),
    ...(jobs === undefined ? {} : {jobs}),
    ...listeners
  }
}

/** Where a trace is, and what to do with it. */
function profileLine(file: string): string {
  return `\nThe trace is in ${file}: open it at https://ui.perfetto.dev or chrome://tracing\n`
}

function describeProgress({stage, done, total}: Progress): string {
  const verbs = {
    compile: 'compiling',
    render: 'rendering',
    draw: 'drawing',
    resize: 'images',
    write: 'writing',
    ask: 'asking for links'
  }
  return `${verbs[stage]}, ${done} of ${total}`
}

/** To check is to ask whether anything is wrong, to build whether the site is good enough to be written. */
function isGood({kind}: BuildArguments, {diagnostics, isWritten}: BuildResult): boolean {
  if (kind === 'check') return isFaultless(diagnostics)
  return isWritten && diagnostics.every(({severity}) => severity !== 'error')
}
