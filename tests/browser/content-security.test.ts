import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {openedSite} from './opened-site.ts'

const site = openedSite()

/** One page of each kind, with what is only there when it is used. */
const pages = {
  home: '/',
  section: '/articles/',
  archive: '/archive/',
  article: '/articles/builds-that-remember/',
  pictures: '/articles/a-build-is-a-function/',
  documentation: '/guide/code/',
  components: '/guide/components/',
  writing: '/guide/writing/',
  formulas: '/guide/formulas-and-diagrams/',
  taxonomy: '/tags/',
  term: '/tags/builds/',
  series: '/series/how-galley-builds/',
  author: '/authors/the-printer/',
  missing: '/404.html'
}

test.for(Object.entries(pages))(
  '%s has nothing that the policy of the site blocks',
  async ([, path], context) => {
    const {page, problems} = await site.open(context, {bypassCSP: false})
    const answer = await page.goto(new URL(path, site.url()).href, {waitUntil: 'networkidle'})
    expect((await answer?.allHeaders())?.['content-security-policy']).toContain("default-src 'self'")
    expect(problems).toEqual([])
  }
)

test('the search finds something', async (context) => {
  const {page, problems} = await site.open(context, {bypassCSP: false})
  await page.goto(new URL('/guide/', site.url()).href)
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', {name: 'Search'}).fill('sitemap')
  await page.locator('.search-results a').first().waitFor()
  expect(problems).toEqual([])
})

test('a script that somebody puts into a page does not run', async (context) => {
  const {page, problems} = await site.open(context, {bypassCSP: false})
  await page.goto(new URL('/guide/', site.url()).href)
  expect(await isRun(page, '<img src="data:," onerror="window.isRun = true">')).toBe(false)
  expect(await isRun(page, '<svg onload="window.isRun = true"></svg>')).toBe(false)
  await page.evaluate(
    "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.isRun = true'}))"
  )
  expect(await page.evaluate('window.isRun === true')).toBe(false)
  expect(problems.filter((problem) => problem.includes('Content Security Policy'))).not.toEqual([])
})

test('and would without the policy', async (context) => {
  const {page} = await site.open(context)
  await page.goto(new URL('/guide/', site.url()).href)
  expect(await isRun(page, '<img src="data:," onerror="window.isRun = true">')).toBe(true)
})

/** Whether code in HTML has run, some turns after it was put into a page. */
async function isRun(page: Page, html: string): Promise<boolean> {
  await page.evaluate(
    `new Promise((resolve) => {
      document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(html)})
      setTimeout(resolve, 200)
    })`
  )
  return page.evaluate<boolean>('window.isRun === true')
}
