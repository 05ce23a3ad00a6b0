import {overridesOf} from '#src/config/check-config.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {absent, type Hash, hashData} from '#src/graph/hash.ts'
import {keyCount, type Traces} from '#src/graph/traces.ts'
import type {Host, SourceTask, Thread} from '#src/model/host.ts'
import {hashWith} from './answer.ts'
import {compileWaiting} from './compile/compile-waiting.ts'
import {isHarmless, openCompiler, openKeptCompiler} from './compile/open-compiler.ts'
import {openWaitingSources, sourceDiagnostics, withoutWaiting} from './compile/waiting-sources.ts'
import {startThread, warmUp} from './compile/warm-up.ts'
import {withCompanions} from './compile/with-companions.ts'
import {withThreads} from './compile/with-threads.ts'
import {collectInputs} from './read/collect-inputs.ts'
import {
  type FileIndex,
  type RememberedFiles,
  wholeFiles,
  withCompiled,
  writeFileIndex
} from './read/file-index.ts'
import {hashInputs} from './read/hash-inputs.ts'
import {keepWork} from './read/kept-work.ts'
import {type ReadInputs, readInputs, type SiteOptions} from './read/read-inputs.ts'
import {openSiteRevision, type PastRevision, type SiteState} from './site-state.ts'
import {openTurns} from './site-turns.ts'
import {allTime, type SpareTime} from './spare-time.ts'
import {type DocumentStore, MissingDocumentError, openDocumentStore} from './store/document-store.ts'
import {sealedStore} from './store/sealed-store.ts'
import {openServerTraceStore, openTraceStore} from './store/trace-store.ts'

/** What a site is opened with. */
export interface OpenSiteOptions extends SiteOptions {
  /** Told of sources that were read, and of which none waits to be compiled. */
  readonly onCompiled: (done: number, total: number) => void
  /** Told what people may want to know and need not act on, in one line. */
  readonly onNotice: (text: string) => void
}

/** A site that stays in memory and is asked for one page at a time. */
export interface OpenSite {
  /**
   * The site as its files are now; the very state of before when nothing is another. What did not change is neither read nor compiled
   * nor rendered again. One call waits for the other. Where many sources are new, these wait to be compiled.
   */
  readonly renew: () => Promise<SiteState>
  /** As `renew`, but for the addresses: they are found when one is first asked for. */
  readonly read: () => Promise<SiteState>
  /** The site with a document that its state did not find: because its source waits, or because the store has lost it. */
  readonly restore: (document: string) => Promise<SiteState>
  /**
   * Compile sources that wait, a few at a time and when there is time, until there are none or it is time to stop. Returns whether there were any when the state
   * was opened, also such that have been asked for since: then it may have more diagnostics, and `renew` has one that answers what is asked of all texts.
   */
  readonly compileRest: (isTimeToStop: () => boolean, spare?: SpareTime) => Promise<boolean>
  /** As `renew`, with every source compiled: for what is asked of all texts. */
  readonly renewWhole: () => Promise<SiteState>
  /**
   * Use a moment in which nothing is asked: write down what is known of the site, so that it is opened faster the next time, and warm up
   * what compiles and what evaluates the configuration.
   */
  readonly prepare: () => Promise<void>
  /** Whether a text, a copied file, or what one of these is made of, was read from a path. */
  readonly knows: (path: string) => boolean
  /** End what runs beside, when what is under way is done. Nothing must be asked after that. */
  readonly close: () => Promise<void>
}

/** Sources compiled between two moments in which other work gets its turn. */
const sourcesPerTurn = 64

/**
 * Open a site, to be looked at page by page.
 *
 * It takes from the store what builds remember, and adds the documents that it compiles; it writes nothing to the output folder. Other
 * builds of the site may run at any time but while it reads.
 */
export function openSite(host: Host, options: OpenSiteOptions): OpenSite {
  const store = sealedStore(host.store, host.version, options.onNotice)
  const kept = keepWork()
  const waiting = openWaitingSources()
  const diagnosticsOf = sourceDiagnostics(waiting)
  const serverTraces = openServerTraceStore(store)
  let remembered: SiteState | undefined
  let index: FileIndex | undefined
  let last: OpenedState | undefined
  /** The state of which it is told that none waits any more. */
  let toldState: SiteState | undefined
  const turns = openTurns(host, () => {
    // While the site is open, a moment more or less makes no difference to anybody.
    if (last === undefined) options.onNotice('A build of this site is running: waiting for it')
  })
  return {
    renew: renewInTurn,
    read: () => turns.take(() => renew((known) => known)),
    restore: async (document) => (await compileNow(document)) ?? turns.take(() => renewAfterLoss(lossesMax)),
    compileRest,
    async renewWhole() {
      const state = await renewInTurn()
      return (await compileRest(() => false)) ? renewInTurn() : state
    },
    async prepare() {
      await turns.take(remember)
      // It is evaluated with each edit, which takes longer the second time than the tenth.
      await turns.take(() => host.loadConfig(options.environment))
      if (last !== undefined) await warmUp({host, read: last.read, kept, recorder: options.recorder})
      await turns.take(
        async () => last && startThread({...options, ...last, overrides: overridesOf(options), host, kept})
      )
    },
    knows: (path) => index?.has(path) === true,
    close: () => turns.done().then(kept.close)
  }

  function renewInTurn(): Promise<SiteState> {
    return turns.take(() => renewFrom((known) => known, lossesMax))
  }

  /** Somebody may empty the store while routes are found. */
  async function renewFrom(choose: Parameters<typeof renew>[0], losses: number): Promise<SiteState> {
    try {
      const state = await renew(choose)
      state.settleRoutes()
      return state
    } catch (error) {
      if (!(error instanceof MissingDocumentError) || losses === 0) throw error
      return renewAfterLoss(losses - 1)
    }
  }

  function renewAfterLoss(losses: number): Promise<SiteState> {
    // The state has the names of what is lost, and another one is to be opened though nothing is another.
    last = last && {...last, ground: absent}
    return renewFrom(wholeFiles, losses)
  }

  async function compileRest(isTimeToStop: () => boolean, spare: SpareTime = allTime): Promise<boolean> {
    const isBehind = last?.read.known.isWaiting === true && last.state !== toldState
    if (waiting.isEmpty() && !isBehind) return false
    const isOver = (): boolean => spare.isOver() || isTimeToStop()
    await withThreads(host, async (threads) => {
      while (!isTimeToStop() && !waiting.isEmpty()) {
        await spare.come()
        await turns.take(() => compileSome(waiting.first(sourcesPerTurn), threads, isOver))
      }
    })
    if (waiting.isEmpty()) toldState = last?.state
    return true
  }

  async function renew(
    choose: (index: FileIndex, documents: DocumentStore) => FileIndex
  ): Promise<SiteState> {
    // Opened anew each time: other builds add documents to the store and copy those that are in use.
    const documents = openDocumentStore(host.store)
    const known = choose(index ?? kept.recall(store), documents)
    const read = await readAll(known, documents)
    const templates = await read.templates.load()
    const diagnostics = [...read.diagnostics, ...templates.diagnostics]
    const {checks} = read.inputs.config
    const ground = hashData([hashWith(templates.value, hashInputs(read.inputs)), diagnostics, checks])
    waiting.retain(read.known.documents)
    if (index === undefined) rememberFiles(read, known)
    // An index of the same files may know more of their stamps.
    index = read.index
    if (ground === last?.ground) return last.state
    const inputs = collectInputs(read.inputs, templates.value)
    const before = last ?? {traces: recallTraces}
    const found = (): ReadonlyArray<Diagnostic> => [...diagnostics, ...diagnosticsOf(index ?? new Map())]
    const opened = openSiteRevision({inputs, read, diagnostics: found}, before)
    last = {...opened, ground, read, documents}
    return last.state
  }

  /** The same state, which finds the document of a source that has waited; `undefined` when none has. */
  async function compileNow(document: string): Promise<SiteState | undefined> {
    const task = waiting.task(document)
    if (last === undefined || task === undefined) return undefined
    const {read} = last
    const {markdown} = read.inputs.config
    if (isHarmless(task.source, markdown)) {
      await waiting.compile(document, await openKeptCompiler({read, kept, recorder: options.recorder}))
    } else await turns.take(() => compileSome(withCompanions(task, waiting, markdown), [], () => false))
    return last.state
  }

  async function compileSome(
    given: ReadonlyArray<SourceTask>,
    threads: ReadonlyArray<Thread>,
    isOver: () => boolean
  ): Promise<void> {
    if (last === undefined || index === undefined) return
    const {read, documents: open} = last
    const {fingerprint, inputs} = read
    const documents = openDocumentStore(host.store)
    const compiler = openCompiler(host, documents, {
      ...{options: inputs.config.markdown, configHash: inputs.config.hash, fingerprint, kept, threads},
      ...{overrides: overridesOf(options), recorder: options.recorder, sourceCount: given.length}
    })
    const {tasks, compiled} = await compileWaiting(given, compiler, isOver)
    for (const [name, {location}] of compiled) {
      documents.add(name, location)
      open.add(name, location)
    }
    documents.save()
    index = withCompiled(index, tasks, compiled)
    // What a thread has died of is told of with the next state.
    for (const {document} of tasks) (compiled.has(document) ? waiting.remove : waiting.refuse)(document)
    if (waiting.isEmpty()) rememberFiles({index, fingerprint}, new Map())
  }

  function rememberFiles({index: files, fingerprint}: RememberedFiles, before: FileIndex): void {
    writeFileIndex(store, {index: withoutWaiting(files, waiting), fingerprint}, before)
  }

  /** Those of a server know of drafts, those of builds of every page. */
  function recallTraces(): Traces {
    const traces = serverTraces.read()
    return keyCount(traces.keys) > 0 ? traces : openTraceStore(store).read()
  }

  async function remember(): Promise<void> {
    if (last === undefined || last.state === remembered) return
    remembered = last.state
    serverTraces.write(last.traces())
  }

  async function readAll(known: FileIndex, documents: DocumentStore): Promise<ReadInputs> {
    const {onCompiled} = options
    const read = (threads: ReadonlyArray<Thread>): Promise<ReadInputs> =>
      readInputs(known, {host, store, documents, threads, options, kept, waiting, onCompiled})
    // A first reading may have much to compile that cannot wait.
    return index === undefined ? withThreads(host, read) : read([])
  }
}

/** So often a state is begun anew whose documents are lost while it is opened. */
const lossesMax = 3

interface OpenedState extends PastRevision {
  readonly state: SiteState
  readonly ground: Hash
  readonly read: ReadInputs
  /** That the state looks into. */
  readonly documents: DocumentStore
}
