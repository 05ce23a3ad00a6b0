import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {openBrowser} from './open-browser.ts'

test('an image that is not there yet has the color of its attribute, also where a policy forbids styles in attributes', async () => {
  const browser = await openBrowser()
  if (browser === undefined) return
  try {
    const page = await browser.newPage()
    const css = readFileSync(
      join(import.meta.dirname, '../../templates/assets/partials/elements.css'),
      'utf8'
    )
    const html = '<link rel="stylesheet" href="/a.css"><img src="/never.png" alt="" data-color="#8a7f70">'
    const headers = {'content-security-policy': "default-src 'self'; style-src-attr 'none'"}
    await page.route('**/*', (route) => {
      const {pathname} = new URL(route.request().url())
      if (pathname === '/a.css') return route.fulfill({body: css, contentType: 'text/css'})
      return pathname === '/' ? route.fulfill({body: html, contentType: 'text/html', headers}) : undefined
    })
    await page.goto('https://site.test/', {waitUntil: 'domcontentloaded'})
    const color = await page.evaluate("getComputedStyle(document.querySelector('img')).backgroundColor")
    expect(color).toBe('rgb(138, 127, 112)')
  } finally {
    await browser.close()
  }
}, 120_000)
