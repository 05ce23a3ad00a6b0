import {absent, type Hash, hashData} from '#src/graph/hash.ts'
import {keyCount, type Traces} from '#src/graph/traces.ts'
import type {Host, Lock} from '#src/model/host.ts'
import {hashWith} from './answer.ts'
import {collectInputs, hashInputs} from './collect-inputs.ts'
import {type DocumentStore, LostDocumentError, openDocumentStore} from './document-store.ts'
import {type FileIndex, readFileIndex, wholeFiles, writeFileIndex} from './file-index.ts'
import {keepWork} from './kept-work.ts'
import {type ReadInputs, readInputs, type SiteOptions} from './read-inputs.ts'
import {sealedStore} from './sealed-store.ts'
import {type OpenRevision, openSiteRevision, type SiteState} from './site-state.ts'
import {openServerTraceStore, openTraceStore} from './trace-store.ts'
import {warmUp} from './warm-up.ts'

/** What a site is opened with. */
export interface OpenSiteOptions extends SiteOptions {
  /** Told of sources that were compiled. */
  readonly onCompiled: (done: number, total: number) => void
  /** Told what people may want to know and need not act on, in one line. */
  readonly onNotice: (text: string) => void
}

/** A site that stays in memory and is asked for one page at a time. */
export interface OpenSite {
  /**
   * The site as its files are now; the very state of before when nothing is another. What did not change is neither read nor compiled
   * nor rendered again. One call waits for the other.
   */
  readonly renew: () => Promise<SiteState>
  /** As `renew`, after the store has lost documents. */
  readonly restore: () => Promise<SiteState>
  /**
   * Use a moment in which nothing is asked: write down what is known of the site, so that it is opened faster the next time, and warm up
   * what compiles.
   */
  readonly prepare: () => Promise<void>
}

/**
 * Open a site, to be looked at page by page.
 *
 * It takes from the store what builds remember, and adds the documents that it compiles; it writes nothing to the output folder. Other
 * builds of the site may run at any time but while it reads.
 */
export function openSite(host: Host, options: OpenSiteOptions): OpenSite {
  const store = sealedStore(host.store, host.version, options.onNotice)
  const kept = keepWork()
  const serverTraces = openServerTraceStore(store)
  let remembered: SiteState | undefined
  let index: FileIndex | undefined
  let last: (OpenRevision & {readonly ground: Hash; readonly read: ReadInputs}) | undefined
  let turn: Promise<unknown> = Promise.resolve()
  return {
    renew: () =>
      inTurn(() =>
        renew((known) => known).catch((error) => {
          if (!(error instanceof LostDocumentError)) throw error
          return renew(wholeFiles)
        })
      ),
    restore: () =>
      inTurn(() => {
        // The state has the names of what is lost, and another one is to be opened though nothing is another.
        last = last && {...last, ground: absent}
        return renew(wholeFiles)
      }),
    async prepare() {
      await inTurn(remember)
      if (last !== undefined) await warmUp({host, read: last.read, kept, recorder: options.recorder})
    }
  }

  function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const done = turn.then(act)
    turn = done.catch(() => undefined)
    return done
  }

  async function renew(
    choose: (index: FileIndex, documents: DocumentStore) => FileIndex
  ): Promise<SiteState> {
    const lock = await lockSite()
    try {
      // Opened anew each time: other builds add documents to the store and copy those that are in use.
      const documents = openDocumentStore(host.store)
      const known = choose(index ?? readFileIndex(store), documents)
      const read = await readAll(known, documents)
      if (index === undefined) writeFileIndex(store, read.index, known)
      const templates = await read.templates.load()
      const diagnostics = [...read.diagnostics, ...templates.diagnostics]
      const ground = hashData([hashWith(templates.value, hashInputs(read.inputs)), diagnostics])
      // An index of the same files may know more of their stamps.
      index = read.index
      if (ground === last?.ground) return last.state
      const inputs = collectInputs(read.inputs, templates.value)
      const before = last ?? {traces: recallTraces}
      last = {...openSiteRevision({inputs, read, diagnostics}, before), ground, read}
      return last.state
    } finally {
      lock.release()
    }
  }

  /** Those of a server know of drafts, those of builds of every page. */
  function recallTraces(): Traces {
    const traces = serverTraces.read()
    return keyCount(traces.keys) > 0 ? traces : openTraceStore(store).read()
  }

  async function remember(): Promise<void> {
    if (last === undefined || last.state === remembered) return
    const lock = await lockSite()
    try {
      remembered = last.state
      serverTraces.write(last.traces())
    } finally {
      lock.release()
    }
  }

  function lockSite(): Promise<Lock> {
    // While the site is open, a moment more or less makes no difference to anybody.
    const isOpening = last === undefined
    return host.lock(() => {
      if (isOpening) options.onNotice('A build of this site is running: waiting for it')
    })
  }

  async function readAll(known: FileIndex, documents: DocumentStore): Promise<ReadInputs> {
    // A first reading may compile all, which another thread helps with.
    const threads =
      index === undefined && host.openThread !== undefined && host.processorCount > 1
        ? [host.openThread()]
        : []
    try {
      const {onCompiled} = options
      return await readInputs(known, {host, documents, threads, options, kept, onCompiled})
    } finally {
      await Promise.all(threads.map(({close}) => close()))
    }
  }
}
