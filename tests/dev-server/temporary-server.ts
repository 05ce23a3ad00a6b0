import {get} from 'node:http'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {type DevServer, type Renewed, startDevServer} from '#src/dev-server/start-dev-server.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Host, LoadedTemplate} from '#src/model/host.ts'
import {plainTemplates} from '../build/plain-templates.ts'
import {parseSite} from '../build/site-text.ts'
import {type TemporarySite, temporarySite} from '../host/temporary-site.ts'

/** A dev server for a site on disk, both gone when the test is. */
export interface TemporaryServer {
  readonly server: DevServer
  readonly port: number
  readonly site: TemporarySite
  readonly renewals: Array<Renewed>
  /** All that there are at present. */
  readonly diagnostics: () => ReadonlyArray<Diagnostic>
  readonly ask: (path: string) => Promise<PageAnswer>
}

/** What a browser gets. */
export interface PageAnswer {
  readonly status: number
  readonly text: string
}

/** Options of `serveSite`. */
export interface ServeOptions {
  /** Default: those in memory that show all a view has. */
  readonly templates?: 'on disk' | ReadonlyArray<LoadedTemplate>
  readonly drafts?: boolean
  readonly isFollowing?: boolean
  /** Default: true. */
  readonly hasToolbar?: boolean
  /** Told of what there is, beside `TemporaryServer.diagnostics`. */
  readonly onDiagnostics?: () => void
  /** The host of the server, made of one for the disk. */
  readonly wrapHost?: (host: Host) => Host
}

/** Serve a site that is given as text; its files lie below `site/` and `theme/` where `templates` are on disk. */
export async function serveSite(text: string, options: ServeOptions = {}): Promise<TemporaryServer> {
  const files = Object.entries(parseSite(text)).map(([path, content]) => [`site/${path}`, content] as const)
  const site = temporarySite(Object.fromEntries(files))
  const {templates = plainTemplates, drafts = true, isFollowing = false, wrapHost = (host) => host} = options
  const loaded = {value: [...(templates === 'on disk' ? [] : templates)].sort(byName), diagnostics: []}
  const renewals: Array<Renewed> = []
  let diagnostics: ReadonlyArray<Diagnostic> = []
  const server = await startDevServer({
    host: wrapHost(
      templates === 'on disk'
        ? site.host
        : {...site.host, findTemplates: async () => ({load: async () => loaded})}
    ),
    root: site.root,
    isFollowing,
    hasToolbar: options.hasToolbar ?? true,
    excluded: [site.output, join(site.root, '.galley')],
    address: '127.0.0.1',
    port: 0,
    isStrictPort: true,
    allowedHosts: ['site.example'],
    site: {
      environment: 'development',
      drafts,
      future: true,
      expired: false,
      keepGoing: true,
      onCompiled: () => undefined,
      onNotice: () => undefined
    },
    clientScript: 'client',
    editor: 'vscode://file{file}:{line}:{column}',
    onRenewed: (renewed) => renewals.push(renewed),
    onDiagnostics(found) {
      diagnostics = found
      options.onDiagnostics?.()
    },
    onFault(fault) {
      throw fault
    }
  })
  onTestFinished(() => server.close())
  const port = Number(new URL(server.url).port)
  return {server, port, site, renewals, diagnostics: () => diagnostics, ask: (path) => ask(port, path)}
}

/** The page without the tag that the server adds. */
export function withoutTag(html: string): string {
  return html.replace(/<script defer src="\/@galley\/.*?<\/script>/, '')
}

function ask(port: number, path: string): Promise<PageAnswer> {
  return new Promise((resolve, reject) => {
    get({host: '127.0.0.1', port, path, agent: false}, (response) => {
      const parts: Array<Uint8Array> = []
      response.on('data', (part: Uint8Array) => parts.push(part))
      response.on('end', () =>
        resolve({status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8')})
      )
      response.on('error', reject)
    }).on('error', reject)
  })
}

function byName(a: LoadedTemplate, b: LoadedTemplate): number {
  return a.name < b.name ? -1 : 1
}
