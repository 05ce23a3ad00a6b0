import {describe, expect, test} from 'vitest'
import {renderAtom} from '#src/render/render-atom.ts'
import {renderSitemap, renderSitemapIndex} from '#src/render/render-sitemap.ts'
import {xmlElement} from '#src/render/xml.ts'

describe('XML', () => {
  test.each([
    ['<&>"\' ]]>', '&lt;&amp;&gt;&quot;&apos; ]]&gt;'],
    ['&amp;', '&amp;amp;'],
    ['日本語 🚀\t\n', '日本語 🚀\t\n'],
    ['a\u0000b\u0008c\u001Bd\uFFFEe\uFFFFf', 'abcdef'],
    ['half \uD83D of \uDE80 it', 'half  of  it']
  ])('holds %j', (text, escaped) => {
    expect(xmlElement('a', {b: text}, text)).toBe(`<a b="${escaped}">${escaped}</a>`)
  })

  test('nests, and shortens what is empty', () => {
    const child = xmlElement('b', {}, '')
    expect(xmlElement('a', {}, [child, child])).toBe('<a>\n<b/>\n<b/>\n</a>')
    expect(xmlElement('a', {}, [])).toBe('<a/>')
  })
})

test('a sitemap has an entry for each address', () => {
  expect(renderSitemap([{permalink: 'https://e.org/?a&b', lastmod: '2024-05-01T00:00:00Z'}])).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
      '<url>\n<loc>https://e.org/?a&amp;b</loc>\n<lastmod>2024-05-01T00:00:00Z</lastmod>\n</url>\n</urlset>\n'
  )
})

test('an index has an entry for each sitemap', () => {
  expect(renderSitemapIndex(['https://e.org/sitemap-1.xml'])).toContain(
    '<sitemap>\n<loc>https://e.org/sitemap-1.xml</loc>\n</sitemap>\n</sitemapindex>'
  )
})

test('a feed has an author for entries that have none', () => {
  const home = 'https://e.org/'
  const atom = renderAtom({title: 'T', description: '', language: 'en', self: home, home, entries: []})
  expect(atom).toContain('<author>\n<name>T</name>\n</author>')
})
