import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {openedSite} from './opened-site.ts'
import {violationsOf} from './violations.ts'

const site = openedSite()

const screenshots = join(import.meta.dirname, 'screenshots')
mkdirSync(screenshots, {recursive: true})

function urlOf(path: string): string {
  return new URL(path, site.url()).href
}

async function searchFor(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox', {name: 'Search'}).fill(text)
  await page.locator('.search-results a').first().waitFor()
}

test('nothing of the search is loaded before it is opened', async (context) => {
  const {page, problems} = await site.open(context)
  const loaded: Array<string> = []
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await page.goto(urlOf('/guide/'), {waitUntil: 'networkidle'})
  const isOfSearch = (path: string): boolean => path.includes('search') || path.includes('pagefind')
  expect(loaded.filter(isOfSearch)).toEqual([expect.stringMatching(/^\/built\/search-\w+\.js$/)])
  await page.keyboard.press('/')
  await page.getByRole('dialog', {name: 'Search'}).waitFor()
  expect(loaded.filter(isOfSearch)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^\/built\/search-dialog-\w+\.js$/),
      expect.stringMatching(/^\/built\/search-\w+\.css$/),
      '/pagefind/pagefind.js'
    ])
  )
  expect(problems).toEqual([])
})

test('keys open the search, lead to what was found, and close it', async (context) => {
  const {page, problems} = await site.open(context)
  await page.goto(urlOf('/guide/'))
  const dialog = page.getByRole('dialog', {name: 'Search'})
  const button = page.getByRole('button', {name: 'Search'})
  await button.focus()
  await page.keyboard.press('Control+k')
  await dialog.waitFor()
  await searchFor(page, 'sitemap')
  expect(await page.getByRole('status').textContent()).toMatch(/^Results: \d+$/)
  expect(await dialog.locator('mark').first().textContent()).toMatch(/sitemap/i)
  expect(await dialog.getByRole('heading').allTextContents()).toContain('Guide')
  const focused = (): Promise<number> =>
    page.evaluate('[...document.querySelectorAll(".search-results a")].indexOf(document.activeElement)')
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe(0)
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe(1)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await page.locator(':focus').getAttribute('type')).toBe('search')
  await page.keyboard.press('Escape')
  expect(await dialog.isVisible()).toBe(false)
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)

  // What was asked for is still there.
  await page.keyboard.press('/')
  await dialog.waitFor()
  await page.keyboard.press('ArrowDown')
  const target = await page.locator(':focus').getAttribute('href')
  await page.keyboard.press('Enter')
  await page.waitForURL(urlOf(target ?? ''))
  expect(problems).toEqual([])
})

test('a slash that is typed opens nothing', async (context) => {
  const {page} = await site.open(context)
  await page.goto(urlOf('/guide/'))
  await page.evaluate(() => document.body.prepend(document.createElement('textarea')))
  await page.locator('textarea').focus()
  await page.keyboard.press('/')
  expect(await page.locator('textarea').inputValue()).toBe('/')
  expect(await page.locator('dialog').count()).toBe(0)
})

test('tags narrow down what was found', async (context) => {
  const {page, problems} = await site.open(context)
  await page.goto(urlOf('/guide/'))
  await page.getByRole('button', {name: 'Search'}).click()
  await searchFor(page, 'page')
  const countOf = async (): Promise<number> =>
    Number((await page.getByRole('status').textContent())?.replace(/\D/g, ''))
  const all = await countOf()
  const tags = page.getByRole('group', {name: 'Tags'})
  // Its buttons are made anew, and those that are chosen come first.
  const name = await tags.getByRole('button').last().getAttribute('value')
  const tag = tags.locator(`button[value="${name}"]`)
  const count = Number(await tag.locator('span').textContent())
  expect(count).toBeLessThan(all)
  await tag.click()
  await expect.poll(countOf).toBe(count)
  expect(await tag.getAttribute('aria-pressed')).toBe('true')
  expect(await tag.evaluate((element) => element === document.activeElement)).toBe(true)
  await tag.click()
  await expect.poll(countOf).toBe(all)
  await page.getByRole('searchbox').fill('漢字')
  await expect.poll(() => page.getByRole('status').textContent()).toBe('Nothing found')
  expect(await page.locator('.search-results a').count()).toBe(0)
  expect(problems).toEqual([])
})

test.for([
  {scheme: 'light', size: 'desk', width: 1440},
  {scheme: 'dark', size: 'desk', width: 1440},
  {scheme: 'light', size: 'phone', width: 360},
  {scheme: 'dark', size: 'phone', width: 360}
] as const)('the search can be read by everyone ($scheme, $size)', async ({scheme, size, width}, context) => {
  const {page} = await site.open(context, {colorScheme: scheme, viewport: {width, height: 900}})
  await page.goto(urlOf('/guide/'))
  await page.getByRole('button', {name: 'Search'}).click()
  await searchFor(page, 'build')
  await page.screenshot({path: join(screenshots, `search-${size}-${scheme}.png`)})
  expect(await violationsOf(page)).toEqual([])
})

test('the search works under a strict policy that allows its program', async (context) => {
  const {page, problems} = await site.open(context)
  await page.route(urlOf('/guide/'), async (route) => {
    const response = await route.fetch()
    const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
    await route.fulfill({response, headers: {...response.headers(), 'content-security-policy': policy}})
  })
  await page.goto(urlOf('/guide/'))
  await page.keyboard.press('/')
  await searchFor(page, 'sitemap')
  expect(problems).toEqual([])
})

test('without script there is no button', async (context) => {
  const {page} = await site.open(context, {javaScriptEnabled: false})
  await page.goto(urlOf('/guide/'))
  expect(await page.locator('.search-button').isVisible()).toBe(false)
})

test('an index that is not there is told of', async (context) => {
  const {page} = await site.open(context)
  await page.route('**/pagefind/**', (route) => route.abort())
  await page.goto(urlOf('/guide/'))
  await page.keyboard.press('/')
  await expect.poll(() => page.getByRole('status').textContent()).toBe('The search could not be loaded')
})
