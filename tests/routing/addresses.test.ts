import {describe, expect, test} from 'vitest'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {findCollisions} from '#src/routing/find-collisions.ts'
import {basePathOf, toAbsolute, toHref, toPermalink} from '#src/routing/href.ts'
import {type PermalinkParts, permalinkOf} from '#src/routing/permalink.ts'
import {decodeAddress, toOutputPath, toPagePath, toRoutePath} from '#src/routing/route-path.ts'
import {sitemapRoutesFor, sitemapUrlsMax} from '#src/routing/sitemap-routes.ts'
import {segmentOf, slugOf, stableSlugOf, termSlugOf} from '#src/routing/slug.ts'

describe('a route path', () => {
  test.each([
    ['about', '/about/'],
    ['/about', '/about/'],
    ['//a///b', '/a/b/'],
    ['/', '/'],
    ['/feed.xml', '/feed.xml'],
    ['/v1.2/', '/v1.2/'],
    ['/v1.2', '/v1.2/'],
    ['/v1.v2', '/v1.v2/'],
    ['/a.mp3', '/a.mp3'],
    ['/cafe\u0301', '/caf\u00e9/']
  ])('of %j is %j', (address, path) => {
    expect(toRoutePath(address)).toBe(path)
  })

  test.each([
    ['/', 'index.html'],
    ['/a/b/', 'a/b/index.html'],
    ['/404.html', '404.html']
  ])('%j is written to %j', (path, output) => {
    expect(toOutputPath(path as RoutePath)).toBe(output)
  })

  test('of the first part of a listing is that of the listing', () => {
    expect([1, 2].map((number) => toPagePath('/a/' as RoutePath, number))).toEqual(['/a/', '/a/page/2/'])
  })

  test('of a further part of a listing in a file is beside it', () => {
    expect(toPagePath('/docs.html' as RoutePath, 2)).toBe('/docs/page/2/')
  })

  test.each([
    ['/caf%C3%A9/', '/café/'],
    ['/%2525/', '/%25/'],
    ['/100%/', '/100%/']
  ])('%j is decoded once to %j', (written, address) => {
    expect(decodeAddress(written)).toBe(address)
  })
})

describe('a slug', () => {
  test.each([
    ['Hello, World!', 'hello-world'],
    ['Größe & Maß', 'größe--maß'],
    ['日本語 タグ', '日本語-タグ'],
    ['C++', 'c'],
    ['+++', '']
  ])('of %j is %j', (text, slug) => {
    expect(slugOf(text)).toBe(slug)
  })

  test('that would be empty is made of code points', () => {
    expect(stableSlugOf('+++')).toBe('2b2b2b')
  })

  test.each([
    ['C', 'c'],
    ['C++', 'c-2b2b'],
    ['C#', 'c-23'],
    ['c-2b2b', 'c-2b2b'],
    ['+++', '2b2b2b'],
    ['???', '3f3f3f'],
    ['Node.js', 'nodejs'],
    ['machine  Learning', 'machine-learning']
  ])('of the term %j is %j', (text, slug) => {
    expect(termSlugOf(text)).toBe(slug)
  })

  test.each([
    ['Node.js Tips', 'node.js-tips'],
    ['what? 100%', 'what-100'],
    ['Über uns', 'über-uns'],
    ['..', '2e2e'],
    ['a|b', 'ab']
  ])('segment of the file name %j is %j', (name, segment) => {
    expect(segmentOf(name)).toBe(segment)
  })
})

describe('a permalink', () => {
  const parts: PermalinkParts = {
    folders: ['articles', 'AI'],
    name: 'Deep Dive',
    section: 'articles',
    title: 'A deep dive'
  }

  test.each<[string, Partial<PermalinkParts>, string]>([
    ['follows the folders', {}, '/articles/ai/deep-dive/'],
    ['takes the slug', {slug: 'dive'}, '/articles/ai/dive/'],
    ['takes the url whole', {url: '/x/y', slug: 'dive', pattern: '/:slug/'}, '/x/y/'],
    [
      'fills the pattern',
      {pattern: '/:section/:year/:month/:day/:title/', day: '2024-05-01'},
      '/articles/2024/05/01/a-deep-dive/'
    ],
    [
      'makes a file of a pattern with an extension',
      {pattern: '/:section/:slug.html'},
      '/articles/deep-dive.html'
    ],
    ['keeps a folder for a name with a dot', {pattern: '/:slug', slug: 'node.js'}, '/node.js/'],
    ['decodes the url', {url: '/caf%C3%A9'}, '/café/'],
    ['drops date tokens of an undated page', {pattern: '/:year/:slug/'}, '/deep-dive/'],
    ['keeps a dot in the last segment', {slug: 'node.js'}, '/articles/ai/node.js/'],
    ['knows the file name', {pattern: '/:filename/', slug: 'other'}, '/deep-dive/']
  ])('%s', (_, change, path) => {
    expect(permalinkOf({...parts, ...change})).toBe(path)
  })
})

describe('an address for readers', () => {
  test('has the base path and is percent-encoded', () => {
    const baseUrl = 'https://example.org/blog/'
    expect(basePathOf(baseUrl)).toBe('/blog/')
    expect(toHref('/tags/日本 & c#/', '/blog/')).toBe('/blog/tags/%E6%97%A5%E6%9C%AC%20&%20c%23/')
    expect(toPermalink('/a/', baseUrl)).toBe('https://example.org/blog/a/')
  })

  test('survives half a surrogate pair', () => {
    expect(toHref('/\ud800/', '/')).toBe('/%EF%BF%BD/')
  })
})

test.each([
  ['/x/?q#f', 'https://example.org/x/?q#f'],
  ['y.png', 'https://example.org/blog/a/y.png'],
  ['#f', 'https://example.org/blog/a/#f'],
  ['//cdn.org/x', 'https://cdn.org/x'],
  ['mailto:a@b.org', 'mailto:a@b.org'],
  ['HTTPS://Example.org', 'HTTPS://Example.org'],
  ['//[', '//[']
])('%s is absolute as a browser takes it', (reference, absolute) => {
  expect(toAbsolute(reference, 'https://example.org/blog/a/')).toBe(absolute)
})

describe('sitemaps', () => {
  const check = (urlCount: number): ReadonlyArray<string> =>
    sitemapRoutesFor(urlCount, 2).map((route) => {
      if (route.kind === 'sitemapIndex') return `${route.path} of ${route.parts.join(' ')}`
      return `${route.path} ${route.kind === 'sitemap' ? route.pageNumber : route.kind}`
    })

  test('are one while the protocol allows it', () => {
    expect(check(2)).toEqual(['/sitemap.xml 1'])
    expect(sitemapUrlsMax).toBe(50_000)
  })

  test('are split beyond that, below an index', () => {
    const parts = ['/sitemap-1.xml', '/sitemap-2.xml', '/sitemap-3.xml']
    expect(check(5)).toEqual([
      `/sitemap.xml of ${parts.join(' ')}`,
      ...parts.map((path, index) => `${path} ${index + 1}`)
    ])
  })
})

describe('collisions', () => {
  const routeOf = (path: string, source: string): Route => ({
    kind: 'page',
    path: path as RoutePath,
    source: `content/${source}` as SourcePath
  })
  const check = (routes: ReadonlyArray<Route>): ReadonlyArray<string> =>
    findCollisions(routes, (route) => ({file: 'source' in route ? String(route.source) : ''})).map(
      ({file, reason}) => `${file}: ${reason}`
    )

  test('of different addresses are none', () => {
    expect(check([routeOf('/a/', 'a.md'), routeOf('/b/', 'b.md')])).toEqual([])
  })

  test('name both sources', () => {
    expect(check([routeOf('/a/', 'a.md'), routeOf('/a/', 'b.md')])).toEqual([
      'content/b.md: Expected one page for each address, found `/a/` claimed by `content/a.md` too'
    ])
  })

  test('are seen as a case-insensitive disk sees them', () => {
    expect(check([routeOf('/A/', 'A.md'), routeOf('/a/', 'a.md')])).toEqual([
      'content/a.md: Expected addresses that every disk can tell apart, found `/a/` beside `/A/` of `content/A.md`'
    ])
    expect(check([routeOf('/straße/', 'a.md'), routeOf('/STRASSE/', 'b.md')])).toHaveLength(1)
  })

  test('of a file and a folder are seen', () => {
    const file: Route = {kind: 'asset', path: '/a' as RoutePath, source: 'public/a' as SourcePath}
    expect(check([routeOf('/a/', 'a.md'), file])).toHaveLength(1)
  })
})
