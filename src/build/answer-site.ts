import type {Input, Key} from '#src/graph/query.ts'
import {openRevision} from '#src/graph/revision.ts'
import type {RoutePath} from '#src/model/route.ts'
import {type Answer, hashInputs, readAnswer, writeAnswer} from './answer.ts'
import {writeHistory} from './history.ts'
import type {PresentFiles} from './present-files.ts'
import {allQueries} from './queries/all-queries.ts'
import type {RenderThreads} from './render-ahead.ts'
import {renderSite, type Staging} from './render-site.ts'
import type {SealedStore} from './sealed-store.ts'
import {readTraces, writeTraces} from './trace-store.ts'

/** What an answer depends on, and where its texts go. */
export interface AnswerRequest extends Staging {
  readonly inputs: ReadonlyMap<Key, Input>
  readonly store: SealedStore
  /** Whether the output folder is to be brought up to this answer. */
  readonly needsTexts: (answer: Answer) => boolean
  /** Threads that may render beside this one; `undefined` for none. */
  readonly threads: RenderThreadSettings | undefined
  readonly onRendered: (done: number, total: number) => void
}

/** Threads, as long as the inputs are not known. */
export interface RenderThreadSettings extends Pick<RenderThreads, 'count' | 'start'> {
  readonly opening: Omit<RenderThreads['opening'], 'inputs' | 'kind'>
}

/**
 * What the site comes to, with every text staged that the output folder does not have.
 *
 * A build is a pure function of its inputs: when they are all what they were, the last answer stands, and not even its traces
 * are read.
 */
export async function answerSite({
  inputs,
  store,
  present,
  output,
  needsTexts,
  threads,
  onRendered
}: AnswerRequest): Promise<{readonly answer: Answer; readonly rendered: ReadonlyArray<RoutePath>}> {
  const inputsHash = hashInputs(inputs)
  const last = readAnswer(store)
  const stands = last?.inputs === inputsHash
  if (stands && (!needsTexts(last) || hasAllTexts(last, present))) {
    writeHistory(store, new Map())
    return {answer: last, rendered: []}
  }

  const revision = openRevision(allQueries, inputs, readTraces(store))
  const opening = threads && {...threads.opening, kind: 'open' as const, inputs: inputsHash}
  const {answer, traces, rendered} = await renderSite(
    revision,
    inputsHash,
    {present, output},
    threads && opening && {...threads, opening},
    onRendered
  )
  if (!stands) {
    writeTraces(store, traces)
    writeAnswer(store, answer)
  }
  writeHistory(store, rendered)
  return {answer, rendered: [...rendered.keys()]}
}

function hasAllTexts({outputs}: Answer, present: Pick<PresentFiles, 'hash'>): boolean {
  return outputs.every(({path, hash, copyOf}) => copyOf !== undefined || present.hash(path) === hash)
}
