import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Cause} from '#src/graph/cause.ts'
import {UntrackedReadError} from '#src/graph/errors.ts'
import type {Hash} from '#src/graph/hash.ts'
import type {Revision} from '#src/graph/revision.ts'
import {diagnosticsOf, type Traces} from '#src/graph/traces.ts'
import type {OutputFolder} from '#src/model/host.ts'
import type {OutputPath, Route, RoutePath} from '#src/model/route.ts'
import {toOutputPath} from '#src/routing/route-path.ts'
import type {Answer, OutputDigest} from '../answer.ts'
import type {CompilingSources} from '../compile/compile-beside.ts'
import type {DrawnFile} from '../derive/draw-images.ts'
import {type SearchedSite, settleSearched} from '../derive/searched-site.ts'
import {untrackedRead} from '../messages.ts'
import {checkBudgets} from '../queries/budgets.ts'
import {checkRecordedUrls} from '../queries/hosts/recorded-urls.ts'
import {checkConfigFragments} from '../queries/links/config-references.ts'
import {output} from '../queries/output.ts'
import {leftOut} from '../queries/publishing.ts'
import {relatedBySource} from '../queries/related.ts'
import {relatedRules} from '../queries/settings.ts'
import {checkSite} from '../queries/site-checks.ts'
import {routeAt, routes} from '../queries/site-routes.ts'
import {countSite} from '../site-counts.ts'
import {isThere, type PresentFiles} from '../write/present-files.ts'
import {digestOf, textDigestOf} from './digest-of.ts'
import {type RenderThreads, renderAhead} from './render-ahead.ts'
import {renderCompiled} from './render-compiled.ts'
import type {RenderTask} from './render-thread.ts'
import {renderedBy} from './rendered-by.ts'
import {besideSettler} from './settle-beside.ts'
import {settleLinks} from './settle-links.ts'
import {shownSources} from './shown-sources.ts'
import {stageHere, stageInThread} from './stage-texts.ts'
import {tellOnce} from './tell-once.ts'

/** Routes rendered between two turns of the event loop, so that signals and the progress bar are served. */
const routesPerTurn = 50

/** Where the texts go that the output folder does not have yet. */
export interface Staging {
  readonly present: Pick<PresentFiles, 'hash'>
  readonly output: Pick<OutputFolder, 'stage' | 'adoptStaged' | 'read'>
}

/** What a revision comes to. */
export interface RenderedSite {
  /** Without the files of the search, bundled ones, and pictures. */
  readonly answer: Answer
  readonly drawn: ReadonlyArray<DrawnFile>
  readonly searched: SearchedSite
  readonly traces: Traces
  /** Routes that were rendered, in order, each with the changes that made it necessary. */
  readonly rendered: ReadonlyMap<RoutePath, ReadonlyArray<Cause>>
}

/** Ask a revision for all its routes and the output of each; stage the texts that are not there yet. */
export async function renderSite(
  revision: Revision,
  inputs: Hash,
  {present, output: folder}: Staging,
  given: RenderThreads & {readonly compiling?: CompilingSources | undefined},
  onRendered: (done: number, total: number) => void
): Promise<RenderedSite> {
  const all = revision.get(routes, null)
  const settleBeside = besideSettler(revision)
  const outputs = new Map<OutputPath, OutputDigest>()
  const staged = new Set<OutputPath>()
  const drawn: Array<DrawnFile> = []
  const untracked: Array<Diagnostic> = []
  const {threads, payFrom, compiling} = given
  const [thread] = threads
  const texts = textTasks(all, present)
  let stager = stageHere(folder)
  if (compiling !== undefined) {
    await renderWhileCompiling(compiling)
    await compiling.end()
  }
  const tasks = thread === undefined ? [] : texts.filter(isStale)
  const isWorthRenderers = tasks.length >= payFrom.pages
  const isWorthWriter = !isWorthRenderers && tasks.length >= payFrom.texts
  if (thread !== undefined && isWorthWriter) stager = stageInThread(folder, thread)
  const elsewhere = thread !== undefined && isWorthRenderers ? await renderInThreads() : undefined
  for (const [index, route] of all.entries()) {
    render(route)
    if (index % routesPerTurn === 0) await stager.ready()
    onRendered(index + 1, all.length)
  }
  await stager.finish()
  // What is rendered once more for the sake of a link was not rendered because of a change.
  const rendered = inOrder()
  for (const route of all) settleLinks(revision, route)
  revision.hash(checkSite, null)
  // These look at what was rendered.
  revision.hash(checkConfigFragments, null)
  revision.hash(checkRecordedUrls, null)
  revision.hash(checkBudgets, null)
  const searched = settleSearched(revision)
  const unshown = revision.get(leftOut, null)
  const counts = countSite(revision, all)
  const traces = revision.traces()
  const answer = {
    inputs,
    outputs: [...outputs.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    diagnostics: [...tellOnce(diagnosticsOf(traces)), ...untracked],
    filled: [],
    leftOut: unshown,
    counts
  }
  return {answer, drawn, searched, traces, rendered}

  /** Render what can be rendered while other threads compile; what follows finds it done. */
  function renderWhileCompiling(compiling: CompilingSources): Promise<void> {
    const byPath = new Map(all.map((route) => [route.path, route]))
    // Which articles belong beside one is known once all are compiled.
    const isRelating = revision.get(relatedRules, null) !== false
    let done = 0
    return renderCompiled({
      tasks: texts.filter(({route}) => !(isRelating && byPath.get(route)?.kind === 'page')),
      sourcesOf({route}) {
        const found = byPath.get(route)
        return found === undefined ? [] : shownSources(revision, found)
      },
      compiling,
      render: renderTask,
      onRendered: () => onRendered(++done, all.length)
    })
  }

  function renderTask({route}: RenderTask): void {
    try {
      const made = textDigestOf(revision, route)
      const found = revision.get(routeAt, route)
      if (found !== undefined) settleBeside(found)
      stage(made)
    } catch (error) {
      // Who asks for this page after all others meets it again, and reports it.
      if (!(error instanceof UntrackedReadError)) throw error
    }
  }

  /** Render what is known to need it, here and in other threads; what follows finds it done. */
  function renderInThreads(): ReturnType<typeof renderAhead> {
    let done = 0
    const pages = new Set(all.flatMap(({path, kind}) => (kind === 'page' ? [path] : [])))
    return renderAhead(revision, {
      early: tasks.filter(({route}) => !pages.has(route)),
      late: tasks.filter(({route}) => pages.has(route)),
      // Most articles ask for it, and every thread would rank all of them by itself.
      settleShared: () => revision.hash(relatedBySource, null),
      threads: given,
      renderHere: renderTask,
      onStaged(files) {
        for (const path of folder.adoptStaged(files)) staged.add(path)
      },
      onRendered(count) {
        done += count
        onRendered(Math.min(done, all.length), all.length)
      }
    })
  }

  function render(route: Route): void {
    const {path, kind} = route
    try {
      const made = digestOf(revision, route)
      settleBeside(route)
      if (kind === 'socialImage') {
        if (made !== undefined) drawn.push({...made, source: route.source})
        return
      }
      stage(made)
      if (made !== undefined && !outputs.has(made.path)) outputs.set(made.path, made)
    } catch (error) {
      if (!(error instanceof UntrackedReadError)) throw error
      untracked.push(untrackedRead(`templates/${kind}.tsx`, path))
    }
  }

  /** Of two routes with one path the first counts. */
  function stage(made: OutputDigest | undefined): void {
    if (made === undefined || made.copyOf !== undefined || staged.has(made.path)) return
    if (isThere(present.hash(made.path), made.hash)) return
    // Its hash was asked for last, so that it is still held.
    const text = revision.get(output, made.route)
    if (text?.kind === 'text') stager.stage(made.path, text.text)
    staged.add(made.path)
  }

  /** Whether a text is to be rendered, or is none that the output folder has. */
  function isStale({route, present: hash}: RenderTask): boolean {
    if (staged.has(toOutputPath(route))) return false
    return !(revision.holds(output, route) && isThere(hash, revision.hash(output, route)))
  }

  function inOrder(): RenderedSite['rendered'] {
    const here = renderedBy(revision)
    return new Map(
      all.flatMap(({path, kind}): ReadonlyArray<[RoutePath, ReadonlyArray<Cause>]> => {
        const causes = here.get(path) ?? elsewhere?.get(path)
        return kind === 'asset' || causes === undefined ? [] : [[path, causes]]
      })
    )
  }
}

/** The first route of each path at which a text is to be. */
function textTasks(all: ReadonlyArray<Route>, present: Staging['present']): ReadonlyArray<RenderTask> {
  const paths = new Set<string>()
  return all.flatMap(({path, kind}) => {
    // What hosts are told follows from all pages: no thread is to render them by itself.
    if (kind === 'asset' || kind === 'socialImage' || kind === 'hostFile') return []
    const outputPath = toOutputPath(path)
    const isFirst = !paths.has(outputPath)
    paths.add(outputPath)
    return isFirst ? [{route: path, present: present.hash(outputPath)}] : []
  })
}
