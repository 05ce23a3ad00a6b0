import {absent, type Hash, hashData} from '#src/graph/hash.ts'
import type {Host} from '#src/model/host.ts'
import {hashWith} from './answer.ts'
import {collectInputs, hashInputs} from './collect-inputs.ts'
import {type DocumentStore, LostDocumentError, openDocumentStore} from './document-store.ts'
import {type FileIndex, readFileIndex, wholeFiles, writeFileIndex} from './file-index.ts'
import {keepCompiler} from './keep-compiler.ts'
import {type ReadInputs, readInputs, type SiteOptions} from './read-inputs.ts'
import {sealedStore} from './sealed-store.ts'
import {type OpenRevision, openSiteRevision, type SiteState} from './site-state.ts'
import {openTraceStore} from './trace-store.ts'

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
}

/**
 * Open a site, to be looked at page by page.
 *
 * It takes from the store what builds remember, and adds the documents that it compiles; it writes nothing to the output folder. Other
 * builds of the site may run at any time but while it reads.
 */
export function openSite(host: Host, options: OpenSiteOptions): OpenSite {
  const store = sealedStore(host.store, host.version, options.onNotice)
  const keep = keepCompiler()
  let index: FileIndex | undefined
  let last: (OpenRevision & {readonly ground: Hash}) | undefined
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
      })
  }

  function inTurn(act: () => Promise<SiteState>): Promise<SiteState> {
    const done = turn.then(act)
    turn = done.catch(() => undefined)
    return done
  }

  async function renew(
    choose: (index: FileIndex, documents: DocumentStore) => FileIndex
  ): Promise<SiteState> {
    const lock = await host.lock(() => options.onNotice('A build of this site is running: waiting for it'))
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
      const before = last ?? {traces: () => openTraceStore(store).read()}
      last = {...openSiteRevision({inputs, read, diagnostics}, before), ground}
      return last.state
    } finally {
      lock.release()
    }
  }

  async function readAll(known: FileIndex, documents: DocumentStore): Promise<ReadInputs> {
    // A first reading may compile all, which another thread helps with.
    const threads =
      index === undefined && host.openThread !== undefined && host.processorCount > 1
        ? [host.openThread()]
        : []
    try {
      const {onCompiled} = options
      return await readInputs(known, {host, documents, threads, options, keep, onCompiled})
    } finally {
      await Promise.all(threads.map(({close}) => close()))
    }
  }
}
