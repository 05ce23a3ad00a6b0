import {expect, test} from 'vitest'
import {openedSite} from './opened-site.ts'

const site = openedSite()

function urlOf(path: string): string {
  return new URL(path, site.url()).href
}

test('the first key leads past the menu to the text', async (context) => {
  const {page} = await site.open(context)
  await page.goto(urlOf('/guide/code/'))
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').textContent()).toBe('Skip to the text')
  await page.keyboard.press('Enter')
  expect(await page.locator(':focus').evaluate((element) => element.tagName)).toBe('MAIN')
})

test('the switch changes light and dark, and is remembered only while it differs from the system', async (context) => {
  const {page, problems} = await site.open(context, {colorScheme: 'light'})
  const paper = (): Promise<string> =>
    page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
  await page.goto(urlOf('/'))
  const light = await paper()
  const button = page.getByRole('button', {name: 'Dark colors'})
  expect(await button.getAttribute('aria-pressed')).toBe('false')
  await button.click()
  const dark = await paper()
  expect(dark).not.toBe(light)
  expect(await button.getAttribute('aria-pressed')).toBe('true')
  await page.goto(urlOf('/guide/'))
  expect(await paper()).toBe(dark)
  await page.getByRole('button', {name: 'Dark colors'}).click()
  expect(await paper()).toBe(light)
  expect(await page.evaluate('localStorage.length')).toBe(0)
  expect(problems).toEqual([])
})

test('a switch in one tab switches the others, and tells what draws in colors of its own', async (context) => {
  const {page, problems} = await site.open(context, {colorScheme: 'light'})
  const other = await page.context().newPage()
  for (const tab of [page, other]) await tab.goto(urlOf('/'))
  await other.evaluate(() => {
    document.addEventListener('appearancechange', () => {
      document.title = document.documentElement.dataset['appearance'] ?? 'system'
    })
  })
  await page.getByRole('button', {name: 'Dark colors'}).click()
  await expect.poll(() => other.title()).toBe('dark')
  expect(await other.getByRole('button', {name: 'Dark colors'}).getAttribute('aria-pressed')).toBe('true')
  await page.getByRole('button', {name: 'Dark colors'}).click()
  await expect.poll(() => other.title()).toBe('system')
  expect(problems).toEqual([])
})

test('a page is never painted in colors that its reader did not choose', async (context) => {
  const {page} = await site.open(context, {colorScheme: 'light'})
  await page.goto(urlOf('/'))
  await page.getByRole('button', {name: 'Dark colors'}).click()
  await page.addInitScript(() => {
    // The body is there before anything is painted: what holds then is what is painted first.
    new MutationObserver((_, observer) => {
      if (document.body === null) return
      Object.assign(window, {firstAppearance: document.documentElement.dataset['appearance']})
      observer.disconnect()
    }).observe(document, {childList: true, subtree: true})
  })
  await page.goto(urlOf('/guide/'))
  expect(await page.evaluate('window.firstAppearance')).toBe('dark')
})

test('code is copied as it is written', async (context) => {
  const {page} = await site.open(context, {permissions: ['clipboard-read', 'clipboard-write']})
  await page.goto(urlOf('/guide/code/'))
  const block = page.locator('.code-block').nth(1)
  await block.hover()
  await block.getByRole('button').click()
  const text = await block.locator('code').textContent()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(text?.trimEnd())
  expect(await page.getByRole('status').textContent()).toBe('Copied')
})

test('the contents say where the reader is', async (context) => {
  const {page} = await site.open(context, {viewport: {width: 1440, height: 900}})
  await page.goto(urlOf('/guide/code/'))
  const marked = page.locator('.contents a[aria-current]')
  expect(await marked.count()).toBe(0)
  await page.locator('.contents a').nth(2).click()
  await expect
    .poll(() => marked.getAttribute('href'))
    .toBe(await page.locator('.contents a').nth(2).getAttribute('href'))
})

test('on a narrow screen the contents are opened by the reader, without script too', async (context) => {
  const {page} = await site.open(context, {viewport: {width: 360, height: 800}, javaScriptEnabled: false})
  await page.goto(urlOf('/guide/code/'))
  const entry = page.locator('.contents a').first()
  expect(await entry.isVisible()).toBe(false)
  await page.locator('.contents summary').click()
  expect(await entry.isVisible()).toBe(true)
})

test('a tab that is chosen is chosen in every group that has it', async (context) => {
  const {page} = await site.open(context)
  await page.goto(urlOf('/guide/components/'))
  const [first] = await page.getByRole('tablist').all()
  if (first === undefined) throw new Error('Expected tabs in the guide')
  const tab = first.getByRole('tab').nth(1)
  const label = await tab.textContent()
  await tab.click()
  const selected = await page.locator(`[role=tab][aria-selected=true]:text-is("${label}")`).count()
  expect(selected).toBe(await page.locator(`[role=tab]:text-is("${label}")`).count())
  await page.keyboard.press('ArrowLeft')
  expect(await first.getByRole('tab').nth(0).getAttribute('aria-selected')).toBe('true')
})
