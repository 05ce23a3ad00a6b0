import {randomUUID} from 'node:crypto'
import {type OpenSiteOptions, openSite} from '#src/build/open-site.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Host} from '#src/model/host.ts'
import {type Answer, answerRequest, type Request} from './answer-request.ts'
import {editedPage, namedFiles} from './changed-files.ts'
import {openDevSite} from './dev-site.ts'
import {hashProblems, type OpenPage, openEventStream} from './event-stream.ts'
import {findFile} from './find-file.ts'
import {findSourceLine, type ShownBlock} from './find-source-line.ts'
import {keepGoodCode} from './keep-good-code.ts'
import {keepListing} from './keep-listing.ts'
import {type ListenOptions, openServer} from './open-server.ts'
import {openPageClient} from './page-client.ts'
import type {PageReport} from './page-report.ts'
import {describeProblems, diagnosticsFor, editorLink} from './problems.ts'
import {reportPage} from './report-page.ts'
import {type ServedAt, servedAt} from './served-at.ts'
import {settleBursts} from './settle-bursts.ts'
import {shareTime} from './share-time.ts'

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
  /** Whether open pages go to the article that was edited. */
  readonly isFollowing: boolean
  /** Whether pages have a toolbar. */
  readonly hasToolbar: boolean
  /** Address of a place in the person's editor, with `{file}`, `{line}` and `{column}`. */
  readonly editor: string
  readonly onRenewed: (renewed: Renewed) => void
  /** Told of all diagnostics that there are, each time they may be others. */
  readonly onDiagnostics: (diagnostics: ReadonlyArray<Diagnostic>) => void
  /** Told of faults of Galley, which do not end the server. */
  readonly onFault: (fault: unknown) => void
}

/** What a change of files came to. */
export interface Renewed {
  /** Paths at which something has changed, each once. */
  readonly files: ReadonlyArray<string>
  readonly durationMs: number
}

/** A dev server that runs. */
export interface DevServer extends ServedAt {
  /** When changes of files are told of. */
  readonly watching: Promise<void>
  /** Look at the files at once, as after a change, and compile all that is to be compiled. */
  readonly renew: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Several events of one saving, or of one change of branch, are this close together. */
const quietMs = 10

/** When nothing has happened for so long, all files are looked at, lest an event was lost. */
const wholeLookMs = 2000

/** Serve a site, each page rendered when it is asked for, and tell open pages of changes. */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const {onDiagnostics, onRenewed, onFault, clientScript} = options
  const {host, ...listing} = keepListing(keepGoodCode(options.host, options.site))
  const site = await openDevSite(host, openSite(host, options.site))
  const stream = openEventStream()
  const client = openPageClient({
    token: randomUUID(),
    script: clientScript,
    hasToolbar: options.hasToolbar,
    stateNumber: site.stateNumber,
    problemsOf: (path) => describeProblems(problemsOn(fileOf(path)), {...options, read: host.read}),
    reportOf,
    editorAddressOf
  })
  const hints = new Set<string>()
  const time = shareTime(host.clock)
  const bursts = settleBursts(quietMs, renew)
  const rest = settleBursts(0, compileRest)
  const checks = settleBursts(0, check)
  const preparation = settleBursts(0, () => site.prepare().catch(onFault))
  const wholeLooks = settleBursts(wholeLookMs, lookAtAll)
  const server = await openServer(
    {
      answer: (request) => time.answer(() => answer(request)),
      keep(request, response) {
        const page = client.listeningPage(request)
        if (page === undefined) return false
        // It may have changed since it was sent.
        tell(stream.connect(page, response)).catch(onFault)
        return true
      },
      onFault
    },
    options
  )
  // Whoever has waited for the server is about to ask for a page: all else comes after that.
  const watcher = time.come().then(async () => {
    const {watchFiles} = await import('./watch-files.ts')
    return watchFiles({
      ...options,
      host,
      onHint(path) {
        hints.add(path)
        listing.hint(path)
        bursts.hint()
        wholeLooks.hint()
      },
      onPolling: (cause) => options.site.onNotice(`Files are looked at twice a second, because ${cause}`),
      onMissed: () => void lookAtAll()
    })
  })
  checks.hint()
  // What was changed before the watcher was there is found by looking.
  const watching = watcher
    .then(({ready}) => ready)
    .then(time.come)
    .then(lookAtAll)
  watching.then(settleRest).then(time.come).then(preparation.hint).catch(onFault)
  return {
    ...servedAt(options.address, server, site.basePath),
    watching,
    renew: () =>
      time.hurry(async () => {
        await lookAtAll()
        await settleRest()
        await checks.settled()
      }),
    close: () =>
      time.hurry(async () => {
        for (const work of [bursts, wholeLooks, rest, checks, preparation]) work.close()
        stream.close()
        await Promise.all([bursts, rest, checks, preparation].map(({settled}) => settled()))
        await Promise.all([watcher.then(({close}) => close()), server.close(), site.close()])
      })
  }

  async function answer(request: Request): Promise<Answer> {
    await site.opened()
    // A page may have problems that nobody has known of.
    return client.answer(request) ?? answerRequest(site, request, client).finally(checks.hint)
  }

  /** What no event told of is found too. */
  function lookAtAll(): Promise<void> {
    listing.forget()
    bursts.hint()
    return bursts.settled()
  }

  function settleRest(): Promise<void> {
    rest.hint()
    return rest.settled()
  }

  async function renew(): Promise<void> {
    const start = host.clock()
    const hinted = [...hints].sort()
    const had = new Set(hinted.filter(site.knows))
    hints.clear()
    try {
      const isChanged = await site.renew(() => [...stream.pages()].map(({path}) => fileOf(path)))
      // Compiling stops for a hint, also for one that comes to nothing.
      rest.hint()
      if (!isChanged) return
      // Those too that have connected in the meantime, and were told of the state before. Whoever is told is about to ask.
      const goTo = options.isFollowing ? editedPage(hinted, site) : undefined
      for (const page of [...stream.pages()]) await time.answer(() => tell(page, goTo))
      const durationMs = host.clock() - start
      const files = await namedFiles(hinted, had, {locate: host.locate, knows: site.knows})
      onRenewed({files, durationMs})
      checks.hint()
    } catch (fault) {
      onFault(fault)
    }
  }

  /** Compile what nobody has asked for, as long as no file changes. */
  async function compileRest(): Promise<void> {
    try {
      if (!(await site.compileRest(() => hints.size > 0 || rest.isClosed(), time))) return
      // What is asked of all texts can be answered.
      await site.renew(() => [])
      for (const page of stream.pages()) await tell(page)
      checks.hint()
    } catch (fault) {
      onFault(fault)
    }
  }

  /** Find what is wrong with the whole site, and tell whom it concerns. */
  async function check(): Promise<void> {
    try {
      if (!(await site.check(time))) return
      for (const page of stream.pages()) {
        if (page.problems() !== hashProblems(problemsOn(fileOf(page.path)))) await tell(page)
      }
      onDiagnostics(site.diagnostics())
    } catch (fault) {
      onFault(fault)
    }
  }

  /** Tell a page what it is now; only names, hashes and paths, no text of the site. */
  async function tell(page: OpenPage, goTo?: string): Promise<void> {
    await site.opened()
    const file = fileOf(page.path)
    const hash = await site.hash(file)
    page.send(site.stateNumber(), {
      hash,
      copies: site.copiesSince(page.stateNumber()).map((path) => site.basePath + path),
      problems: hashProblems(problemsOn(file)),
      unpublished: site.unpublished(file),
      goTo
    })
  }

  async function editorAddressOf(path: string, block: ShownBlock): Promise<string | undefined> {
    const source = site.sourceOf(fileOf(path))
    const bytes = source === undefined ? undefined : await host.read(source)
    if (source === undefined || bytes === undefined) return undefined
    const line = findSourceLine(new TextDecoder().decode(bytes), block) ?? 1
    return editorLink(options, source, {line, column: 1})
  }

  async function reportOf(path: string): Promise<PageReport> {
    const file = fileOf(path)
    const [account, made] = [await site.account(file), await site.read(file)]
    const known = {account, diagnostics: problemsOn(file), bytes: made?.bytes, basePath: site.basePath}
    return reportPage(known, {...options, read: host.read})
  }

  function problemsOn(file: string): ReadonlyArray<Diagnostic> {
    return diagnosticsFor(site.diagnostics(), site.sourceOf(file))
  }

  /** The file that is sent for a path. */
  function fileOf(path: string): string {
    const found = findFile(site, path)
    return found.kind === 'file' ? found.path : '404.html'
  }
}
