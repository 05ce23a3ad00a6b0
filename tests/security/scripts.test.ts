import type {Browser, BrowserContext, Frame, Route} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {batchesOf, inParallel} from '#src/build/in-parallel.ts'
import {openBrowser} from '../browser/open-browser.ts'
import {type Attack, attacks, buildAttacked} from './attacked-site.ts'

type Files = ReadonlyMap<string, Uint8Array>

let browser: Browser | undefined

beforeAll(async () => {
  browser = await openBrowser()
}, 120_000)

afterAll(() => browser?.close())

test('there are more than two hundred ways', () => {
  expect(new Set(attacks.map(({vector}) => vector)).size).toBe(attacks.length)
  expect(attacks.length).toBeGreaterThan(200)
})

test.each([
  ['sanitized', {parser: 'native', html: 'sanitize'}],
  ['sanitized, and read by the other parser', {parser: 'remark', html: 'sanitize'}],
  ['shown as text', {parser: 'native', html: 'escape'}]
] as const)(
  'articles of strangers run nothing when their HTML is %s',
  {timeout: 300_000},
  async (_, settings) => {
    expect(await breaches(await buildAttacked(settings))).toEqual([])
  }
)

test('and do run something when they are trusted', {timeout: 300_000}, async () => {
  const broken = await breaches(await buildAttacked({parser: 'native', html: 'keep'}))
  expect(browser === undefined ? 100 : broken.length).toBeGreaterThan(60)
})

/** What each article brings about that no text may, and the lists that show all of them. */
async function breaches(files: Files): Promise<ReadonlyArray<string>> {
  const profile = await browser?.newContext()
  if (profile === undefined) return []
  const lists = ['/', '/v/', '/tags/', '/authors/'].map((address) => ({address, vector: 'a list'}))
  const visited = [...attacks, ...lists].filter(({address}) => files.has(`${address.slice(1)}index.html`))
  // Those with an error are not published: formulas, of which each is read whole.
  expect(visited.length).toBeGreaterThan(attacks.length)
  const found: Array<string> = []
  await inParallel(batchesOf(visited, framesAtOnce), pagesAtOnce, async (batch) => {
    found.push(...(await visit(profile, batch, files)))
  })
  await profile.close()
  return found
}

const framesAtOnce = 12

/** While one is loaded the other is looked at. */
const pagesAtOnce = 2

const loadMs = 5_000

/** Open pages as frames of one page. */
async function visit(
  profile: BrowserContext,
  batch: ReadonlyArray<Attack>,
  files: Files
): Promise<ReadonlyArray<string>> {
  const page = await profile.newPage()
  const seen = new Map(batch.map(({address}) => [address, new Set<string>()]))
  const note = (frame: Frame | null, what: string): unknown => seen.get(addressOf(frame))?.add(what)
  page.on('dialog', (dialog) => void dialog.dismiss())
  await page.exposeBinding('report', ({frame}, what: string) => note(frame, what))
  await page.addInitScript(
    "for (const name of ['alert', 'MsgBox']) window[name] = () => window.report('runs')"
  )
  await page.route('**/*', (route) => answer(route, {files, batch, note}))
  // An article that is trusted may keep its page from ever being loaded.
  await page.goto(`https://site.test${framesPath}`, {waitUntil: 'domcontentloaded'})
  await Promise.race([page.waitForLoadState(), page.waitForTimeout(loadMs)])
  const frames = page.mainFrame().childFrames()
  await Promise.all(
    frames.map(async (frame) => {
      const address = frame.name()
      const dangers = await frame.evaluate<ReadonlyArray<string>>(listDangers).catch(() => ['is elsewhere'])
      for (const danger of dangers) seen.get(address)?.add(danger)
      await frame.evaluate(touchAll).catch(() => undefined)
    })
  )
  // What was touched may load or go somewhere.
  await page.waitForTimeout(100)
  for (const frame of page.mainFrame().childFrames()) {
    if (addressOf(frame) !== frame.name()) seen.get(frame.name())?.add(`goes to ${frame.url()}`)
  }
  await page.close()
  return batch.flatMap(({address, vector}) => {
    const told = [...(seen.get(address) ?? [])]
    return told.length === 0 ? [] : [`${vector}: ${told.join(', ')}`]
  })
}

const framesPath = '/frames/'

const nowhere = {hostname: '', pathname: ''}

/** Path of what a frame of the site shows; that of the frame around it for what is within an article. */
function addressOf(frame: Frame | null): string {
  if (frame === null || frame.parentFrame() === null) return ''
  const {hostname, pathname} = URL.canParse(frame.url()) ? new URL(frame.url()) : nowhere
  return hostname === 'site.test' ? pathname : addressOf(frame.parentFrame())
}

interface Answering {
  readonly files: Files
  readonly batch: ReadonlyArray<Attack>
  readonly note: (frame: Frame | null, what: string) => unknown
}

/** Answers with the files of the site; notes what else is loaded that could run or style anything. */
async function answer(route: Route, {files, batch, note}: Answering): Promise<void> {
  const request = route.request()
  const {hostname, pathname} = URL.canParse(request.url()) ? new URL(request.url()) : nowhere
  if (pathname === framesPath) {
    const frames = batch.map(({address}) => `<iframe name="${address}" src="${address}"></iframe>`)
    return route.fulfill({body: `<!doctype html>${frames.join('')}`, contentType: 'text/html'})
  }
  const path = decodeURIComponent(pathname).slice(1)
  const file = files.get(path) ?? files.get(`${path}index.html`)
  if (hostname === 'site.test' && file !== undefined) {
    return route.fulfill({body: Buffer.from(file), contentType: typeOf(path)})
  }
  const type = request.resourceType()
  if (type !== 'image' && type !== 'media')
    note(request.frame(), `loads ${type} ${request.url().slice(0, 80)}`)
  return route.fulfill({status: 404, body: ''})
}

function typeOf(path: string): string {
  const ending = /\.(css|js|svg|xml|txt)$/.exec(path)?.[1] ?? 'html'
  return {css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml'}[ending] ?? 'text/html; charset=utf-8'
}

/** Attributes and elements that could run something, whether or not this browser does, and names that hide those of the page. */
const listDangers = `(() => {
  const dangers = []
  const roots = [document]
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.content instanceof DocumentFragment) roots.push(element.content)
      if (element.shadowRoot) roots.push(element.shadowRoot)
      const isOwn = element.closest('head') !== null || element.src === location.origin + '/theme.js'
      const forbidden = 'iframe,frame,frameset,object,embed,applet,base,portal,meta[http-equiv=refresh],style,link,script:not([src^="/"])'
      if (!isOwn && element.matches(forbidden)) dangers.push('has ' + element.localName)
      for (const {name, value} of element.attributes) {
        if (/^on/i.test(name)) dangers.push('has ' + name)
        if (name === 'style' && element.closest('.text') !== null && /url|expression|behavior|binding|position/i.test(value)) dangers.push('has style')
        const scheme = /^[\\s\\u0000-\\u0020]*([a-z\\s]+):/i.exec(value)?.[1]?.replace(/\\s/g, '').toLowerCase()
        const isShown = ['alt', 'title', 'content', 'class', 'id', 'data-title', 'aria-label'].includes(name)
        if (!isShown && ['javascript', 'vbscript'].includes(scheme)) dangers.push('has ' + name + '=' + scheme)
        if (!isShown && scheme === 'data' && /html|svg|xml/i.test(value) && element.localName !== 'img') dangers.push('has ' + name + '=data')
      }
    }
  }
  if (document.defaultView !== window || typeof document.querySelector !== 'function') dangers.push('hides the document')
  if (!(document.body instanceof HTMLBodyElement) || typeof document.cookie !== 'string') dangers.push('hides the body')
  return dangers
})()`

/** Does all that a reader may do, without leaving the page on links of its own. */
const touchAll = `(async () => {
  for (const type of ['click', 'submit']) addEventListener(type, (event) => event.preventDefault(), {capture: true})
  for (const element of document.querySelectorAll('.text *, main *')) {
        for (const type of ['click', 'pointerenter', 'mouseover', 'mousemove', 'focus', 'toggle', 'animationend', 'transitionend', 'submit', 'error', 'load', 'begin']) {
      element.dispatchEvent(new Event(type, {bubbles: true, cancelable: true}))
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 30))
})()`
