import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {openedSite} from './opened-site.ts'
import {violationsOf} from './violations.ts'

const site = openedSite()

/** Pictures of all that is tested, to be looked at. */
const screenshots = join(import.meta.dirname, 'screenshots')
mkdirSync(screenshots, {recursive: true})

/** One page of each kind. */
const pages = {
  home: '/',
  section: '/articles/',
  article: '/articles/builds-that-remember/',
  documentation: '/guide/code/',
  'documentation-section': '/guide/',
  components: '/guide/components/',
  writing: '/guide/writing/',
  formulas: '/guide/formulas-and-diagrams/',
  taxonomy: '/tags/',
  term: '/tags/builds/',
  missing: '/404.html'
}

const widths = {phone: 360, tablet: 820, desk: 1440}

const visits = Object.entries(pages).flatMap(([name, path]) => [
  {name, path, scheme: 'light'} as const,
  {name, path, scheme: 'dark'} as const
])

test.for(visits)('$name can be read by everyone ($scheme)', {timeout: 120_000}, async (visit, context) => {
  const {name, path, scheme} = visit
  const {page, problems} = await site.open(context, {colorScheme: scheme, reducedMotion: 'reduce'})
  for (const [size, width] of Object.entries(widths)) {
    await page.setViewportSize({width, height: 900})
    await page.goto(new URL(path, site.url()).href)
    expect(await brokenImagesOf(page)).toEqual([])
    await page.screenshot({path: join(screenshots, `${name}-${size}-${scheme}.png`), fullPage: true})
    expect(await overflowOf(page), `${size} is not scrolled sideways`).toBe(0)
    expect(await violationsOf(page), size).toEqual([])
  }
  expect(problems).toEqual([])
})

test.for(Object.entries(pages))('%s is shown whole without scripts', async ([, path], context) => {
  const {page} = await site.open(context, {javaScriptEnabled: false, viewport: {width: 1440, height: 900}})
  await page.goto(new URL(path, site.url()).href)
  expect(await page.locator('main h1').count()).toBe(1)
  const parts = page.locator('main :is(h1, h2, h3, p, pre, td, dd, time, math, img, a)')
  // What a reader opens is shown when it is opened.
  const hidden = parts.locator('visible=false').and(page.locator(':not(details *)'))
  expect(await parts.count()).toBeGreaterThan(1)
  expect(await hidden.evaluateAll((elements) => elements.map(({outerHTML}) => outerHTML))).toEqual([])
})

/** Addresses of images that cannot be shown; all of them are loaded after that. */
function brokenImagesOf(page: Page): Promise<ReadonlyArray<string>> {
  return page.evaluate(async () => {
    const shown = [...document.images].map(async (image) => {
      image.loading = 'eager'
      return image.decode().then(
        () => [],
        () => [image.src]
      )
    })
    return (await Promise.all(shown)).flat()
  })
}

/** How many pixels of a page stand out at its side. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}
