import {join} from 'node:path'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, type TestContext} from 'vitest'
import {startPreview} from '#src/dev-server/start-preview.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {openBrowser} from './open-browser.ts'

const root = join(import.meta.dirname, '../..')

/** The project's own site as it was built, in a browser. */
export interface OpenedSite {
  /** Origin and base path. */
  readonly url: () => string
  /** A page of a fresh profile, closed with the test; skips the test where there is no browser. */
  readonly open: (context: TestContext, options?: BrowserContextOptions) => Promise<VisitedPage>
}

/** A page, and what went wrong in it. */
export interface VisitedPage {
  readonly page: Page
  /** Errors of the console, and requests that failed or went to other hosts. */
  readonly problems: ReadonlyArray<string>
}

/** Serve `dist/` and open a browser for the tests of a file. */
export function openedSite(): OpenedSite {
  let browser: Browser | undefined
  let preview: Awaited<ReturnType<typeof startPreview>>

  beforeAll(async () => {
    const folders = {root, output: join(root, 'dist'), theme: join(root, 'templates')}
    const host = nodeHost(folders)
    const place = {address: '127.0.0.1', port: 0, isStrictPort: true, allowedHosts: []}
    preview = await startPreview({...place, host, basePath: '/', onFault: console.error})
    browser = await openBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await preview.close()
  })

  return {
    url: () => preview.url,
    async open(context, options) {
      if (browser === undefined) return context.skip()
      // What tests put into pages is none of the site's.
      const profile = await browser.newContext({bypassCSP: true, ...options})
      context.onTestFinished(() => profile.close())
      const page = await profile.newPage()
      const problems: Array<string> = []
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text())
      })
      page.on('pageerror', (error) => problems.push(error.message))
      page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`))
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== new URL(preview.url).origin) {
          problems.push(`elsewhere: ${request.url()}`)
        }
      })
      return {page, problems}
    }
  }
}
