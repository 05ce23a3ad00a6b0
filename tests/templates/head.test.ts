import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {FeedLink, Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {describe, expect, test} from 'vitest'
import NotFound from '../../templates/404.tsx'
import Article from '../../templates/article.tsx'
import Home from '../../templates/home.tsx'
import PlainPage from '../../templates/page.tsx'
import SectionListing from '../../templates/section.tsx'
import TermListing from '../../templates/term.tsx'
import {fakeDate, fakePage, fakePath, fakeSection, fakeTerm, fakeView} from './fake-view.ts'
import {type HtmlTree, renderTree, scriptsOf} from './html-tree.ts'
import {readStructuredData} from './structured-data.ts'

const view = fakeView({
  images: {'/images/p.png': {width: 1200, height: 630}},
  sections: [fakeSection(), fakeSection({name: 'notes/deep', path: fakePath('/notes/deep/'), title: 'Deep'})],
  terms: [fakeTerm('tags', 'Rust'), fakeTerm('tags', 'Web'), fakeTerm('authors', 'Grace')]
})

const page: Page = fakePage({
  section: 'notes/deep',
  description: 'In short',
  date: fakeDate('2024-05-01'),
  lastmod: fakeDate('2024-06-02'),
  authors: ['Ada', 'Grace'],
  authorLink: 'https://ada.example/',
  category: 'Engineering',
  previewImage: '/images/p.png',
  terms: {tags: ['Rust', 'Web'], authors: ['Ada', 'Grace']}
})

function articleTree(fields: Partial<Page> = {}, shown: Questions = view): HtmlTree {
  const subject = fakePage({...page, ...fields})
  return renderTree(Article({path: subject.path, view: shown, page: subject}))
}

/** What a page says of itself, `og:title: First note`, in document order. */
function metaOf(tree: HtmlTree, prefix: string): ReadonlyArray<string> {
  return tree.all('meta').flatMap(({attributes}) => {
    const name = attributes['property'] ?? attributes['name'] ?? ''
    return name.startsWith(prefix) ? [`${name}: ${attributes['content']}`] : []
  })
}

function dataOf(tree: HtmlTree): ReturnType<typeof readStructuredData> {
  const [script] = tree.all('script').filter(({attributes}) => attributes['type'] === 'application/ld+json')
  return script === undefined ? {} : readStructuredData(script.text)
}

describe('a site that does not say where it will be', () => {
  const local = fakeView({images: {'/images/p.png': {width: 1200, height: 630}}, isAddressKnown: false})
  const linksOf = (tree: HtmlTree): ReadonlyArray<unknown> =>
    tree.all('link').filter(({attributes: {rel}}) => rel === 'canonical' || rel === 'alternate')

  test('names no address of its own, and hides nothing', () => {
    const tree = articleTree({translations: {de: '/de/notiz/'}}, local)
    expect(linksOf(tree)).toEqual([])
    expect(dataOf(tree)).toEqual({})
    expect(metaOf(tree, 'robots')).toEqual([])
    expect([...metaOf(tree, 'og:url'), ...metaOf(tree, 'og:image')]).toEqual([])
    expect(metaOf(tree, 'article:author')).toEqual(['article:author: https://ada.example/'])
    expect(metaOf(tree, 'twitter:')).toEqual(['twitter:card: summary'])
  })

  test('names the original of an article all the same', () => {
    const canonical = 'https://elsewhere.example/original'
    const tree = articleTree({canonical}, local)
    expect(tree.all('link').map(({attributes}) => attributes['href'])).toContain(canonical)
    expect(metaOf(tree, 'og:url')).toEqual([`og:url: ${canonical}`])
  })
})

describe('translations', () => {
  const alternates = (fields: Partial<Page>): ReadonlyArray<string> =>
    articleTree(fields)
      .all('link')
      .flatMap(({attributes: {hreflang, href}}) => (hreflang === undefined ? [] : [`${hreflang}: ${href}`]))

  test('are named with the page itself, which is in the language of the site', () => {
    expect(alternates({})).toEqual([])
    expect(alternates({translations: {de: '/de/notiz/', fr: 'https://x.org/note/'}})).toEqual([
      `en: ${view.permalink(page)}`,
      `de: ${view.permalink('/de/notiz/')}`,
      'fr: https://x.org/note/'
    ])
  })

  test('may say that the page is in another language', () => {
    expect(alternates({translations: {en: '/en/', de: '/notes/first/'}})).toEqual([
      `en: ${view.permalink('/en/')}`,
      `de: ${view.permalink('/notes/first/')}`
    ])
  })
})

describe('link previews', () => {
  test('show an article', () => {
    const tree = articleTree()
    expect(metaOf(tree, 'og:')).toEqual([
      'og:site_name: Field Notes',
      'og:title: First note',
      'og:type: article',
      'og:locale: en_US',
      'og:description: In short',
      'og:url: https://example.org/blog/notes/first/',
      'og:image: https://example.org/blog/images/p.png',
      'og:image:width: 1200',
      'og:image:height: 630'
    ])
    expect(metaOf(tree, 'twitter:')).toEqual(['twitter:card: summary_large_image'])
    expect(metaOf(tree, 'article:')).toEqual([
      'article:published_time: 2024-05-01T00:00:00+14:00',
      'article:modified_time: 2024-06-02T00:00:00+14:00',
      'article:section: Engineering',
      'article:author: https://ada.example/',
      'article:author: https://example.org/blog/authors/grace/',
      'article:tag: Rust',
      'article:tag: Web'
    ])
  })

  test('prefer the image that was made for them', () => {
    const tree = articleTree({socialPreviewImage: '/images/social.png'})
    expect(metaOf(tree, 'og:image')).toEqual(['og:image: https://example.org/blog/images/social.png'])
  })

  test('are small without an image', () => {
    const tree = renderTree(PlainPage({path: '/a/', view, page: fakePage({kind: 'page'})}))
    expect(metaOf(tree, 'twitter:')).toEqual(['twitter:card: summary'])
    expect([...metaOf(tree, 'og:image'), ...metaOf(tree, 'article:')]).toEqual([])
  })

  test.each([
    ['de-CH', 'de_CH'],
    ['de', 'de_DE'],
    ['zh-Hant', 'zh_TW']
  ])('name the language %s', (language, locale) => {
    expect(metaOf(articleTree({}, fakeView({language})), 'og:locale')).toEqual([`og:locale: ${locale}`])
  })
})

describe('structured data', () => {
  test('tells of an article and the way to it', () => {
    const data = dataOf(articleTree())
    expect(data['BlogPosting']).toEqual({
      '@type': 'BlogPosting',
      headline: 'First note',
      description: 'In short',
      url: 'https://example.org/blog/notes/first/',
      mainEntityOfPage: 'https://example.org/blog/notes/first/',
      datePublished: '2024-05-01T00:00:00+14:00',
      dateModified: '2024-06-02T00:00:00+14:00',
      author: [
        {'@type': 'Person', name: 'Ada', url: 'https://ada.example/'},
        {'@type': 'Person', name: 'Grace', url: 'https://example.org/blog/authors/grace/'}
      ],
      image: {
        '@type': 'ImageObject',
        url: 'https://example.org/blog/images/p.png',
        width: 1200,
        height: 630
      },
      articleSection: 'Engineering',
      keywords: ['Rust', 'Web'],
      wordCount: 950,
      inLanguage: 'en',
      publisher: {
        '@type': 'Organization',
        '@id': 'https://example.org/blog/#organization',
        name: 'Field Notes',
        url: 'https://example.org/blog/'
      }
    })
    expect(wayIn(data)).toEqual([
      'Field Notes /blog/',
      'Notes /blog/notes/',
      'Deep /blog/notes/deep/',
      'First note /blog/notes/first/'
    ])
  })

  test('calls an article without date no post, and has nothing that the author did not say', () => {
    const {Article: article} = dataOf(renderTree(Article({path: '/a/', view, page: fakePage()})))
    expect(Object.keys(article ?? {})).toEqual([
      ...['@type', 'headline', 'url', 'mainEntityOfPage', 'wordCount', 'inLanguage', 'publisher']
    ])
  })

  test('names the original of an article published elsewhere first', () => {
    const canonical = 'https://elsewhere.example/original'
    expect(dataOf(articleTree({canonical}))['BlogPosting']).toMatchObject({
      url: canonical,
      mainEntityOfPage: canonical
    })
  })

  test('cuts a headline that search engines would not take', () => {
    const headline = dataOf(articleTree({title: '🦀'.repeat(111)}))['BlogPosting']?.['headline']
    expect(headline).toBe(`${'🦀'.repeat(109)}…`)
  })

  test('ends nowhere but at its end', () => {
    const title = '</script><!-- <script>alert(1)</script>'
    const tree = articleTree({title})
    expect(scriptsOf(tree)).toEqual(['/blog/assets/appearance.js'])
    expect(dataOf(tree)['BlogPosting']).toMatchObject({headline: title})
  })

  test('tells on the home page of the site, and who publishes it', () => {
    const section = fakeSection({name: '', path: fakePath('/'), title: 'Start'})
    const listing = {pages: [], pageNumber: 1, pageCount: 2, total: 0}
    const shown = fakeView({files: ['/apple-touch-icon.png']})
    const data = dataOf(renderTree(Home({path: '/', view: shown, section, listing})))
    expect(Object.keys(data)).toEqual(['WebSite', 'Organization'])
    expect(data['WebSite']).toMatchObject({name: 'Field Notes', url: 'https://example.org/blog/'})
    expect(data['Organization']).toMatchObject({logo: 'https://example.org/blog/apple-touch-icon.png'})
    const second = Home({path: '/page/2/', view, section, listing: {...listing, pageNumber: 2}})
    expect(dataOf(renderTree(second))).toEqual({})
  })

  test('tells of an author', () => {
    const term = fakeTerm('authors', 'Grace', {description: 'Rear admiral'})
    const listing = {pages: [], pageNumber: 1, pageCount: 1, total: 0}
    const tree = renderTree(TermListing({path: term.path, view, taxonomy: 'authors', term, listing}))
    const data = dataOf(tree)
    expect(data['ProfilePage']).toEqual({
      '@type': 'ProfilePage',
      mainEntity: {
        '@type': 'Person',
        name: 'Grace',
        url: 'https://example.org/blog/authors/grace/',
        description: 'Rear admiral'
      }
    })
    expect(wayIn(data)).toEqual([
      'Field Notes /blog/',
      'Authors /blog/authors/',
      'Grace /blog/authors/grace/'
    ])
    expect(metaOf(tree, 'og:type')).toEqual(['og:type: profile'])
  })

  test('tells the way to a section, and nothing of a page that nobody shall find', () => {
    const section = fakeSection({name: 'notes/deep', path: fakePath('/notes/deep/'), title: 'Deep'})
    const listing = {pages: [], pageNumber: 1, pageCount: 1, total: 0}
    const tree = renderTree(SectionListing({path: section.path, view, section, listing}))
    expect(wayIn(dataOf(tree))).toEqual([
      'Field Notes /blog/',
      'Notes /blog/notes/',
      'Deep /blog/notes/deep/'
    ])
    expect(dataOf(renderTree(NotFound({path: '/404.html', view})))).toEqual({})
  })
})

describe('feed readers', () => {
  const link = (name: string): FeedLink => ({title: name, type: 'application/rss+xml', href: `/${name}`})
  const shown = fakeView({
    feeds: [link('site')],
    feedsOf: (owner) => [link('term' in owner ? `${owner.taxonomy}/${owner.term}` : owner.section)]
  })
  const listing = {pages: [], pageNumber: 1, pageCount: 1, total: 0}
  const term = fakeTerm('tags', 'Rust')

  test.each<[string, VNode, ReadonlyArray<string>]>([
    ['an article', Article({path: page.path, view: shown, page}), ['site', 'notes/deep']],
    [
      'a section',
      SectionListing({path: '/notes/', view: shown, section: fakeSection(), listing}),
      ['site', 'notes']
    ],
    [
      'a term',
      TermListing({path: term.path, view: shown, taxonomy: 'tags', term, listing}),
      ['site', 'tags/rust']
    ],
    ['a page in no section', PlainPage({path: '/a/', view: shown, page: fakePage({section: ''})}), ['site']],
    ['the missing page', NotFound({path: '/404.html', view: shown}), ['site']]
  ])('find from %s what it belongs to', (_, node, titles) => {
    const feeds = renderTree(node)
      .all('link')
      .filter(({attributes}) => attributes['rel'] === 'alternate')
    expect(feeds.map(({attributes}) => attributes['title'])).toEqual(titles)
  })
})

describe('language models', () => {
  test.each([
    [true, ['/blog/notes/first/index.md']],
    [false, []]
  ])('find the Markdown of a page where there is some: %s', (hasMarkdown, expected) => {
    const links = articleTree({}, fakeView({hasMarkdown}))
      .all('link')
      .filter(({attributes}) => attributes['type'] === 'text/markdown')
    expect(links.map(({attributes}) => attributes['href'])).toEqual(expected)
  })
})

describe('browsers', () => {
  test('are told of the icons that there are', () => {
    const linksOf = (files: ReadonlyArray<string>): ReadonlyArray<string | undefined> =>
      articleTree({}, fakeView({files}))
        .all('link')
        .filter(({attributes}) => /icon|manifest/.test(attributes['rel'] ?? ''))
        .map(({attributes}) => attributes['href'])
    expect(linksOf([])).toEqual([])
    expect(linksOf(['/favicon.svg', '/apple-touch-icon.png', '/manifest.webmanifest'])).toEqual([
      '/blog/favicon.svg',
      '/blog/apple-touch-icon.png',
      '/blog/manifest.webmanifest'
    ])
  })

  test('have the color of the page around it', () => {
    const tokens = join(import.meta.dirname, '../../templates/assets/partials/tokens.css')
    const css = readFileSync(tokens, 'utf8')
    const [, light, dark] = /--paper: light-dark\((#\w+), (#\w+)\);/.exec(css) ?? []
    expect(metaOf(articleTree(), 'theme-color')).toEqual([`theme-color: ${light}`, `theme-color: ${dark}`])
    const darkOnly = articleTree({}, fakeView({theme: {appearance: 'dark'}}))
    expect(metaOf(darkOnly, 'theme-color')).toEqual([`theme-color: ${dark}`])
  })
})

function wayIn(data: ReturnType<typeof readStructuredData>): ReadonlyArray<string> {
  const items = data['BreadcrumbList']?.['itemListElement']
  if (!Array.isArray(items)) return []
  return items.map(({name, item}) => `${name} ${new URL(item).pathname}`)
}
