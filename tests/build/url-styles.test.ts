import {posix} from 'node:path'
import {expect, test} from 'vitest'
import {buildSite} from './check-build.ts'

const site = `
-- content/a/one/index.md --
---
title: One
date: 2024-01-01
tags: [x]
aliases: [/old/]
---
[Two](../two.md#part), [the section](/a/), ![pixel](pixel.svg) and [itself](#top).
-- content/a/one/pixel.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- content/a/two.md --
---
title: Two
date: 2024-01-02
---
## Part

[One](one/index.md), [One](/a/one/) and [home](/).
-- content/about.md --
---
title: About
---
Words.
-- public/CNAME --
a.example
`

type Style = 'folder' | 'html' | 'bare' | 'relative'

const build = (urls: Style, base: string): ReturnType<typeof buildSite> =>
  buildSite(site, {
    config: {urls, baseUrl: `https://a.example${base}`, pageSize: 1, menus: {main: [{name: 'A', url: '/a/'}]}}
  })

const hrefsIn = (html = ''): ReadonlyArray<string> =>
  Array.from(html.matchAll(/(?:href|src)="([^"]*)"/g), ([, address = '']) => address)

/** What each style makes of the address of a page, of a listing and of a part of one. */
const expected: Readonly<Record<Style, readonly [file: string, address: string, part: string]>> = {
  folder: ['a/two/index.html', 'a/two/', 'a/page/2/'],
  html: ['a/two.html', 'a/two.html', 'a/page/2.html'],
  bare: ['a/two.html', 'a/two', 'a/page/2'],
  relative: ['a/two/index.html', 'a/two/', 'a/page/2/index.html']
}

test.each(
  (['folder', 'html', 'bare', 'relative'] as const).flatMap((style) =>
    ['/', '/sub/'].map((base) => [style, base] as const)
  )
)('addresses of the style %s below %s lead to files', async (style, base) => {
  const {files, problems} = await build(style, base)
  expect(problems).toEqual([])
  const [file, address, part] = expected[style]
  expect(files).toHaveProperty([file])
  expect(files).toHaveProperty(['CNAME'])
  expect(files['sitemap.xml']).toContain(`<loc>https://a.example${base}${address}</loc>`)
  expect(files['feed.xml']).toContain(`https://a.example${base}${address}`)
  expect(Object.values(files).join()).not.toContain('~galley')
  const list = files[style === 'folder' || style === 'relative' ? 'a/index.html' : 'a.html'] ?? ''
  expect(list).toContain(style === 'relative' ? `../${part}` : `${base}${part}`)
  let count = 0
  for (const [path, html] of Object.entries(files)) {
    if (!path.endsWith('.html')) continue
    for (const href of hrefsIn(html)) {
      if (/^https:/.test(href) || href.startsWith('#')) continue
      count++
      expect(files, `${href} on ${path}`).toHaveProperty([fileOf(href, path)])
    }
  }
  expect(count).toBeGreaterThan(12)

  /** The file that a host or a browser finds. */
  function fileOf(href: string, path: string): string {
    const [name = ''] = href.split('#')
    if (style === 'relative' && path !== '404.html') {
      expect(name).toMatch(/^\.\.?\//)
      return posix.join(posix.dirname(path), name)
    }
    expect(name.startsWith(base)).toBe(true)
    const own = decodeURI(name.slice(base.length))
    if (own === '' || own.endsWith('/')) return `${own}index.html`
    return style === 'bare' && !/\.\w+$/.test(own) ? `${own}.html` : own
  }
})

test('a canonical address of a page’s own keeps it in the sitemap', async () => {
  const text = site.replace('title: About', 'title: About\ncanonical: https://a.example/about')
  const {files} = await buildSite(text, {config: {urls: 'bare', baseUrl: 'https://a.example/'}})
  expect(files['sitemap.xml']).toContain('<loc>https://a.example/about</loc>')
})

test('an address in front matter stays as it is written', async () => {
  const text = site.replace('title: About', 'title: About\nurl: /who/')
  const {files} = await buildSite(text, {config: {urls: 'html', baseUrl: 'https://a.example/'}})
  expect(files).toHaveProperty(['who/index.html'])
})

test('hosts are told of addresses as they are written', async () => {
  const {files} = await buildSite(site, {
    config: {urls: 'bare', hosting: ['netlify'], baseUrl: 'https://a.example/sub/'}
  })
  expect(files['_redirects']).toMatch(/^\/sub\/old\/? +\/sub\/a\/one +301/m)
})

test.each(['folder', 'html'] as const)(
  'a text keeps every word of its author with addresses of the style %s',
  async (urls) => {
    const {files} = await buildSite(
      '-- content/a.md --\n---\ntitle: A\n---\nThe word `~galley-base~/` stays.\n',
      {
        config: {urls}
      }
    )
    expect(files[urls === 'folder' ? 'a/index.html' : 'a.html']).toContain('~galley-base~/')
  }
)
