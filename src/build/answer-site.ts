import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Hash} from '#src/graph/hash.ts'
import type {Inputs} from '#src/graph/query.ts'
import {openRevision} from '#src/graph/revision.ts'
import type {Recorder} from '#src/model/recorder.ts'
import type {RoutePath} from '#src/model/route.ts'
import {type Answer, writeAnswer} from './answer.ts'
import {writeHistory} from './history.ts'
import {type IndexRequest, indexSite, withIndex} from './index-site.ts'
import {allQueries} from './queries/all-queries.ts'
import {collisions, routes} from './queries/routes.ts'
import {recordPages} from './record-pages.ts'
import {stageRunner} from './record-stage.ts'
import type {RenderThreads} from './render-ahead.ts'
import {renderSite, type Staging} from './render-site.ts'
import type {SealedStore} from './sealed-store.ts'
import {openTraceStore} from './trace-store.ts'

/** What an answer depends on, and where its texts go. */
export interface AnswerRequest extends Staging {
  readonly inputs: Inputs
  /** Of them all. */
  readonly inputsHash: Hash
  /** That of the last build, to whatever inputs it had. */
  readonly last: Answer | undefined
  readonly store: SealedStore
  /** Threads that may render beside this one. */
  readonly threads: RenderThreadSettings
  /** What makes the index of the search; `undefined` where there is no search. */
  readonly search: SearchSettings | undefined
  readonly recorder: Recorder | undefined
  readonly onRendered: (done: number, total: number) => void
}

/** What makes the index of the search. */
export interface SearchSettings extends Pick<IndexRequest, 'searchPackage' | 'indexSearch'> {
  /** Whether there is to be one even when there are errors. */
  readonly keepGoing: boolean
}

/** What a site came to. */
export interface AnsweredSite {
  readonly answer: Answer
  readonly rendered: ReadonlyArray<RoutePath>
  /** Of what does not follow from the inputs alone, beside those of the answer. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Threads, as long as the inputs are not known. */
export interface RenderThreadSettings extends Pick<RenderThreads, 'threads' | 'payFrom'> {
  readonly opening: Omit<RenderThreads['opening'], 'inputs' | 'kind'>
}

/** What the site comes to, with every text staged that the output folder does not have. */
export async function answerSite({
  inputs,
  inputsHash,
  last,
  store,
  present,
  output,
  threads,
  search,
  recorder,
  onRendered
}: AnswerRequest): Promise<AnsweredSite> {
  const stage = stageRunner(recorder)
  const traceStore = openTraceStore(store)
  const revision = await stage('routes', () => {
    const opened = openRevision(recordPages(allQueries, recorder), inputs, traceStore.read())
    // All else asks for what these two settle.
    opened.get(routes, null)
    opened.hash(collisions, null)
    return opened
  })
  const opening = {...threads.opening, kind: 'open' as const, inputs: inputsHash}
  const {traces, rendered, ...site} = await stage('render', () =>
    renderSite(revision, inputsHash, {present, output}, {...threads, opening}, onRendered)
  )
  // Of what has errors no index is made: nothing of it is published.
  const isWanted = search !== undefined && (search.keepGoing || !site.answer.diagnostics.some(isError))
  const index = isWanted
    ? await stage('index', () => indexSite({...search, searched: site.searched, store, present, output}))
    : {value: [], diagnostics: []}
  const answer = withIndex(site.answer, index.value)
  await stage('remember answers', () => {
    if (last?.inputs !== inputsHash) {
      traceStore.write(traces)
      // What failed once may not fail again.
      if (index.diagnostics.length === 0) writeAnswer(store, answer)
    }
    writeHistory(store, rendered)
  })
  return {answer, rendered: [...rendered.keys()], diagnostics: index.diagnostics}
}

function isError({severity}: Diagnostic): boolean {
  return severity === 'error'
}
