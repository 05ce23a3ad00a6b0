import {type ConfigOverrides, checkConfig} from '#src/config/check-config.ts'
import type {Cause} from '#src/graph/cause.ts'
import {decodeTraces, encodeTraces} from '#src/graph/encode-traces.ts'
import {absent, type Hash} from '#src/graph/hash.ts'
import {openRevision, type Revision} from '#src/graph/revision.ts'
import type {Host, LoadedTemplate, StagedFile} from '#src/model/host.ts'
import {type Recorder, startSpan} from '#src/model/recorder.ts'
import type {RoutePath} from '#src/model/route.ts'
import {hashWith} from '../answer.ts'
import {allQueries} from '../queries/all-queries.ts'
import {output} from '../queries/output.ts'
import {rendered} from '../queries/rendered.ts'
import {routeAt} from '../queries/site-routes.ts'
import {collectInputs, type FoundInputs, type RevisionInputs} from '../read/collect-inputs.ts'
import {hashInputs} from '../read/hash-inputs.ts'
import type {DocumentLocations} from '../store/document-locations.ts'
import {openDocumentStore} from '../store/document-store.ts'
import {sealedStore} from '../store/sealed-store.ts'
import {openTraceStore} from '../store/trace-store.ts'
import {isThere} from '../write/present-files.ts'
import {recallRendered} from './recall-rendered.ts'
import {recordPages} from './record-pages.ts'
import {renderedBy} from './rendered-by.ts'
import {besideSettler} from './settle-beside.ts'

/** What a rendering thread is asked, in this order: once to open, once to adopt, any number of times to render; then from the beginning, if the build begins anew. */
export type RenderRequest =
  | {
      readonly kind: 'open'
      readonly overrides: ConfigOverrides
      readonly found: FoundInputs
      /** Where the documents lie. */
      readonly locations: DocumentLocations
      /** Of all inputs: a thread that finds others, because a template was saved meanwhile, is of no use. */
      readonly inputs: Hash
      /** Encoded traces of what ran already. */
      readonly settled: Uint8Array
      /** To begin with, while the thread that asks is busy itself. */
      readonly tasks: ReadonlyArray<RenderTask>
    }
  /** Encoded traces of what ran meanwhile, and is not to run once more. */
  | {readonly kind: 'adopt'; readonly settled: Uint8Array}
  | {
      readonly kind: 'render'
      readonly tasks: ReadonlyArray<RenderTask>
      /** Whether it is to tell what ran. */
      readonly tells: boolean
    }

/** A route, and what `PresentFiles.hash` says of its path. */
export interface RenderTask {
  readonly route: RoutePath
  readonly present: Hash | undefined
}

export type RenderReply =
  /** What was staged is that of the first tasks. */
  | {readonly kind: 'opened'; readonly staged: ReadonlyArray<StagedFile>}
  /** Of a thread that has others than the one that asks, and is of no use. */
  | {readonly kind: 'other-inputs'}
  | {readonly kind: 'adopted'}
  | {readonly kind: 'rendered'; readonly staged: ReadonlyArray<StagedFile>; readonly told?: RanInThread}

/** What ran in a thread since it told of that last. */
export interface RanInThread {
  /** Encoded traces. */
  readonly settled: Uint8Array
  /** Routes that were rendered, each with the changes that made it necessary. */
  readonly rendered: ReadonlyMap<RoutePath, ReadonlyArray<Cause>>
}

/**
 * Answers the requests of a rendering thread, which has the same revision as the thread that asks. Whatever goes wrong here is left
 * to that other thread, which then does by itself what is not settled.
 *
 * @param recorder
 *   Told of the time that pages take.
 */
export function openRenderer(
  host: Host,
  recorder?: Recorder
): (request: RenderRequest) => Promise<RenderReply> {
  let revision: Revision | undefined
  /** Of the keys that were rendered, so many were told of. */
  let toldCount = 0
  return async (request) => {
    if (request.kind === 'open') {
      const end = startSpan(recorder)
      const {others, templates} = await findInputs(request, host)
      // A build that begins anew asks the same thread.
      revision = undefined
      toldCount = 0
      if (hashWith(templates, hashInputs(others)) !== request.inputs) return {kind: 'other-inputs'}
      const store = sealedStore(host.store, host.version, () => undefined)
      revision = openRevision(
        recordPages(allQueries, recorder),
        collectInputs(others, templates),
        openTraceStore(store).read(),
        recallRendered(store, host.output)
      )
      revision.adopt(decodeTraces(request.settled))
      end({category: 'thread', name: 'load site'})
      return {kind: 'opened', staged: stageTasks(revision, request.tasks, host)}
    }
    if (revision === undefined) throw new Error('A rendering thread was asked before it was opened')
    if (request.kind === 'adopt') {
      revision.adopt(decodeTraces(request.settled))
      return {kind: 'adopted'}
    }
    const staged = stageTasks(revision, request.tasks, host)
    return {kind: 'rendered', staged, ...(request.tells && {told: tellRan(revision)})}
  }

  function tellRan(revision: Revision): RanInThread {
    const ran = revision.ran(rendered)
    const untold = ran.slice(toldCount)
    toldCount = ran.length
    return {
      settled: encodeTraces(revision.ranSince()),
      rendered: renderedBy(revision, untold)
    }
  }
}

/** The inputs that the other thread has: what is code is loaded anew, since no thread can hand it to another. */
async function findInputs(
  {overrides, found, locations}: Extract<RenderRequest, {kind: 'open'}>,
  host: Host
): Promise<{readonly others: RevisionInputs; readonly templates: ReadonlyArray<LoadedTemplate>}> {
  const [loadedConfig, templates] = await Promise.all([
    host.loadConfig(overrides.environment),
    host.findTemplates().then(({load}) => load())
  ])
  const others = {
    ...found,
    config: (await checkConfig(loadedConfig.value, overrides)).value,
    openDocument: openDocumentStore(host.store, locations).open
  }
  return {others, templates: templates.value}
}

/** Render routes, and stage the texts that the output folder does not have. */
function stageTasks(
  revision: Revision,
  tasks: ReadonlyArray<RenderTask>,
  host: Host
): ReadonlyArray<StagedFile> {
  const settleBeside = besideSettler(revision)
  for (const {route, present} of tasks) {
    const hash = revision.hash(output, route)
    const found = revision.get(routeAt, route)
    if (found !== undefined) settleBeside(found)
    if (hash === absent || isThere(present, hash)) continue
    const text = revision.get(output, route)
    if (text?.kind === 'text') host.output.stage(text.path, text.text)
  }
  return host.output.takeStaged()
}
