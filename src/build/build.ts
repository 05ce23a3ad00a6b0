import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {isError} from '#src/diagnostics/is-error.ts'
import {orderDiagnostics} from '#src/diagnostics/order.ts'
import type {Host, Thread} from '#src/model/host.ts'
import {openThreads, renderThreads} from './build-threads.ts'
import {type FoundAnswer, findAnswer, type UnjudgedAnswer} from './find-answer.ts'
import {loadingAhead} from './load-ahead.ts'
import {once} from './once.ts'
import {distrusted, type FileIndex, wholeFiles, writeFileIndex} from './read/file-index.ts'
import {keepWork} from './read/kept-work.ts'
import {publishingHost} from './read/published-files.ts'
import {type ReadContext, type ReadInputs, readInputs, type SiteOptions} from './read/read-inputs.ts'
import {stageRunner} from './record-stage.ts'
import type {SiteCounts} from './site-counts.ts'
import {type DocumentStore, MissingDocumentError, openDocumentStore} from './store/document-store.ts'
import {type SealedStore, sealedStore} from './store/sealed-store.ts'
import {applyPlan} from './write/apply-plan.ts'
import {noteFailure} from './write/failed-build.ts'
import {type Manifest, readManifest} from './write/manifest.ts'
import {planOutputs} from './write/plan.ts'
import {type PresentFiles, presentFiles, untouchedFiles} from './write/present-files.ts'

/** What one build is asked for, beside the configuration. */
export interface BuildOptions extends SiteOptions {
  /** Warnings are errors; hints are not. */
  readonly strict: boolean
  /** Open every file instead of trusting size and times: for checkouts whose times mean nothing. */
  readonly hash: boolean
  /** Remove every file in the output folder that is not the site's, whoever wrote it. */
  readonly clean: boolean
  /** Find what is wrong, and leave the output folder as it is. */
  readonly checksOnly?: boolean
  /** Threads at most; default: as many as the host has processors. */
  readonly jobs?: number
  readonly onProgress: (progress: Progress) => void
  /** Told what people may want to know and need not act on, in one line. */
  readonly onNotice: (text: string) => void
}

/** How far a build has come in its present stage. */
export interface Progress {
  readonly stage: 'compile' | 'render' | 'draw' | 'resize' | 'write' | 'ask'
  readonly done: number
  readonly total: number
}

/** What a build did. */
export interface BuildResult extends SiteCounts {
  /** Ordered by file and place. With `strict` the warnings have become errors. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /** Whether the output folder is up to date with the sources; false when it was kept as it was, because of errors or by `checksOnly`. */
  readonly isWritten: boolean
  /** Documents that were read: articles and pages, also those that are held back, and the texts of listings. */
  readonly documentCount: number
  /** Addresses of the pages that were rendered, in order; those that were known from the last build are not. */
  readonly rendered: ReadonlyArray<string>
  readonly created: number
  readonly updated: number
  readonly removed: number
  readonly kept: number
}

/**
 * Build the site of `host`: read and compile (`readInputs`), ask and judge (`askSite`), write (`writeSite`), and remember what the next build may.
 *
 * Does again only what changed since the last build of the site, and gives what a first build would give. Never throws for what an
 * author can get wrong. Errors keep the output folder as it was, unless `keepGoing`: then what has no error is written, and
 * nothing is removed. With `checksOnly` it stays as it was in any case, and what is remembered serves the next build.
 */
export async function build(given: Host, options: BuildOptions): Promise<BuildResult> {
  const host = loadingAhead(given)
  const lock = await host.lock((pid) =>
    options.onNotice(`Another build of this site is running (process ${pid}): waiting for it`)
  )
  const store = sealedStore(host.store, host.version, options.onNotice)
  const documents = openDocumentStore(host.store)
  const threads = openThreads(host, options)
  const context = {host, store, documents, threads, options}
  try {
    host.output.discardStaged()
    const kept = keepWork()
    const remembered = await stageRunner(options.recorder)('recall', () => kept.recall(store))
    const index = options.hash ? distrusted(remembered) : remembered
    try {
      return await attemptBuild(index, {...context, kept, mayBeBeside: !options.keepGoing})
    } catch (error) {
      if (!(error instanceof MissingDocumentError)) throw error
      // A thread may have died too: what it was to compile is compiled once more, and told of where it is no fault of the thread.
      if ([...index.values()].some(({document}) => document === error.document))
        options.onNotice('Documents of the last build are lost or damaged: compiled again')
      host.output.discardStaged()
      // What was opened may be gone, and another have its name.
      host.store.release()
      return await attemptBuild(wholeFiles(index, documents), {...context, kept, mayBeBeside: false})
    }
  } finally {
    await endBuild(context).finally(lock.release)
  }
}

async function endBuild({host, threads, options}: BuildContext): Promise<void> {
  const problem = host.store.problem()
  if (problem !== undefined)
    options.onNotice(`Nothing can be remembered in .galley (${problem}): built without`)
  await Promise.all(threads.map(({close}) => close()))
  host.store.release()
  // What cannot be removed is so by the next build; what went wrong before is not to be hidden by it.
  try {
    host.output.discardStaged()
  } catch {}
}

interface BuildContext {
  readonly host: Host
  readonly store: SealedStore
  readonly documents: DocumentStore
  /** Beside this one. */
  readonly threads: ReadonlyArray<Thread>
  readonly options: BuildOptions
}

type SettledFiles = Pick<ReadInputs, 'index' | 'sources'>

/** One attempt from what is known of the files. Throws a `MissingDocumentError` where some of that is no longer true. */
async function attemptBuild(
  index: FileIndex,
  {kept, mayBeBeside, ...context}: BuildContext & Pick<Required<ReadContext>, 'kept' | 'mayBeBeside'>
): Promise<BuildResult> {
  const {host, store, documents, options} = context
  const {onProgress, recorder} = options
  const read = await readInputs(index, {
    ...context,
    kept,
    mayBeBeside,
    onCompiled: (done, total) => onProgress({stage: 'compile', done, total})
  }).finally(kept.close)
  const settled = once(() => settleFiles(read))
  const target = openTarget(host, read)
  const asked = await askSite(read, {...context, target, settled})
  const written = await writeSite(asked, {host, store, options, target})
  await stageRunner(recorder)('remember files', async () => {
    const {index: files, sources} = await settled()
    const isChanged = writeFileIndex(store, {...read, index: files}, index)
    if (!isChanged) return
    const {collectGarbage} = await import('./store/collect-garbage.ts')
    collectGarbage(host.store, documents, sources)
  })
  return {...written, documentCount: read.known.documents.size}
}

/** What is known of the files once none of the sources is being compiled any more. */
async function settleFiles({compiling, index, sources}: ReadInputs): Promise<SettledFiles> {
  if (compiling === undefined) return {index, sources}
  const settle = await compiling.end()
  return {
    index: new Map([...index].map(([path, file]) => [path, settle(file)])),
    sources: sources.map(settle)
  }
}

/** Where the site is written, and what is there. */
interface BuildTarget {
  readonly publishing: Host
  readonly manifest: Manifest
  readonly present: PresentFiles
}

function openTarget(host: Host, {inputs}: ReadInputs): BuildTarget {
  const manifest = readManifest(host)
  return {publishing: publishingHost(host, inputs.assets), manifest, present: presentFiles(host, manifest)}
}

/** What the site comes to, and all that is wrong with it. */
interface AskedSite extends FoundAnswer {
  /** Whether it is not to be written, because of errors or because it was only to be checked. */
  readonly isLeft: boolean
}

/** Ask for all that the site comes to, and judge what is wrong with it. */
async function askSite(
  {inputs, templates, known, compiling, ...read}: ReadInputs,
  context: BuildContext & {readonly target: BuildTarget; readonly settled: () => Promise<SettledFiles>}
): Promise<AskedSite> {
  const {host, store, options, target} = context
  const {checksOnly = false, keepGoing, onProgress, recorder, strict} = options
  const judge = async ({answer, diagnostics}: UnjudgedAnswer): Promise<ReadonlyArray<Diagnostic>> => {
    const {sources} = await context.settled()
    const all = [...read.diagnostics, ...sources.flatMap((file) => file.diagnostics ?? []), ...diagnostics]
    if (all.length === 0) return []
    const {judgeBuild} = await import('./judge-found.ts')
    return judgeBuild(all, {checks: inputs.config.checks, leftOut: answer.leftOut, strict})
  }
  const isLeft = (all: ReadonlyArray<Diagnostic>): boolean => checksOnly || (!keepGoing && all.some(isError))
  const asked = await findAnswer({
    inputs,
    templates,
    store,
    present: checksOnly ? untouchedFiles : target.present,
    output: host.output,
    needsTexts: async (found) => !isLeft(await judge(found)),
    threads: renderThreads(known, context),
    host: target.publishing,
    onMade: (stage, done, total) => onProgress({stage, done, total}),
    compiling,
    recorder,
    onRendered: (done, total) => onProgress({stage: 'render', done, total})
  })
  const diagnostics = await judge(asked)
  return {...asked, diagnostics, isLeft: isLeft(diagnostics)}
}

/** Write what the site comes to, unless that is to be left. */
async function writeSite(
  {answer, rendered, diagnostics, isLeft}: AskedSite,
  {
    host,
    store,
    options: {checksOnly = false, clean, onProgress, recorder},
    target: {publishing, manifest, present}
  }: Pick<BuildContext, 'host' | 'store' | 'options'> & {readonly target: BuildTarget}
): Promise<Omit<BuildResult, 'documentCount'>> {
  const counts = {...answer.counts, rendered}
  if (!checksOnly) noteFailure(host, isLeft)
  if (isLeft) return {...counts, ...nothingDone, diagnostics: orderDiagnostics(diagnostics), isWritten: false}
  const ours = clean ? host.output.list() : [...manifest.keys()]
  const plan = planOutputs(answer.outputs, present, diagnostics.some(isError) ? [] : ours)
  const problems = await stageRunner(recorder)('write', () =>
    applyPlan(publishing, plan, {manifest, present}, (done, total) =>
      onProgress({stage: 'write', done, total})
    )
  )
  if (plan.create.length + plan.update.length > 0) {
    const {writeFilled} = await import('./render/recall-rendered.ts')
    writeFilled(store, answer.filled)
  }
  return {
    ...counts,
    diagnostics: orderDiagnostics([...diagnostics, ...problems]),
    isWritten: !problems.some(isError),
    created: plan.create.length,
    updated: plan.update.length,
    removed: plan.remove.length,
    kept: plan.keep.length
  }
}

const nothingDone = {created: 0, updated: 0, removed: 0, kept: 0}
