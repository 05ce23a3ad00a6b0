import type {Input, Key} from '#src/graph/query.ts'
import {parseKey, queryNameOf} from '#src/graph/query.ts'
import {openRevision, type Revision} from '#src/graph/revision.ts'
import type {Host} from '#src/model/host.ts'
import type {RoutePath} from '#src/model/route.ts'
import {type Answer, hashInputs, readAnswer, writeAnswer} from './answer.ts'
import {writeHistory} from './history.ts'
import type {PresentFiles} from './present-files.ts'
import {allQueries} from './queries/all-queries.ts'
import {output} from './queries/output.ts'
import {renderSite} from './render-site.ts'
import type {SealedStore} from './sealed-store.ts'
import {readTraces, writeTraces} from './trace-store.ts'

/** What an answer depends on, and where its texts go. */
export interface AnswerRequest {
  readonly inputs: ReadonlyMap<Key, Input>
  readonly store: SealedStore
  readonly present: Pick<PresentFiles, 'hash'>
  readonly stage: Host['output']['stage']
  /** Whether the output folder is to be brought up to this answer. */
  readonly needsTexts: (answer: Answer) => boolean
  readonly onRendered: (done: number, total: number) => void
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
  stage,
  needsTexts,
  onRendered
}: AnswerRequest): Promise<{readonly answer: Answer; readonly rendered: ReadonlyArray<string>}> {
  const inputsHash = hashInputs(inputs)
  const last = readAnswer(store)
  const stands = last?.inputs === inputsHash
  if (stands && (!needsTexts(last) || hasAllTexts(last, present))) {
    writeHistory(store, new Map())
    return {answer: last, rendered: []}
  }

  const revision = openRevision(allQueries, inputs, readTraces(store))
  const {answer, traces} = await renderSite(revision, inputsHash, {present, stage}, onRendered)
  if (!stands) {
    writeTraces(store, traces)
    writeAnswer(store, answer)
  }
  const rendered = renderedBy(revision, answer)
  writeHistory(store, new Map(rendered.map((route) => [route, revision.causes(output, route as RoutePath)])))
  return {answer, rendered}
}

function hasAllTexts({outputs}: Answer, present: Pick<PresentFiles, 'hash'>): boolean {
  return outputs.every(({path, hash, copyOf}) => copyOf !== undefined || present.hash(path) === hash)
}

function renderedBy(revision: Revision, {outputs}: Answer): ReadonlyArray<string> {
  const copied = new Set<unknown>(outputs.flatMap(({route, copyOf}) => (copyOf === undefined ? [] : [route])))
  return revision
    .ran()
    .filter((key) => queryNameOf(key) === output.name)
    .map((key) => String(parseKey(key).argument))
    .filter((route) => !copied.has(route))
}
