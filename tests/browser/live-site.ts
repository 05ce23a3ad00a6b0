import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {build} from 'esbuild'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, type TestContext} from 'vitest'
import {startDevServer} from '#src/dev-server/start-dev-server.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {parseSite} from '../build/site-text.ts'
import {openBrowser} from './open-browser.ts'

const project = join(import.meta.dirname, '../..')

/** A machine that has much to do takes long to start all that these tests need. */
export const patienceMs = 90_000

/** A site on disk with the theme, under a dev server, in a browser. */
export interface LiveSite {
  readonly page: Page
  readonly url: string
  readonly write: (path: string, text: string) => void
  readonly remove: (path: string) => void
  /** Copy a file of the theme into the site, changed. */
  readonly override: (path: string, change: (text: string) => string) => void
  /** How often the page was loaded. */
  readonly loads: () => number
  /** When an expression is true in the page. */
  readonly until: (expression: string) => Promise<unknown>
}

/** Opens sites that are given as texts; each ends with its test, which is skipped where there is no browser. */
export function liveSites(): (context: TestContext, text: string, path: string) => Promise<LiveSite> {
  let browser: Browser | undefined
  let clientScript = ''

  beforeAll(async () => {
    clientScript = await bundleClient()
    browser = await openBrowser()
  }, 120_000)

  afterAll(async () => browser?.close())

  return async (context, text, path) => {
    if (browser === undefined) return context.skip()
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'galley-live-')))
    const write = (file: string, content: string): void => {
      mkdirSync(dirname(join(root, file)), {recursive: true})
      writeFileSync(join(root, file), content)
    }
    for (const [file, content] of Object.entries(parseSite(text))) write(file, content)
    const server = await startDevServer({
      host: nodeHost({root, output: join(root, 'dist'), theme: join(project, 'templates')}),
      root,
      isFollowing: false,
      hasToolbar: true,
      excluded: [join(root, 'dist'), join(root, '.galley')],
      address: '127.0.0.1',
      port: 0,
      isStrictPort: true,
      allowedHosts: [],
      site: {
        environment: 'development',
        drafts: true,
        future: true,
        expired: false,
        keepGoing: true,
        onCompiled: () => undefined,
        onNotice: () => undefined
      },
      clientScript,
      editor: 'vscode://file{file}:{line}:{column}',
      onRenewed: () => undefined,
      onDiagnostics: () => undefined,
      onFault: console.error
    })
    const page = await browser.newPage({viewport: {width: 1000, height: 600}})
    context.onTestFinished(async () => {
      await page.close()
      await server.close()
      rmSync(root, {recursive: true, force: true})
    })
    page.setDefaultTimeout(patienceMs)
    let loadCount = 0
    page.on('load', () => loadCount++)
    await server.watching
    const listening = page.waitForResponse(/@galley\/events/)
    await page.goto(new URL(path, server.url).href)
    await listening
    return {
      page,
      url: server.url,
      write,
      remove: (file) => rmSync(join(root, file)),
      override(file, change) {
        write(file, change(readFileSync(join(project, file), 'utf8')))
      },
      loads: () => loadCount,
      until: (expression) => page.waitForFunction(expression)
    }
  }
}

async function bundleClient(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [join(project, 'src/dev-server/client/client.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false
  })
  return outputFiles[0]?.text ?? ''
}
