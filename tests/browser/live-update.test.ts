import {expect, test, vi} from 'vitest'
import {liveSites, patienceMs} from './live-site.ts'

vi.setConfig({testTimeout: 2 * patienceMs})

const open = liveSites()

const paragraphs = Array.from({length: 60}, (_, index) => `Paragraph ${index} of many.\n`).join('\n')

const article = `---
title: Long
date: 2024-01-01
---

Opening words.

${paragraphs}
:::details{summary="More"}
Hidden.
:::

![Mark](mark.svg)

The end.
`

const site = `
-- content/articles/long.md --
${article}
-- content/articles/mark.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20"/></svg>
-- galley.config.json --
{"title": "Before"}
`

const path = '/articles/long/'
const file = 'content/articles/long.md'
const panel = `document.querySelector('galley-dev')?.shadowRoot.querySelector('.panel')`
const shows = (text: string): string => `document.body.innerText.includes(${JSON.stringify(text)})`

/** What must stay: where the page was scrolled to, opened details, a text that was typed, and the page itself. */
const touch = `
  document.querySelector('details').open = true
  const field = document.createElement('input')
  field.id = 'field'
  document.querySelector('main').append(field)
  field.value = 'typed'
  field.focus({preventScroll: true})
  scrollTo(0, 900)`
const touched = `[scrollY, document.querySelector('details').open, document.activeElement.value].join()`

test('an edit changes the page where it stands', async (context) => {
  const {page, loads, until, write} = await open(context, site, path)
  await page.evaluate(touch)
  write(file, article.replace('The end.', 'The very end.'))
  await until(shows('The very end.'))
  expect(await page.evaluate(touched)).toBe('900,true,typed')
  write(file, article.replace('The end.', 'The end.\n\nOne more.').replace('title: Long', 'title: Longer'))
  await until(`${shows('One more.')} && document.title.startsWith('Longer')`)
  expect(await page.evaluate(touched)).toBe('900,true,typed')
  expect(loads()).toBe(1)
})

test('a title on a list page, the name of the site and a template show at once', async (context) => {
  const {loads, override, until, write} = await open(context, site, '/articles/')
  write(file, article.replace('title: Long', 'title: Retitled'))
  await until(shows('Retitled'))
  write('galley.config.json', '{"title": "After"}')
  await until(`document.title.includes('After')`)
  override('templates/section.tsx', (text) =>
    text.replace(/(<ListingLayout[^>]*>)/, '$1<p>From the template</p>')
  )
  await until(shows('From the template'))
  expect(loads()).toBe(1)
})

test('styles and images are swapped', async (context) => {
  const {loads, override, remove, until, write} = await open(context, site, path)
  override('templates/assets/theme.css', (text) => `${text}\nbody {background: rgb(1, 2, 3) !important}\n`)
  await until(`getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'`)
  remove('templates/assets/theme.css')
  await until(`getComputedStyle(document.body).backgroundColor !== 'rgb(1, 2, 3)'`)
  write('templates/assets/partials/print.css', 'body {background: rgb(3, 2, 1) !important}\n')
  await until(`getComputedStyle(document.body).backgroundColor === 'rgb(3, 2, 1)'`)
  write('content/articles/mark.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>')
  await until(`document.querySelector('article img').src.includes('?')`)
  expect(loads()).toBe(1)
})

test('a style sheet of the site, which has a name by its content, is swapped', async (context) => {
  const own = `-- templates/assets/site.css --\nbody {background: rgb(4, 5, 6) !important}\n`
  const config = '{"title": "Before", "theme": {"styles": ["/assets/site.css"]}}'
  const {loads, page, until, write} = await open(
    context,
    site.replace('{"title": "Before"}', config) + own,
    path
  )
  const sheets = `[...document.querySelectorAll('link[rel=stylesheet]')].map(({href}) => href)`
  await until(`getComputedStyle(document.body).backgroundColor === 'rgb(4, 5, 6)'`)
  const before = (await page.evaluate(sheets)) as ReadonlyArray<string>
  await page.evaluate(touch)
  write('templates/assets/site.css', 'body {background: rgb(6, 5, 4) !important}\n')
  await until(`getComputedStyle(document.body).backgroundColor === 'rgb(6, 5, 4)'`)
  await until(`${sheets}.length === ${before.length}`)
  const after = (await page.evaluate(sheets)) as ReadonlyArray<string>
  expect(after.filter((sheet) => !before.includes(sheet))).toEqual([expect.stringContaining('/site-')])
  expect(await page.evaluate(touched)).toBe('900,true,typed')
  expect(loads()).toBe(1)
})

test('a script that changes has the page loaded again', async (context) => {
  const code = article.replace('Opening words.', '```js\nconst a = 1\n```')
  const {loads, override, page} = await open(context, site.replace(article, code), path)
  const again = page.waitForEvent('load')
  override('templates/assets/code.js', (text) => `${text}\n// Changed.\n`)
  await again
  expect(loads()).toBe(2)
})

test('blocks of code that come by an edit have their button, and those that were there keep theirs', async (context) => {
  const code = article.replace('Opening words.', '```js\nconst a = 1\n```')
  const {loads, page, until, write} = await open(context, site.replace(article, code), path)
  await until(`document.querySelectorAll('.code-block > .copy').length === 1`)
  write(file, code.replace('The end.', '```js\nconst b = 2\n```').replace('const a', 'const c'))
  await until(`${shows('const b = 2')} && ${shows('const c = 1')}`)
  await until(`document.querySelectorAll('.code-block > pre + .copy').length === 2`)
  expect(await page.evaluate(`document.querySelectorAll('.copy').length`)).toBe(2)
  expect(loads()).toBe(1)
})

test('mistakes lie over the page until they are mended', async (context) => {
  const {loads, override, page, remove, until, write} = await open(context, site, path)
  write(file, article.replace('title: Long', 'title: [<b>'))
  await until(panel)
  const text = String(await page.evaluate(`${panel}.innerText`))
  expect(text).toContain('content/articles/long.md:2:8')
  expect(text).toContain('> 2 | title: [<b>')
  expect(await page.evaluate(`${panel}.querySelector('a').href`)).toMatch(/^vscode:\/\/file\/.*long\.md:2:8$/)
  expect(await page.evaluate(shows('The end.'))).toBe(true)
  write(file, article)
  await until(`!${panel}`)
  write('galley.config.json', '{"title": ')
  await until(panel)
  write('galley.config.json', '{"title": "Before"}')
  await until(`!${panel}`)
  override('templates/article.tsx', (source) => `${source}\nconst broken = <p>`)
  await until(panel)
  remove('templates/article.tsx')
  await until(`!${panel}`)
  expect(await page.evaluate(shows('The end.'))).toBe(true)
  expect(loads()).toBe(1)
})

test('a page that is deleted is not found, and comes back', async (context) => {
  const {remove, until, write} = await open(context, site, path)
  remove(file)
  await until(`!${shows('Opening words.')}`)
  write(file, article)
  await until(shows('Opening words.'))
})

test('a draft has a mark, and other pages have none', async (context) => {
  const {page, until, url, write} = await open(context, site, path)
  expect(await page.evaluate(`document.querySelector('galley-dev')`)).toBeNull()
  write('content/articles/draft.md', '---\ntitle: Draft\ndraft: true\n---\n')
  await page.goto(new URL('/articles/', url).href)
  await until(shows('Draft'))
  await page.goto(new URL('/articles/draft/', url).href)
  await until(
    `document.querySelector('galley-dev')?.shadowRoot.querySelector('.badge').innerText === 'Draft'`
  )
})

test('a click with Alt asks for the editor at the line of a block', async (context) => {
  const {loads, page} = await open(context, site, path)
  const asked = page.waitForResponse(/@galley\/editor\.json/)
  await page.locator('p', {hasText: 'Paragraph 7 of many.'}).click({modifiers: ['Alt']})
  const {address} = await (await asked).json()
  const line = article.split('\n').indexOf('Paragraph 7 of many.') + 1
  expect(address).toMatch(new RegExp(`^vscode://file/.*/content/articles/long\\.md:${line}:1$`))
  expect(loads()).toBe(1)
})
