import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import type {AskExternal, ExternalReply} from '#src/model/external-link.ts'
import type {SourcePath} from '#src/model/source.ts'
import {goneLink, unreachableLink} from '#src/routing/external-messages.ts'
import type {SealedStore} from './store/sealed-store.ts'
import {readData, writeData} from './store/stored-data.ts'

/** A link to another site. */
export interface ExternalLink {
  readonly file: SourcePath
  readonly place?: Place
  /** As written. */
  readonly href: string
}

/** What checking them takes. */
export interface ExternalRequest {
  readonly links: ReadonlyArray<ExternalLink>
  /** Addresses not to be asked for; `*` stands for anything. */
  readonly ignore: ReadonlyArray<string>
  readonly ask: AskExternal
  readonly store: Pick<SealedStore, 'read' | 'write'>
  /** Milliseconds since 1970. */
  readonly now: number
  readonly onProgress: (done: number, total: number) => void
}

interface Remembered {
  readonly reply: ExternalReply
  /** Milliseconds since 1970. */
  readonly at: number
}

const day = 24 * 60 * 60 * 1000

/** How long a reply is believed: what is there will be tomorrow, what is not may be mended at once. */
const trusted: Readonly<Record<ExternalReply['kind'], number>> = {there: 7 * day, gone: day / 24, unsure: 0}

const rememberedFile = 'external'

/**
 * Asks for what a site links to, each address once, and reports what is not there, at each link.
 *
 * Diagnostics, all warnings: `routing/gone-link`, `routing/unreachable-link`.
 */
export async function checkExternal(request: ExternalRequest): Promise<ReadonlyArray<Diagnostic>> {
  const {links, ignore, ask, store, now, onProgress} = request
  const patterns = ignore.map(patternOf)
  const wanted = links.flatMap((link) => {
    const url = urlOf(link.href)
    return url === undefined || patterns.some((pattern) => pattern.test(url)) ? [] : [{link, url}]
  })
  const urls = [...new Set(wanted.map(({url}) => url))].sort()
  const known = new Map(recall(store).filter(([, {reply, at}]) => now - at < trusted[reply.kind]))
  const unknown = urls.filter((url) => !known.has(url))
  let done = urls.length - unknown.length
  await ask(unknown, (url, reply) => {
    known.set(url, {reply, at: now})
    done++
    onProgress(done, urls.length)
  })
  writeData(
    store,
    rememberedFile,
    [...known].filter(([url]) => urls.includes(url))
  )
  return wanted.flatMap(({link, url}) => {
    const reply = known.get(url)?.reply
    if (reply === undefined || reply.kind === 'there') return []
    const {file, place, href} = link
    const message = reply.kind === 'gone' ? goneLink : unreachableLink
    return [message({file, place}, href, reply.cause)]
  })
}

/** An address as it is asked for, without fragment; `undefined` where it is none of the web. */
function urlOf(href: string): string | undefined {
  const address = href.startsWith('//') ? `https:${href}` : href
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  url.hash = ''
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
}

function patternOf(written: string): RegExp {
  const parts = written.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's')
}

function recall(store: ExternalRequest['store']): ReadonlyArray<readonly [string, Remembered]> {
  return readData(store, rememberedFile) ?? []
}
