import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Hash} from '#src/graph/hash.ts'
import type {TemplateFile, Templates} from '#src/model/host.ts'
import type {Recorder} from '#src/model/recorder.ts'
import type {RoutePath} from '#src/model/route.ts'
import {type Answer, hashWith, readAnswer} from './answer.ts'
import type {RenderThreadSettings} from './answer-site.ts'
import type {CompilingSources} from './compile/compile-beside.ts'
import type {MakingRequest} from './derive/choose-makers.ts'
import type {RevisionInputs} from './read/collect-inputs.ts'
import {hashInputs} from './read/hash-inputs.ts'
import {stageRunner} from './record-stage.ts'
import type {Staging} from './render/render-site.ts'
import {forgetHistory} from './store/history.ts'
import type {SealedStore} from './store/sealed-store.ts'
import type {PresentFiles} from './write/present-files.ts'

/** What an answer depends on, and where its texts go. */
export interface AnswerRequest extends Staging, MakingRequest {
  /** All but the templates. */
  readonly inputs: RevisionInputs
  readonly templates: Templates
  readonly store: SealedStore
  /** Whether the output folder is to be brought up to an answer. */
  readonly needsTexts: (found: UnjudgedAnswer) => Promise<boolean>
  /** Threads that may render beside this one. */
  readonly threads: RenderThreadSettings
  /** Sources that are still being compiled; absent when none is. */
  readonly compiling?: CompilingSources | undefined
  readonly recorder: Recorder | undefined
  readonly onRendered: (done: number, total: number) => void
}

/** What a site comes to, as far as it is to be judged. */
export interface UnjudgedAnswer {
  readonly answer: Answer
  /** Of the templates and of the answer. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** What a site comes to. */
export interface FoundAnswer extends UnjudgedAnswer {
  /** Addresses of the pages that were rendered, in order. */
  readonly rendered: ReadonlyArray<RoutePath>
}

/**
 * What the site comes to, with every text staged that the output folder does not have.
 *
 * A build is a pure function of its inputs: when they are all what they were, the last answer stands. Then neither the
 * traces nor the templates are opened, and the code that renders pages is not even loaded.
 */
export async function findAnswer(request: AnswerRequest): Promise<FoundAnswer> {
  const {templates, store, present, needsTexts, recorder} = request
  const stage = stageRunner(recorder)
  const {last, othersHash, recalled} = await stage('compare', async () => {
    const past = {last: readAnswer(store), othersHash: hashInputs(request.inputs)}
    return {...past, recalled: templates.known && (await recall(templates.known, past))}
  })
  if (recalled !== undefined) return recalled

  // Those that are loaded may be others than those known: what throws is bundled again.
  const loaded = await stage('load templates', templates.load)
  const recalledLater = await recall(loaded, {last, othersHash})
  if (recalledLater !== undefined) return recalledLater
  const [{collectInputs}, {rankInThreads}, {wordStore}, {answerSite}, {chooseMakers}] = await Promise.all([
    import('./read/collect-inputs.ts'),
    import('./render/rank-in-threads.ts'),
    import('./store/word-store.ts'),
    import('./answer-site.ts'),
    import('./derive/choose-makers.ts')
  ])
  const relating = {numberWords: wordStore(store), rankArticles: rankInThreads(request.threads)}
  const inputs = collectInputs({...request.inputs, relating}, loaded.value)
  const inputsHash = hashWith(loaded.value, othersHash)
  const {answer, rendered, diagnostics} = await answerSite({
    ...request,
    templates: loaded.value,
    makers: chooseMakers(request.inputs, request),
    inputs,
    inputsHash,
    last
  })
  return {answer, rendered, diagnostics: [...joinDiagnostics(loaded, answer), ...diagnostics]}

  /** The last answer, if it is that to the site with these templates, and all is there that it needs. */
  async function recall(
    found: Checked<ReadonlyArray<TemplateFile>>,
    past: {readonly last: Answer | undefined; readonly othersHash: Hash}
  ): Promise<FoundAnswer | undefined> {
    if (past.last?.inputs !== hashWith(found.value, past.othersHash)) return undefined
    const diagnostics = joinDiagnostics(found, past.last)
    if ((await needsTexts({answer: past.last, diagnostics})) && !hasAllTexts(past.last, present))
      return undefined
    forgetHistory(store)
    return {answer: past.last, rendered: [], diagnostics}
  }
}

/** What a template that cannot be loaded brings about. */
const consequences: ReadonlySet<Diagnostic['code']> = new Set([
  'render/missing-template',
  'render/unknown-layout',
  'render/unknown-component'
])

/** Those of the templates, and those of the answer. A template that cannot be loaded, of which is told, is not missing. */
function joinDiagnostics(
  {diagnostics}: Pick<Checked<unknown>, 'diagnostics'>,
  answer: Answer
): ReadonlyArray<Diagnostic> {
  const isWhole = diagnostics.every(({severity}) => severity !== 'error')
  const others = isWhole ? answer.diagnostics : answer.diagnostics.filter(({code}) => !consequences.has(code))
  return [...diagnostics, ...others]
}

function hasAllTexts({outputs}: Answer, present: Pick<PresentFiles, 'hash'>): boolean {
  return outputs.every(({path, hash, copyOf}) => copyOf !== undefined || present.hash(path) === hash)
}
