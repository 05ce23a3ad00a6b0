import {Buffer} from 'node:buffer'
import {paintOutput} from '#src/build/derive/draw-images.ts'
import {resizeOutput} from '#src/build/derive/resize-images.ts'
import type {OpenSite} from '#src/build/open-site.ts'
import {publishingHost} from '#src/build/read/published-files.ts'
import type {SiteState} from '#src/build/site-state.ts'
import type {SpareTime} from '#src/build/spare-time.ts'
import {MissingDocumentError} from '#src/build/store/document-store.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Host} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {type HostRules, hostFiles, readHostRules} from './host-rules.ts'
import type {ServedFile, ServedSite} from './served-site.ts'

/** A site that is served while it is worked at. Nothing but its base path and `knows` may be asked for before it is `opened`. */
export interface DevSite extends ServedSite {
  /** Find what addresses there are and how a host answers them, once. */
  readonly opened: () => Promise<void>
  /** Look at the files again. Returns whether anything is another. */
  readonly renew: (openFiles: () => ReadonlyArray<string>) => Promise<boolean>
  /** Counts the states that the site has been in. */
  readonly stateNumber: () => number
  /** Paths of copied files that have come, gone or got other bytes since a state, by its number. */
  readonly copiesSince: (stateNumber: number) => ReadonlyArray<string>
  /** Use a moment in which nothing is asked; see `OpenSite.prepare`. */
  readonly prepare: OpenSite['prepare']
  readonly compileRest: OpenSite['compileRest']
  readonly close: OpenSite['close']
  /** Hash of the file at a path; `undefined` where there is none or none can be made. */
  readonly hash: (path: string) => Promise<string | undefined>
  /** Why a build for readers would leave out the page at a path; `undefined` when it would not. */
  readonly unpublished: (path: string) => ReturnType<SiteState['unpublished']>
  /** What the page at a path is made of; `undefined` where there is none. */
  readonly account: (path: string) => Promise<ReturnType<SiteState['account']>>
  /** Source of the page at a path; `undefined` for what has none. */
  readonly sourceOf: (path: string) => string | undefined
  /** Address of the page that is made of a source, decoded, from the server's root; `undefined` where there is none. */
  readonly addressOf: (source: string) => string | undefined
  /** Whether the site has read a file at a path. */
  readonly knows: OpenSite['knows']
  /** Of the pages that were asked for, and of the site as far as it was checked. */
  readonly diagnostics: () => ReadonlyArray<Diagnostic>
  /** Look for what is wrong with the whole site, when there is time. Returns false when the site became another one meanwhile. */
  readonly check: (spare: SpareTime) => Promise<boolean>
}

/** Read a site: its files and their front matter are known then, and whoever asks first has its addresses found. */
export async function openDevSite(
  host: Pick<Host, 'read' | 'paint' | 'resizeImage' | 'clock'>,
  site: OpenSite
): Promise<DevSite> {
  let state = await site.read()
  let rules: HostRules | undefined
  let stateNumber = 0
  /** Those that were asked for last, the newest last. */
  const images = new Map<string, Uint8Array>()
  /** Numbers of the states in which copied files became what they are. */
  const copiedIn = new Map<string, number>()
  /** Pages with diagnostics of their own: they are asked for again, so that these go only when they are mended. */
  const troubled = new Set<string>()
  return {
    get basePath() {
      return state.basePath
    },
    has(path) {
      if (hostFiles.includes(path)) return false
      const route = state.routes.get(path as OutputPath)
      if (route !== undefined) return route.kind !== 'hostFile'
      return [state.variant, state.named].some((find) => find(path as OutputPath) !== undefined)
    },
    opened,
    redirect: (path) => rulesNow().redirect(path),
    headers: (path) => rulesNow().headers(path),
    read,
    hash,
    async renew(openFiles) {
      await opened()
      const before = state
      state = await site.renew()
      if (state === before) return false
      stateNumber++
      for (const path of differingKeys(before.copies(), state.copies())) copiedIn.set(path, stateNumber)
      rules = await findRules()
      for (const path of new Set([...openFiles(), ...troubled])) await hash(path)
      return true
    },
    stateNumber: () => stateNumber,
    copiesSince: (known) => [...copiedIn].flatMap(([path, number]) => (number > known ? [path] : [])).sort(),
    prepare: site.prepare,
    compileRest: site.compileRest,
    close: site.close,
    knows: site.knows,
    unpublished: (path) => state.unpublished(path as OutputPath),
    account: (path) => ask(path, (found) => found.account(path as OutputPath)),
    sourceOf(path) {
      const route = state.routes.get(path as OutputPath)
      return route !== undefined && 'source' in route ? route.source : undefined
    },
    addressOf(source) {
      for (const route of state.routes.values()) {
        if (route.kind === 'page' && route.source === source) return state.basePath + route.path.slice(1)
      }
      return undefined
    },
    diagnostics: () => state.knownDiagnostics(),
    check: (spare) => whole((checked) => checkInPieces(checked, spare))
  }

  async function opened(): Promise<void> {
    if (rules !== undefined) return
    await whole((found) => found.settleRoutes())
    rules = await findRules()
  }

  function rulesNow(): HostRules {
    if (rules === undefined) throw new Error('Expected a site that is opened')
    return rules
  }

  async function checkInPieces(checked: SiteState, spare: SpareTime): Promise<boolean> {
    await spare.come()
    let begun = host.clock()
    for (const _ of checked.check()) {
      if (host.clock() - begun < pieceMs) continue
      await spare.come()
      if (state !== checked) return false
      begun = host.clock()
    }
    return true
  }

  async function read(path: string): Promise<ServedFile | undefined> {
    const made = await ask(
      path,
      (found) => found.output(path as OutputPath) ?? found.named(path as OutputPath)
    )
    if (made === undefined) return resized(path)
    if (made.kind === 'text') return {bytes: Buffer.from(made.text), hash: made.hash}
    if (made.kind === 'drawing') return {bytes: (await paintOutput(host, made)).bytes, hash: made.hash}
    const bytes = await publishingHost(host, state.assets).read(made.source)
    return bytes && {bytes, hash: made.hash}
  }

  /** An image in another size. Its name follows from what it is made of, so that it is made once. */
  async function resized(path: string): Promise<ServedFile | undefined> {
    const variant = state.variant(path as OutputPath)
    if (variant === undefined) return undefined
    const made = images.get(path) ?? (await resizeOutput(publishingHost(host, state.assets), variant))?.bytes
    if (made === undefined) return undefined
    images.delete(path)
    images.set(path, made)
    for (const [oldest] of images) if (images.size > imagesMax) images.delete(oldest)
    return {bytes: made, hash: path}
  }

  async function findRules(): Promise<HostRules> {
    const files = new Map<string, Uint8Array>()
    for (const path of hostFiles) {
      const file = await read(path)
      if (file !== undefined) files.set(path, file.bytes)
    }
    return withoutCaching(readHostRules((path) => files.get(path)))
  }

  function hash(path: string): Promise<string | undefined> {
    return ask(path, (found) => found.hash(path as OutputPath))
  }

  async function ask<Value>(path: string, find: (state: SiteState) => Value): Promise<Value> {
    const reportedBefore = state.reportCount()
    const found = await whole(find)
    if (state.reportCount() > reportedBefore) troubled.add(path)
    return found
  }

  /** A text may wait to be compiled; another build may have moved documents in the store, or somebody emptied it. */
  async function whole<Value>(find: (state: SiteState) => Value | Promise<Value>): Promise<Value> {
    for (let missing = 1; ; missing++) {
      try {
        return await find(state)
      } catch (error) {
        if (!(error instanceof MissingDocumentError)) throw error
        // Each attempt begins anew: who asks for so many is to wait for all.
        if (missing % missingMax === 0) await site.compileRest(() => false)
        state = await site.restore(error.document)
      }
    }
  }
}

/** Images held in memory: those of a few long pages. */
const imagesMax = 200

/** What a browser keeps it would show after the next edit too. */
function withoutCaching(rules: HostRules): HostRules {
  return {
    ...rules,
    headers(path) {
      const {'cache-control': _, expires: __, ...headers} = rules.headers(path)
      return headers
    }
  }
}

/** Who asks for a page does not notice that it waits so long for another work. */
const pieceMs = 10

/** Documents that were not there, of one question. */
const missingMax = 50

function differingKeys<Value>(
  before: ReadonlyMap<string, Value>,
  now: ReadonlyMap<string, Value>
): ReadonlyArray<string> {
  const changed = [...now].flatMap(([key, value]) => (before.get(key) === value ? [] : [key]))
  return [...changed, ...[...before.keys()].filter((key) => !now.has(key))]
}
