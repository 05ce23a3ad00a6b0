import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {openBrowser} from '../browser/open-browser.ts'
import {plainOptions} from '../build/check-build.ts'
import {plainTemplates} from '../build/plain-templates.ts'
import {drawingVectors} from './drawing-vectors.ts'

let browser: Browser | undefined

beforeAll(async () => {
  browser = await openBrowser()
}, 120_000)

afterAll(() => browser?.close())

test('drawings beside articles run nothing and load nothing from elsewhere', {timeout: 300_000}, async () => {
  expect(await breaches(await buildDrawings('content/a', false))).toEqual([])
})

test('neither do those in `public/` when they are a stranger’s', {timeout: 300_000}, async () => {
  expect(await breaches(await buildDrawings('public/a', true))).toEqual([])
})

test('and others in `public/` are published as they are, and do', {timeout: 300_000}, async () => {
  const drawings = await buildDrawings('public/a', false)
  expect(drawings).toEqual(drawingVectors)
  const broken = await breaches(drawings)
  expect(browser === undefined ? 100 : broken.length).toBeGreaterThan(40)
})

/** Drawings as they are published, in order. */
async function buildDrawings(folder: string, untrusted: boolean): Promise<ReadonlyArray<string>> {
  const drawings = drawingVectors.map((vector, index) => [`${folder}/v${index}.svg`, vector] as const)
  const files = {'content/a.md': '---\ntitle: A\n---\nWords.\n', ...Object.fromEntries(drawings)}
  const host = memoryHost(files, {templates: plainTemplates})
  const {isWritten} = await build(host, {...plainOptions, untrusted})
  expect(isWritten).toBe(true)
  return drawingVectors.map((_, index) =>
    new TextDecoder('utf-8', {ignoreBOM: true}).decode(host.outputs.get(`a/v${index}.svg` as never))
  )
}

/** What drawings bring about when somebody opens and touches them. */
async function breaches(drawings: ReadonlyArray<string>): Promise<ReadonlyArray<string>> {
  const found: Array<string> = []
  const page = await browser?.newPage()
  if (page === undefined) return []
  let told = new Set<string>()
  page.on('dialog', (dialog) => void dialog.dismiss())
  await page.exposeFunction('report', () => void told.add('runs'))
  await page.addInitScript('window.alert = () => window.report()')
  let shown = ''
  await page.route('**/*', async (route) => {
    const {hostname, pathname} = new URL(route.request().url())
    if (hostname === 'evil.test') told.add(`loads ${pathname}`)
    const isShown = hostname === 'site.test' && pathname === '/a.svg'
    if (isShown) return route.fulfill({body: shown, contentType: 'image/svg+xml'})
    return route.fulfill({status: 404, body: ''})
  })
  for (const [index, drawing] of drawings.entries()) {
    shown = drawing
    told = new Set()
    await page.goto('https://site.test/a.svg').catch(() => undefined)
    await page.waitForTimeout(settleMs)
    await page.mouse.move(150, 150).catch(() => undefined)
    await page.mouse.click(150, 150).catch(() => undefined)
    await page.keyboard.press('Tab').catch(() => undefined)
    await page.waitForTimeout(settleMs)
    if (told.size > 0) found.push(`${drawingVectors[index]}: ${[...told].join(', ')}`)
  }
  await page.close()
  return found
}

/** In which an animation begins and a file is asked for. */
const settleMs = 40
