import {describe, expect, test} from 'vitest'
import {renderAtom} from '#src/render/render-atom.ts'
import {renderSitemap, renderSitemapIndex} from '#src/render/render-sitemap.ts'
import {toRfc822} from '#src/render/rfc-822.ts'
import {xmlElement, xmlMarkup} from '#src/render/xml.ts'

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

  test.each([
    ['<p>&amp;</p>', '<![CDATA[<p>&amp;</p>]]>'],
    ['a ]]> b]]>', '<![CDATA[a ]]]]><![CDATA[> b]]]]><![CDATA[>]]>'],
    ['a\u0000b', '<![CDATA[ab]]>']
  ])('holds the markup %j', (text, section) => {
    expect(xmlMarkup('a', {b: '"'}, text)).toBe(`<a b="&quot;">${section}</a>`)
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

test.each([
  ['2024-05-01T00:00:00+02:00', 'Wed, 01 May 2024 00:00:00 +0200'],
  ['2024-12-31T23:59:59.5-09:30', 'Tue, 31 Dec 2024 23:59:59 -0930'],
  ['0999-01-05T08:00:00Z', 'Sat, 05 Jan 0999 08:00:00 +0000']
])('RSS writes %s', (iso, written) => {
  expect(toRfc822({iso, day: iso.slice(0, 10), epoch: Date.parse(iso)})).toBe(written)
})
