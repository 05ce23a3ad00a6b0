import {randomUUID} from 'node:crypto'
import {type OpenSiteOptions, openSite} from '#src/build/open-site.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Host} from '#src/model/host.ts'
import {type Answer, answerRequest, type Request} from './answer-request.ts'
import {openDevSite} from './dev-site.ts'
import {openEventStream} from './event-stream.ts'
import {findFile} from './find-file.ts'
import {keepGoodCode} from './keep-good-code.ts'
import {type ListenOptions, openServer} from './open-server.ts'
import {openPageClient} from './page-client.ts'
import {settleBursts} from './settle-bursts.ts'
import {watchFiles} from './watch-files.ts'

/** What a dev server is started with. */
export interface DevServerOptions extends ListenOptions {
  readonly host: Host
  readonly site: OpenSiteOptions
  /** Absolute folder of the site. */
  readonly root: string
  /** Absolute folders that are none of the site: its output and its store. */
  readonly excluded: ReadonlyArray<string>
  /** The script that pages get. */
  readonly clientScript: string
  readonly onRenewed: (renewed: Renewed) => void
  /** Told of all diagnostics that there are, each time they may be others. */
  readonly onDiagnostics: (diagnostics: ReadonlyArray<Diagnostic>) => void
  /** Told of faults of Galley, which do not end the server. */
  readonly onFault: (fault: unknown) => void
}

/** What a change of files came to. */
export interface Renewed {
  /** Paths that changes were told of, each once. */
  readonly hints: ReadonlyArray<string>
  readonly durationMs: number
}

/** A dev server that runs. */
export interface DevServer {
  /** Address of the home page. */
  readonly url: string
  /** When changes of files are told of. */
  readonly watching: Promise<void>
  /** Look at the files at once, as after a change. */
  readonly renew: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Several events of one saving, or of one change of branch, are this close together. */
const quietMs = 20

/** Serve a site, each page rendered when it is asked for, and tell open pages of changes. */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const {onDiagnostics, onRenewed, onFault, clientScript} = options
  const host = keepGoodCode(options.host)
  const site = await openDevSite(host, openSite(host, options.site))
  const stream = openEventStream()
  const client = openPageClient(randomUUID(), clientScript)
  const hints = new Set<string>()
  const bursts = settleBursts(quietMs, renew)
  const server = await openServer(
    {
      answer: async (request) => client.answer(request) ?? (await answerPage(request)),
      keep(request, response) {
        const path = client.streamedPage(request)
        if (path === undefined) return false
        const page = stream.connect(path, response)
        // It may have changed since it was sent.
        site.hash(fileOf(path)).then((hash) => page.send({hash, copies: []}), onFault)
        return true
      },
      onFault
    },
    options
  )
  const watcher = watchFiles({
    ...options,
    onHint(path) {
      hints.add(path)
      bursts.hint()
    },
    onPolling: (cause) => options.site.onNotice(`Files are looked at twice a second, because ${cause}`)
  })
  // What was changed before the watcher was there is found by looking.
  onDiagnostics(site.diagnostics())
  const watching = watcher.ready.then(() => {
    bursts.hint()
    return bursts.settled()
  })
  return {
    url: `http://localhost:${server.port}${site.basePath}`,
    watching,
    renew: () => {
      bursts.hint()
      return bursts.settled()
    },
    async close() {
      bursts.close()
      stream.close()
      await Promise.all([watcher.close(), server.close()])
    }
  }

  async function answerPage(request: Request): Promise<Answer> {
    const answer = await answerRequest(site, request, client)
    onDiagnostics(site.diagnostics())
    return answer
  }

  async function renew(): Promise<void> {
    const start = host.clock()
    const changed = [...hints].sort()
    hints.clear()
    try {
      const pages = [...stream.pages()]
      const {isChanged, copies} = await site.renew(pages.map(({path}) => fileOf(path)))
      if (!isChanged) return
      for (const page of pages) page.send({hash: await site.hash(fileOf(page.path)), copies})
      onRenewed({hints: changed, durationMs: host.clock() - start})
      onDiagnostics(site.diagnostics())
    } catch (fault) {
      onFault(fault)
    }
  }

  /** The file that is sent for a path. */
  function fileOf(path: string): string {
    const found = findFile(site, path)
    return found.kind === 'file' ? found.path : '404.html'
  }
}
