import {describe, expect, test} from 'vitest'
import {renderThemeStyle} from '#src/render/render-theme-style.ts'
import Archive from '../../templates/archive.tsx'
import Article from '../../templates/article.tsx'
import Author from '../../templates/authors/term.tsx'
import DocumentationPage from '../../templates/docs/article.tsx'
import Home from '../../templates/home.tsx'
import {type FakeSite, fakeDate, fakePage, fakePath, fakeSection, fakeTerm, fakeView} from './fake-view.ts'
import {type HtmlTree, renderTree, scriptsOf} from './html-tree.ts'

const page = fakePage()

function article(site: FakeSite, subject = page): HtmlTree {
  return renderTree(Article({path: subject.path, view: fakeView(site), page: subject}))
}

describe('the options of the theme', () => {
  test('choose light, dark, or what the reader wants', () => {
    const htmlWith = (appearance: 'light' | 'switch' | 'system'): readonly [unknown, number, number] => {
      const tree = article({theme: {appearance}})
      return [
        tree.only('html').attributes['data-appearance'],
        scriptsOf(tree).length,
        tree.all('button').length
      ]
    }
    expect(htmlWith('light')).toEqual(['light', 0, 0])
    expect(htmlWith('system')).toEqual([undefined, 0, 0])
    expect(htmlWith('switch')).toEqual([undefined, 1, 1])
  })

  test('bring style sheets, the site’s own last', () => {
    const sheets = (theme: FakeSite['theme']): ReadonlyArray<string | undefined> =>
      article({theme, features: ['code']} as FakeSite)
        .all('link')
        .filter(({attributes}) => attributes['rel'] === 'stylesheet')
        .map(({attributes}) => attributes['href'])
    const ofTexts = ['components', 'code', 'math', 'diagrams', 'tabs'].map(
      (name) => `/blog/assets/${name}.css`
    )
    expect(sheets({})).toEqual(['/blog/assets/theme.css', ...ofTexts])
    expect(sheets({accent: '#c2185b', styles: ['/site.css']})).toEqual([
      '/blog/assets/theme.css',
      '/blog/assets/options.css',
      ...ofTexts,
      '/blog/site.css'
    ])
  })

  test('become custom properties', () => {
    const options = {appearance: 'switch', styles: [], social: [], featured: 1} as const
    expect(renderThemeStyle({...options, accent: '#c2185b', fonts: {code: 'Iosevka, monospace'}})).toBe(
      ':root {\n' +
        '  --link: light-dark(oklch(from #c2185b min(l, 0.52) c h), oklch(from #c2185b max(l, 0.76) c h));\n' +
        '  --mono: Iosevka, monospace;\n' +
        '}\n'
    )
  })

  test('put a logo in place of the title, and lines into the footer', () => {
    const tree = article({
      theme: {logo: '/logo.svg', footer: '© Ada', social: [{name: 'Code', url: 'https://code.example/ada'}]}
    })
    expect(tree.only('a', {class: 'site-title'}).text).toBe('')
    expect(tree.only('img').attributes).toMatchObject({src: '/blog/logo.svg', alt: 'Field Notes'})
    expect(tree.only('footer', {class: 'site-footer'}).text).toBe('© AdaCode')
    expect(tree.only('a', {rel: 'me'}).attributes['href']).toBe('https://code.example/ada')
  })

  test('lead to where a page can be changed', () => {
    const editUrl = 'https://code.example/edit/:source'
    expect(article({theme: {editUrl}}).only('p', {class: 'edit'}).text).toBe('Edit this page')
    expect(article({theme: {editUrl}}).text).toContain(
      'href="https://code.example/edit/content/notes/first.md"'
    )
    expect(article({}).text).not.toContain('class="edit"')
  })
})

describe('a series', () => {
  const term = fakeTerm('series', 'Making')
  const parts = ['One', 'Two', 'Three'].map((title) =>
    fakePage({title, path: fakePath(`/notes/${title}/`), terms: {series: ['Making']}})
  )

  test('tells which part an article is, and links the others', () => {
    const [, second = page] = parts
    const tree = article({terms: [term], pages: parts}, second)
    const box = tree.only('nav', {class: 'series'})
    expect(box.text).toBe('Making · part 2 of 3OneTwoThree')
    expect(tree.text).toContain('<span aria-current="page">Two</span>')
    expect(tree.text).toContain('<a href="/blog/notes/Three/">Three</a>')
  })

  test('of one article says nothing', () => {
    const [first = page] = parts
    expect(article({terms: [term], pages: [first]}, first).text).not.toContain('class="series"')
  })
})

describe('related articles', () => {
  test('are linked below a heading in the language of the site', () => {
    const related = [
      fakePage({title: 'Ropes & knots', description: 'On <rope>', path: fakePath('/notes/ropes/')}),
      fakePage({title: 'Sails', path: fakePath('/notes/sails/')})
    ]
    const box = article({related, language: 'de'}).only('nav', {class: 'related'})
    expect(box.text).toContain('Verwandte Artikel')
    expect(box.text).toContain('Ropes & knotsOn <rope>')
    const tree = article({related})
    expect(tree.text).toContain('<a href="/blog/notes/sails/">Sails</a>')
    expect(tree.only('h2', {id: 'related-articles'}).text).toBe('Related articles')
  })

  test('of an article that has none are not spoken of', () => {
    expect(article({related: []}).text).not.toContain('class="related"')
  })
})

test('documentation shows all pages of the outermost section, and where the reader is', () => {
  const sections = [
    fakeSection({name: 'docs', title: 'Docs', path: fakePath('/docs/'), sections: ['docs/deep']}),
    fakeSection({name: 'docs/deep', title: 'Deep', path: fakePath('/docs/deep/')})
  ]
  const pages = [
    fakePage({title: 'Start', section: 'docs', path: fakePath('/docs/start/')}),
    fakePage({title: 'Depth', section: 'docs/deep', path: fakePath('/docs/deep/depth/')})
  ]
  const [, current = page] = pages
  const view = fakeView({sections, pages})
  const tree = renderTree(DocumentationPage({path: current.path, view, page: current}))
  expect(tree.only('nav', {class: 'tree'}).text).toBe('DocsStartDeepDepth')
  expect(tree.only('a', {'aria-current': 'page'}).text).toBe('Depth')
  expect(tree.only('nav', {class: 'breadcrumbs'}).text).toBe('DocsDeep')
})

test('the home page shows its first articles large, on its first part alone', () => {
  const pages = ['One', 'Two', 'Three'].map((title) =>
    fakePage({
      title,
      path: fakePath(`/notes/${title}/`),
      previewImage: '/large.png',
      smallPreviewImage: '/small.png'
    })
  )
  const home = (featured: number, pageNumber: number): ReadonlyArray<string | undefined> => {
    const listing = {pages, pageNumber, pageCount: 2, total: 6}
    const view = fakeView({theme: {featured}})
    return renderTree(Home({path: '/', view, section: fakeSection({name: ''}), listing}))
      .all('img')
      .map(({attributes}) => attributes['src'])
  }
  expect(home(2, 1)).toEqual(['/blog/large.png', '/blog/large.png', '/blog/small.png'])
  expect(home(2, 2)).toEqual(['/blog/small.png', '/blog/small.png', '/blog/small.png'])
  expect(home(0, 1)).toEqual(['/blog/small.png', '/blog/small.png', '/blog/small.png'])
})

test('images keep their room, and the first ones come first', () => {
  const subject = fakePage({previewImage: '/p.png'})
  const tree = article({images: {'/p.png': {width: 530, height: 145}}}, subject)
  expect(tree.only('img').attributes).toEqual({
    ...{class: 'preview', src: '/blog/p.png', alt: '', width: '530', height: '145'},
    ...{fetchpriority: 'high', decoding: 'async'}
  })
})

test('an archive has the dated articles by year, the newest first', () => {
  const pages = [
    fakePage({title: 'New', path: fakePath('/new/'), date: fakeDate('2025-02-03')}),
    fakePage({title: 'Old', path: fakePath('/old/'), date: fakeDate('2023-12-31')}),
    fakePage({title: 'Undated', path: fakePath('/undated/')})
  ]
  const view = fakeView({pages})
  const tree = renderTree(
    Archive({path: '/archive/', view, page: fakePage({title: 'Archive', kind: 'page'})})
  )
  expect(tree.all('section').map(({text}) => text)).toEqual(['2025Feb 3New', '2023Dec 31Old'])
})

test('an author has a portrait and addresses', () => {
  const params = {image: '/ada.png', links: {Code: 'https://code.example/ada', broken: 1}}
  const term = fakeTerm('authors', 'Ada', {params, description: 'Writes.'})
  const listing = {pages: [], pageNumber: 1, pageCount: 1, total: 0}
  const tree = renderTree(Author({path: term.path, view: fakeView(), taxonomy: 'authors', term, listing}))
  expect(tree.only('img').attributes['src']).toBe('/blog/ada.png')
  expect(tree.only('a', {rel: 'me'}).text).toBe('Code')
})
