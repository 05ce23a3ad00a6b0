import {Buffer} from 'node:buffer'
import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {isError} from '#src/diagnostics/is-error.ts'
import type {Hash} from '#src/graph/hash.ts'
import type {Inputs} from '#src/graph/query.ts'
import {openRevision} from '#src/graph/revision.ts'
import type {Host} from '#src/model/host.ts'
import type {Recorder} from '#src/model/recorder.ts'
import type {OutputPath, RoutePath} from '#src/model/route.ts'
import {type Answer, type OutputDigest, withFiles, writeAnswer} from './answer.ts'
import type {CompilingSources} from './compile/compile-beside.ts'
import {checkParts} from './derive/check-parts.ts'
import {type CompressRequest, compressFiles} from './derive/compress-files.ts'
import {type DrawRequest, drawImages} from './derive/draw-images.ts'
import {findUnused, type UnusedRequest} from './derive/find-unused.ts'
import {type IndexRequest, indexSite} from './derive/index-site.ts'
import {listNamed, nameFiles} from './derive/name-files.ts'
import {type ResizeRequest, resizeImages} from './derive/resize-images.ts'
import {allQueries} from './queries/all-queries.ts'
import {output as queriedOutput} from './queries/output.ts'
import {routes} from './queries/site-routes.ts'
import {stageRunner} from './record-stage.ts'
import {filledWith, recallRendered} from './render/recall-rendered.ts'
import {recordPages} from './render/record-pages.ts'
import type {RenderThreads} from './render/render-ahead.ts'
import {askCompiling} from './render/render-compiled.ts'
import {renderSite, type Staging} from './render/render-site.ts'
import {writeHistory} from './store/history.ts'
import type {SealedStore} from './store/sealed-store.ts'
import {openTraceStore} from './store/trace-store.ts'

/** What an answer depends on, and where its texts go. */
export interface SiteRequest extends Staging {
  readonly inputs: Inputs
  /** Of them all. */
  readonly inputsHash: Hash
  /** That of the last build, to whatever inputs it had. */
  readonly last: Answer | undefined
  readonly store: SealedStore
  /** Threads that may render beside this one. */
  readonly threads: RenderThreadSettings
  readonly makers: MakerSettings
  readonly host: UnusedRequest['host']
  /** All of them. */
  readonly templates: UnusedRequest['templates']
  /** Sources that are still being compiled; absent when none is. */
  readonly compiling?: CompilingSources | undefined
  readonly recorder: Recorder | undefined
  readonly onRendered: (done: number, total: number) => void
}

/** What makes files that are neither texts nor copies. */
export interface MakerSettings {
  /** Whether there are to be such even when there are errors. */
  readonly keepGoing: boolean
  /** What makes the index of the search; absent where there is no search. */
  readonly search?: Pick<IndexRequest, 'searchPackage' | 'indexSearch'>
  /** What compresses files; absent where none are. */
  readonly compression?: Pick<CompressRequest, 'encodings'> & {
    readonly host: Pick<Host, 'read' | 'compressor' | 'output' | 'processorCount'>
  }
  /** What draws social images; absent where there are none. */
  readonly pictures?: Pick<DrawRequest, 'drawingPackage' | 'host' | 'onDrawn'>
  /** What resizes images; absent where they are left as they are. */
  readonly images?: Pick<ResizeRequest, 'host' | 'onResized'>
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
  readonly opening: () => Omit<ReturnType<RenderThreads['opening']>, 'inputs' | 'kind'>
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
  makers,
  host,
  templates,
  compiling,
  recorder,
  onRendered
}: SiteRequest): Promise<AnsweredSite> {
  const stage = stageRunner(recorder)
  const stagedBytes = new Map<OutputPath, Uint8Array>()
  const traceStore = openTraceStore(store)
  const revision = await stage('routes', async () => {
    const opened = openRevision(
      recordPages(allQueries, recorder),
      inputs,
      traceStore.read(),
      recallRendered(store, output)
    )
    // All else asks for them.
    await askCompiling(compiling, () => opened.get(routes, null))
    return opened
  })
  const opening = () => ({...threads.opening(), kind: 'open' as const, inputs: inputsHash})
  const {traces, rendered, ...site} = await stage('render', () =>
    renderSite(revision, inputsHash, {present, output}, {...threads, opening, compiling}, onRendered)
  )
  const namedFiles = listNamed(revision, traces)
  const isWhole = !site.answer.diagnostics.some(isError)
  // What an error keeps from being rendered seems to be used by nobody.
  const unused = isWhole
    ? await stage('look for unused', () => findUnused({revision, traces, host, templates}))
    : []
  // Of what has errors nothing more is made: nothing of it is published.
  const isWanted = makers.keepGoing || isWhole
  const made = isWanted ? await makeFiles() : []
  const unknown = isWhole ? checkParts({revision, traces, templates}) : []
  const problems = [...unused, ...unknown, ...made.flatMap(({diagnostics}) => diagnostics)]
  const failures = problems.filter(isError)
  const files = made.flatMap(({value}) => value)
  const warnings = problems.filter((problem) => !isError(problem))
  const whole = withFiles(site.answer, files, warnings)
  const compressed = isWanted ? withFiles(whole, await compress(whole), []) : whole
  const answer = {...compressed, filled: filledWith(namedFiles)}
  await stage('remember answers', () => {
    if (last?.inputs !== inputsHash) {
      traceStore.write(traces)
      // What failed once may not fail again.
      if (failures.length === 0) writeAnswer(store, answer)
    }
    writeHistory(store, rendered)
  })
  return {answer, rendered: [...rendered.keys()], diagnostics: failures}

  /** Files of the search and bundled ones have no routes, and cannot be read before they are published. */
  function stageKept(path: OutputPath, content: string | Uint8Array): void {
    if (makers.compression !== undefined) stagedBytes.set(path, Buffer.from(content))
    output.stage(path, content)
  }

  /** All texts compressed, where that is wanted. */
  async function compress({outputs}: Answer): Promise<ReadonlyArray<OutputDigest>> {
    if (makers.compression === undefined) return []
    const {encodings, host} = makers.compression
    const {compressor, processorCount: atOnce} = host
    return stage('compress', () =>
      compressFiles({outputs, encodings, compressor, atOnce, store, present, output, find})
    )

    async function find({path, route, hash, copyOf}: OutputDigest): Promise<Uint8Array | undefined> {
      if (copyOf !== undefined) return host.read(copyOf)
      const staged = stagedBytes.get(path)
      if (staged !== undefined) return staged
      if (present.hash(path) === hash) return host.output.read(path)
      const made = revision.get(queriedOutput, route)
      return made?.kind === 'text' ? Buffer.from(made.text) : undefined
    }
  }

  /** What is made of pages in other programs. */
  async function makeFiles(): Promise<ReadonlyArray<Checked<ReadonlyArray<OutputDigest>>>> {
    const {search, pictures, images} = makers
    const staging = {store, present, output}
    const index =
      search &&
      (await stage('index', () =>
        indexSite({...search, ...staging, output: {...output, stage: stageKept}, searched: site.searched})
      ))
    const drawn =
      pictures &&
      (await stage('draw', () =>
        drawImages({
          ...pictures,
          ...staging,
          drawn: site.drawn,
          find: ({route}) => revision.get(queriedOutput, route)
        })
      ))
    const resized =
      images && (await stage('resize', () => resizeImages({...images, ...staging, revision, traces})))
    const named = {
      value: nameFiles({named: namedFiles, revision, present, output: {stage: stageKept}}),
      diagnostics: []
    }
    return [index, drawn, resized, named].filter((files) => files !== undefined)
  }
}
