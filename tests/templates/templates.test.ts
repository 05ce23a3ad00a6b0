import type {Listing, Page} from 'galley'
import type {VNode} from 'preact'
import {describe, expect, test} from 'vitest'
import NotFound from '../../templates/404.tsx'
import Article from '../../templates/article.tsx'
import Author from '../../templates/authors/term.tsx'
import DocumentationPage from '../../templates/docs/article.tsx'
import DocumentationSection from '../../templates/docs/section.tsx'
import Home from '../../templates/home.tsx'
import PlainPage from '../../templates/page.tsx'
import SectionListing from '../../templates/section.tsx'
import Taxonomy from '../../templates/taxonomy.tsx'
import TermListing from '../../templates/term.tsx'
import {type FakeSite, fakeDate, fakePage, fakePath, fakeSection, fakeTerm, fakeView} from './fake-view.ts'
import {renderTree, scriptsOf} from './html-tree.ts'

const hostile = '<script>alert("1")</script> & more'

const site: FakeSite = {
  body: '<h2 id="one">One</h2><p>Body &amp; <em>soul</em>.</p>',
  menus: {
    main: [
      {name: 'Notes', url: '/notes/', children: [{name: 'First', url: '/notes/first/', children: []}]},
      {name: 'About', url: '/about/', children: []}
    ],
    footer: [{name: hostile, url: '/imprint/', children: []}]
  },
  sections: [fakeSection({name: 'notes/deep', path: fakePath('/notes/deep/'), title: hostile})],
  feeds: [{title: hostile, type: 'application/atom+xml', href: '/blog/feed.xml'}],
  terms: [
    fakeTerm('tags', 'Rust'),
    fakeTerm('categories', 'Engineering'),
    fakeTerm('categories', 'Design'),
    fakeTerm('authors', 'Grace')
  ]
}

const page: Page = fakePage({
  title: hostile,
  description: hostile,
  date: fakeDate('2024-05-01'),
  lastmod: fakeDate('2024-06-02'),
  authors: ['Ada', 'Grace'],
  authorLink: 'https://ada.example/',
  category: 'Engineering',
  previewImage: '/images/größe.png',
  terms: {tags: ['Rust'], categories: ['Engineering', 'Design'], authors: ['Ada', 'Grace']}
})

const middle: Listing = {
  pages: [page],
  pageNumber: 2,
  pageCount: 3,
  total: 30,
  previous: '/blog/notes/',
  next: '/blog/notes/page/3/'
}
const single: Listing = {pages: [page], pageNumber: 1, pageCount: 1, total: 1}

/** Every template with much to say, by kind. */
function renderAll(site: FakeSite): ReadonlyArray<readonly [string, VNode]> {
  const view = fakeView(site)
  const section = fakeSection({title: hostile, source: page.source, sections: ['notes/deep']})
  const term = fakeTerm('tags', 'Rust', {title: hostile, source: page.source})
  return [
    ['home', Home({path: '/', view, section, listing: middle})],
    ['article', Article({path: page.path, view, page})],
    ['page', PlainPage({path: '/about/', view, page: fakePage({...page, kind: 'page'})})],
    ['section', SectionListing({path: '/notes/', view, section, listing: single})],
    ['taxonomy', Taxonomy({path: '/tags/', view, taxonomy: 'tags', title: hostile, terms: [term], section})],
    ['term', TermListing({path: term.path, view, taxonomy: 'tags', term, listing: middle})],
    ['author', Author({path: term.path, view, taxonomy: 'authors', term, listing: middle})],
    ['documentation page', DocumentationPage({path: page.path, view, page})],
    ['documentation section', DocumentationSection({path: '/notes/', view, section, listing: middle})],
    ['404', NotFound({path: '/404.html', view})]
  ]
}

describe.each(renderAll(site))('%s', (_, node) => {
  const tree = renderTree(node)

  test('has one title, one main part and a way past the menu', () => {
    expect(tree.all('h1')).toHaveLength(1)
    expect(tree.only('h1').text).not.toBe('')
    const main = tree.only('main')
    const skipLink = tree.all('a')[0]
    expect(skipLink?.attributes['href']).toBe(`#${main.attributes['id']}`)
  })

  test('names its language, and its navigation uniquely', () => {
    expect(tree.only('html').attributes).toMatchObject({lang: 'en', dir: 'ltr'})
    const labels = tree.all('nav').map(({attributes}) => attributes['aria-label'])
    expect(labels).not.toContain(undefined)
    expect(new Set(labels).size).toBe(labels.length)
  })

  test('escapes what authors write, and has neither script nor style inside', () => {
    const [appearance, ...others] = scriptsOf(tree)
    expect(appearance).toBe('/blog/assets/appearance.js')
    expect(others).toEqual(['/blog/assets/menu.js'])
    expect(tree.all('style')).toEqual([])
    const names = tree.elements.flatMap(({attributes}) => Object.keys(attributes))
    expect(names.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([])
    expect(tree.only('footer', {class: 'site-footer'}).text).toBe(hostile)
  })

  test('links from the root of the server, and loads only its own files', () => {
    const addresses = tree.elements.flatMap(({tagName, attributes}) =>
      tagName === 'a' || tagName === 'img' || attributes['rel'] === 'stylesheet'
        ? [attributes['href'] ?? attributes['src'] ?? 'no address']
        : []
    )
    expect(addresses.filter((to) => !/^(?:#|\/blog\/|https:\/\/ada\.example\/$)/.test(to))).toEqual([])
  })

  test('is what a browser makes of it', () => {
    expect(tree.text).toMatch(/^<html lang="en" dir="ltr"><head>.*<\/body><\/html>$/s)
    // A parser that must repair misnested elements would drop or add some.
    const tags = tree.text.match(/<[a-z][a-z0-9]*[ >/]/g) ?? []
    expect(tree.elements).toHaveLength(tags.length)
  })
})

describe('head', () => {
  test('tells search engines and link previews of the article', () => {
    const tree = renderTree(Article({path: page.path, view: fakeView(site), page}))
    expect(tree.only('title').text).toBe(`${hostile} – Field Notes`)
    expect(tree.only('link', {rel: 'canonical'}).attributes['href']).toBe(
      'https://example.org/blog/notes/first/'
    )
    expect(tree.only('meta', {property: 'og:title'}).attributes['content']).toBe(hostile)
    expect(tree.only('meta', {property: 'og:type'}).attributes['content']).toBe('article')
    expect(tree.only('meta', {property: 'og:image'}).attributes['content']).toBe(
      'https://example.org/blog/images/gr%C3%B6%C3%9Fe.png'
    )
    expect(tree.only('meta', {name: 'description'}).attributes['content']).toBe(hostile)
  })

  test('names the feeds there are', () => {
    const feeds = {rel: 'alternate', type: 'application/atom+xml'}
    const tree = renderTree(Article({path: page.path, view: fakeView(site), page}))
    expect(tree.only('link', feeds).attributes).toMatchObject({title: hostile, href: '/blog/feed.xml'})
    const without = renderTree(Article({path: page.path, view: fakeView(), page}))
    expect(without.all('link').filter(({attributes}) => attributes['rel'] === 'alternate')).toEqual([])
  })

  test.each([
    [['mermaid'], true, ['/blog/assets/mermaid-1.0.0/mermaid.mjs']],
    [['mermaid'], false, []],
    [['math'], true, []]
  ])(
    'loads the script of diagrams for a text with %j, where the package is there: %s',
    (features, hasPackages, expected) => {
      const view = fakeView({features, hasPackages, theme: {appearance: 'system'}})
      const tree = renderTree(Article({path: page.path, view, page}))
      const scripts = tree.all('script').filter(({attributes}) => attributes['defer'] !== undefined)
      expect(scripts.map(({attributes}) => attributes['data-mermaid'])).toEqual(expected)
      expect(scripts.map(({attributes}) => attributes['src'])).toEqual(
        expected.map(() => '/blog/assets/diagrams.js')
      )
    }
  )

  test('names the original of an article published elsewhere first', () => {
    const canonical = 'https://elsewhere.example/original'
    const tree = renderTree(
      Article({path: page.path, view: fakeView(), page: fakePage({canonical, title: 'Copy'})})
    )
    expect(tree.only('link', {rel: 'canonical'}).attributes['href']).toBe(canonical)
    expect(tree.only('meta', {name: 'description'}).attributes['content']).toBe(
      'Notes on <making> things & taking them apart'
    )
  })

  test('keeps the missing page out of search engines', () => {
    const tree = renderTree(NotFound({path: '/404.html', view: fakeView()}))
    expect(tree.only('meta', {name: 'robots'}).attributes['content']).toBe('noindex')
    expect(tree.only('a', {href: '/blog/', class: 'site-title'}).attributes['aria-current']).toBeUndefined()
  })

  test.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['ur', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ku-Latn', 'ltr'],
    ['ja', 'ltr']
  ])('writes %s %s', (language, dir) => {
    const tree = renderTree(NotFound({path: '/404.html', view: fakeView({language})}))
    expect(tree.only('html').attributes).toEqual({lang: language, dir})
  })
})

describe('menu', () => {
  test('marks the page and the section it is in', () => {
    const tree = renderTree(Article({path: page.path, view: fakeView(site), page}))
    expect(tree.only('a', {'aria-current': 'true'}).text).toBe('Notes')
    expect(tree.only('a', {'aria-current': 'page'}).text).toBe('First')
  })
})

describe('article', () => {
  test('shows the day its author wrote, wherever it is built', () => {
    const tree = renderTree(Article({path: page.path, view: fakeView(site), page}))
    expect(tree.only('time', {datetime: '2024-05-01'}).text).toBe('May 1, 2024')
    expect(tree.only('time', {datetime: '2024-06-02'}).text).toBe('June 2, 2024')
    expect(tree.only('p', {class: 'facts'}).text).toContain('By Ada and Grace')
    expect(tree.only('p', {class: 'facts'}).text).toContain('5 min read')
  })

  test('writes dates and its own words in the language of the site', () => {
    const tree = renderTree(Article({path: page.path, view: fakeView({...site, language: 'de-CH'}), page}))
    expect(tree.only('time', {datetime: '2024-05-01'}).text).toBe('1. Mai 2024')
    expect(tree.only('p', {class: 'facts'}).text).toContain('Von Ada und Grace')
  })

  test('links authors to their own address, else to their term', () => {
    const tree = renderTree(Article({path: page.path, view: fakeView(site), page}))
    expect(tree.only('a', {rel: 'author', href: 'https://ada.example/'}).text).toBe('Ada')
    expect(tree.only('a', {rel: 'author', href: '/blog/authors/grace/'}).text).toBe('Grace')
  })

  test('shows the primary category first, then tags', () => {
    const tree = renderTree(Article({path: page.path, view: fakeView(site), page}))
    expect(tree.only('ul', {class: 'eyebrow'}).text).toBe('EngineeringDesign')
    expect(tree.only('li', {class: 'primary'}).text).toBe('Engineering')
    expect(tree.only('a', {rel: 'tag'}).attributes['href']).toBe('/blog/tags/rust/')
  })

  test('links its neighbors', () => {
    const previous = fakePage({path: fakePath('/notes/zero/'), title: 'Zero'})
    const tree = renderTree(Article({path: page.path, view: fakeView({...site, previous}), page}))
    expect(tree.only('a', {rel: 'prev'}).attributes['href']).toBe('/blog/notes/zero/')
    expect(tree.all('a').filter(({attributes}) => attributes['rel'] === 'next')).toEqual([])
  })

  test('links older pages to the left where the newest comes first', () => {
    const [previous, next] = ['Newer one', 'Older one'].map((title) => fakePage({title}))
    if (previous === undefined || next === undefined) throw new Error('Expected two pages')
    const labelsWith = (isNewestFirst: boolean) =>
      renderTree(Article({path: page.path, view: fakeView({...site, previous, next, isNewestFirst}), page}))
        .all('a')
        .filter(({attributes}) => ['prev', 'next'].includes(attributes['rel'] ?? ''))
        .map(({attributes, text}) => `${attributes['rel']}: ${text}`)
    expect(labelsWith(true)).toEqual(['prev: Older Older one', 'next: Newer Newer one'])
    expect(labelsWith(false)).toEqual(['prev: Previous Newer one', 'next: Next Older one'])
  })

  test('leaves the title to a body that begins with it', () => {
    const titled = {...site, body: '<h1 id="t">T</h1>', outline: [{depth: 1, id: 't', text: 'T'}]}
    const subject = fakePage({title: 'T', isTitleInBody: true, toc: true})
    for (const Layout of [Article, PlainPage]) {
      const tree = renderTree(Layout({path: subject.path, view: fakeView(titled), page: subject}))
      expect(tree.all('h1').map(({attributes}) => attributes['id'])).toEqual(['t'])
      expect(tree.all('nav').filter(({attributes}) => attributes['class'] === 'contents')).toEqual([])
    }
  })

  test('inserts the body as it is', () => {
    const tree = renderTree(Article({path: page.path, view: fakeView(site), page}))
    expect(tree.text).toContain(`<div class="text">${site.body}</div>`)
  })
})

describe('contents', () => {
  const outline = [
    {depth: 2, id: 'a', text: 'A'},
    {depth: 3, id: 'a-1', text: hostile},
    {depth: 4, id: 'a-1-1', text: 'Too deep'},
    {depth: 2, id: 'b', text: 'B'}
  ]

  function contents(toc: boolean | undefined, headingCount: number): string | undefined {
    const view = fakeView({outline: outline.slice(0, headingCount)})
    const subject = fakePage(toc === undefined ? {} : {toc})
    const {text} = renderTree(Article({path: subject.path, view, page: subject}))
    return /<nav class="contents" aria-label="Contents">.*?<ul>(.*)<\/ul><\/details>/s.exec(text)?.[1]
  }

  test('nest as the headings do', () => {
    expect(contents(undefined, 4)).toBe(
      '<li><a href="#a">A</a><ul><li><a href="#a-1">&lt;script>alert(&quot;1&quot;)&lt;/script> &amp; more</a></li></ul></li>' +
        '<li><a href="#b">B</a></li>'
    )
  })

  test.each([
    ['absent with two headings', undefined, 2, false],
    ['asked for with one heading', true, 1, true],
    ['asked for without headings', true, 0, false],
    ['refused with many', false, 4, false]
  ])('are shown as the author asked: %s', (_, toc, headingCount, isShown) => {
    expect(contents(toc, headingCount) !== undefined).toBe(isShown)
  })
})

describe('listings', () => {
  test('show cards with what a reader chooses by', () => {
    const card = fakePage({...page, shortDescription: 'Short', smallPreviewImage: '/images/small.png'})
    const listing = {...single, pages: [card]}
    const tree = renderTree(
      SectionListing({path: '/notes/', view: fakeView(site), section: fakeSection(), listing})
    )
    expect(tree.only('h2').text).toBe(hostile)
    expect(tree.only('article').text).toBe(`${hostile}ShortMay 1, 20245 min readEngineering`)
    expect(tree.only('img').attributes).toMatchObject({src: '/blog/images/small.png', alt: ''})
  })

  test('link the parts before and after', () => {
    const tree = renderTree(
      SectionListing({path: '/notes/page/2/', view: fakeView(), section: fakeSection(), listing: middle})
    )
    expect(tree.only('nav', {'aria-label': 'Pages'}).text).toBe('Previous pagePage 2 of 3Next page')
    expect(tree.only('a', {rel: 'prev'}).attributes['href']).toBe('/blog/notes/')
    expect(tree.only('a', {rel: 'next'}).attributes['href']).toBe('/blog/notes/page/3/')
    expect(tree.only('title').text).toBe('Notes – Page 2 – Field Notes')
  })

  test('show the text of their own on the first part only', () => {
    const section = fakeSection({source: page.source})
    const view = fakeView(site)
    const first = renderTree(SectionListing({path: '/notes/', view, section, listing: single}))
    const second = renderTree(SectionListing({path: '/notes/page/2/', view, section, listing: middle}))
    expect(first.text).toContain(site.body)
    expect(second.text).not.toContain(site.body)
  })

  test('leave the title to a text that begins with it, where that text is shown', () => {
    const section = fakeSection({source: page.source, isTitleInBody: true})
    const view = fakeView({body: '<h1 id="t">T</h1>'})
    for (const Layout of [Home, SectionListing]) {
      const first = renderTree(Layout({path: '/notes/', view, section, listing: single}))
      const second = renderTree(Layout({path: '/notes/page/2/', view, section, listing: middle}))
      expect(first.all('h1').map(({text}) => text)).toEqual(['T'])
      expect(second.all('h1').map(({text}) => text)).toEqual(['Notes'])
    }
  })

  test('do without pages', () => {
    const listing: Listing = {pages: [], pageNumber: 1, pageCount: 1, total: 0}
    const tree = renderTree(
      SectionListing({path: '/notes/', view: fakeView(), section: fakeSection(), listing})
    )
    expect(tree.all('ul')).toEqual([])
    expect(tree.all('nav')).toEqual([])
  })
})

describe('taxonomy', () => {
  test('counts the pages of each term as the language writes numbers', () => {
    const terms = [fakeTerm('tags', 'Rust', {pageCount: 1234})]
    const view = fakeView({language: 'de'})
    const tree = renderTree(Taxonomy({path: '/tags/', view, taxonomy: 'tags', title: 'Tags', terms}))
    expect(tree.only('ul', {class: 'term-list'}).text).toBe('Rust 1.234')
  })
})
