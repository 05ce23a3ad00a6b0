import {expect, test, vi} from 'vitest'
import {liveSites, patienceMs} from './live-site.ts'
import {violationsOf} from './violations.ts'

vi.setConfig({testTimeout: 2 * patienceMs})

const open = liveSites()

const article = `---
title: Long
tags: [paper]
---

To [the other](other.md).
`

const site = `
-- content/articles/long.md --
${article}
-- content/articles/other.md --
---
title: Other
---
Back to [the long one](long.md).
-- galley.config.json --
{"title": "Site"}
`

const path = '/articles/long/'
const file = 'content/articles/long.md'
const inToolbar = `document.querySelector('galley-toolbar').shadowRoot`
const button = `${inToolbar}.querySelector('.opener')`
const panel = `${inToolbar}.querySelector('.panel')`
const tells = (text: string): string => `${panel}.innerText.includes(${JSON.stringify(text)})`

test('the toolbar tells of the page, by keyboard alone, and nothing is asked before', async (context) => {
  const {page, until} = await open(context, site, path)
  let askedCount = 0
  page.on('request', (request) => {
    if (request.url().includes('/@galley/page.json')) askedCount++
  })
  const opener = page.getByRole('button', {name: 'About this page'})
  expect(await opener.getAttribute('aria-expanded')).toBe('false')
  expect(await page.getByRole('region', {name: 'About this page'}).isVisible()).toBe(false)
  expect(askedCount).toBe(0)
  await opener.focus()
  await page.keyboard.press('Enter')
  await until(tells('Front matter'))
  expect(await opener.getAttribute('aria-expanded')).toBe('true')
  for (const text of ['["paper"]', 'content/articles/long.md', 'of the theme', 'Other', 'Styles']) {
    expect(await page.evaluate(tells(text)), text).toBe(true)
  }
  await page.keyboard.press('Tab')
  expect(await page.evaluate(`${inToolbar}.activeElement === ${panel}`)).toBe(true)
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await page.evaluate(`${panel}.hidden && ${inToolbar}.activeElement === ${button}`)).toBe(true)
  expect(askedCount).toBe(1)
})

test('files are counted as the page has them, also after a style sheet got another name', async (context) => {
  const own = '-- templates/assets/site.css --\nbody {background: rgb(4, 5, 6)}\n'
  const config = '{"title": "Site", "theme": {"styles": ["/assets/site.css"]}}'
  const {page, until, write} = await open(context, site.replace('{"title": "Site"}', config) + own, path)
  const count = `document.querySelectorAll('link[rel=stylesheet]').length`
  const opener = page.getByRole('button', {name: 'About this page'})
  const tell = async (): Promise<unknown> => {
    await opener.click()
    await until(tells('Styles'))
    const told = await page.evaluate(
      `[...${panel}.querySelectorAll('dt')].find((term) => term.textContent === 'Styles').nextSibling.textContent`
    )
    await page.keyboard.press('Escape')
    return told
  }
  const sheetCount = await page.evaluate(count)
  expect(await tell()).toMatch(new RegExp(`\\b${sheetCount} files`))
  write('templates/assets/site.css', 'body {background: rgb(6, 5, 4)}\n')
  await until(
    `getComputedStyle(document.body).backgroundColor === 'rgb(6, 5, 4)' && ${count} === ${sheetCount}`
  )
  expect(await tell()).toMatch(new RegExp(`\\b${sheetCount} files`))
})

test('an edit with a mistake is counted, told where the panel is open, and the panel stays', async (context) => {
  const {loads, page, until, write} = await open(context, site, path)
  await page.getByRole('button', {name: 'About this page'}).click()
  await until(tells('Front matter'))
  await page.evaluate(`${inToolbar}.host.isOfBefore = true`)
  write(file, article.replace('other.md', 'nowhere.md').replace('paper', 'ink'))
  await until(`${button}.textContent === '1' && ${tells('nowhere.md')} && ${tells('["ink"]')}`)
  expect(await page.evaluate(`${button}.getAttribute('aria-label')`)).toBe('About this page: 1 problem')
  expect(await violationsOf(page)).toEqual([])
  write(file, article)
  await until(`${button}.textContent === '¶' && !${tells('nowhere.md')}`)
  expect(await page.evaluate(`${inToolbar}.host.isOfBefore`)).toBe(true)
  expect(loads()).toBe(1)
})

test('neither styles of the page nor print reach it', async (context) => {
  const {page, until} = await open(context, site, path)
  await page.addStyleTag({content: 'button, aside, section {display: none !important}'})
  await page.getByRole('button', {name: 'About this page'}).click()
  await until(tells('Front matter'))
  await page.emulateMedia({media: 'print'})
  expect(await page.evaluate(`getComputedStyle(${inToolbar}.host).display`)).toBe('none')
})
