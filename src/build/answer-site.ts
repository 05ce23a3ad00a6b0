import type {Hash} from '#src/graph/hash.ts'
import type {Inputs} from '#src/graph/query.ts'
import {openRevision} from '#src/graph/revision.ts'
import type {Recorder} from '#src/model/recorder.ts'
import type {RoutePath} from '#src/model/route.ts'
import {type Answer, writeAnswer} from './answer.ts'
import {writeHistory} from './history.ts'
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
  readonly recorder: Recorder | undefined
  readonly onRendered: (done: number, total: number) => void
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
  recorder,
  onRendered
}: AnswerRequest): Promise<{readonly answer: Answer; readonly rendered: ReadonlyArray<RoutePath>}> {
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
  const {answer, traces, rendered} = await stage('render', () =>
    renderSite(revision, inputsHash, {present, output}, {...threads, opening}, onRendered)
  )
  await stage('remember answers', () => {
    if (last?.inputs !== inputsHash) {
      traceStore.write(traces)
      writeAnswer(store, answer)
    }
    writeHistory(store, rendered)
  })
  return {answer, rendered: [...rendered.keys()]}
}
