import {h, type JSX, Fragment as Nodes} from 'preact'
import {describe, expect, test} from 'vitest'
import type {Fragment} from '#src/model/fragment.ts'
import type {Html} from '#src/model/view.ts'
import {chooseTemplate} from '#src/render/choose-template.ts'
import {joinFragment, type SlotFillers} from '#src/render/join-fragment.ts'
import {readingTime} from '#src/render/reading-time.ts'
import {NothingRenderedError, renderHtml} from '#src/render/render-html.ts'
import {renderRedirect} from '#src/render/render-redirect.ts'

const fillers: SlotFillers = {
  reference: () => 'never',
  image: ({sizeOf}) => (sizeOf === 'b.png' ? {size: {width: 3, height: 2}} : undefined),
  component: ({component}, children) => `[${component} ${children}]` as Html
}

describe('a fragment', () => {
  const fragment: Fragment = {
    chunks: ['<a href="', '">x</a><img src="', '"', '>'],
    slots: [{reference: 'a.md', role: 'link'}, {reference: 'b.png', role: 'asset'}, {sizeOf: 'b.png'}]
  }

  test('is joined with what its slots resolve to', () => {
    expect(joinFragment(fragment, {...fillers, reference: ({reference}) => `/${reference}`})).toBe(
      '<a href="/a.md">x</a><img src="/b.png" width="3" height="2">'
    )
  })

  test('has what browsers may show instead of an image around its tag', () => {
    const image: Fragment = {
      chunks: ['<p>a <img alt="<img > b" src="', '" title="b > c"', '> d</p>'],
      slots: [{reference: 'b.png', role: 'asset'}, {sizeOf: 'b.png'}]
    }
    const choice = {
      src: '/sized/b.png',
      sources: [{type: 'image/webp', srcset: '/b.webp 480w, /"b".webp 800w'}],
      sizes: '100vw'
    }
    const shown = {...fillers, image: () => ({size: {width: 3, height: 2}, choice})}
    const picture =
      '<picture><source type="image/webp" srcset="/b.webp 480w, /&#x22;b&#x22;.webp 800w" sizes="100vw">' +
      '<img alt="<img > b" src="/sized/b.png" title="b > c" width="3" height="2"></picture>'
    expect(joinFragment(image, shown)).toBe(`<p>a ${picture} d</p>`)
    expect(joinFragment({...image, chunks: ['<picture><img src="', '"', '></picture>']}, shown)).toBe(
      '<picture><img src="/sized/b.png" width="3" height="2"></picture>'
    )
    expect(joinFragment(image, {...shown, image: () => ({choice: {...choice, sources: []}})})).toBe(
      '<p>a <img alt="<img > b" src="/sized/b.png" title="b > c"> d</p>'
    )
  })

  test('cannot be broken out of', () => {
    expect(joinFragment(fragment, {...fillers, reference: () => '"><script>&'})).toContain(
      'href="&#x22;><script>&#x26;"'
    )
  })

  test('has components with what is inside of them', () => {
    const children: Fragment = {chunks: ['<a href="', '">x</a>'], slots: [{reference: 'a', role: 'link'}]}
    const slot = {component: 'note', spot: 'block', attributes: [], children} as const
    expect(joinFragment({chunks: ['<p>', '</p>'], slots: [slot]}, fillers)).toBe(
      '<p>[note <a href="never">x</a>]</p>'
    )
  })

  test('has no link where there is no address', () => {
    const reference = (): undefined => undefined
    const slots = [{reference: 'a', role: 'link'}] as const
    const chunks = ['<p>b <a class="c" href="', '" rel="d">x</a> <a>y</a></p>']
    expect(joinFragment({chunks, slots}, {...fillers, reference})).toBe('<p>b x <a>y</a></p>')
    expect(joinFragment(fragment, {...fillers, reference})).toBe('x<img width="3" height="2">')
  })

  test('without slots is its only chunk', () => {
    expect(joinFragment({chunks: ['<p>x</p>'], slots: []}, fillers)).toBe('<p>x</p>')
  })
})

describe('templates', () => {
  test.each([
    [{kind: 'article', folder: ''}, ['article']],
    [{kind: 'article', folder: 'docs/guides'}, ['docs/guides/article', 'docs/article', 'article']],
    [
      {kind: 'article', folder: 'docs', layout: 'wide'},
      ['docs/wide', 'wide', 'docs/wide/article', 'wide/article']
    ],
    [
      {kind: 'section', folder: 'help', inherited: 'docs'},
      ['help/docs/section', 'docs/section', 'help/section', 'section']
    ]
  ] as const)('for %j are %j', (choice, names) => {
    for (const [index, name] of names.entries()) {
      const worse = new Set(names.slice(index))
      expect(chooseTemplate(choice, [worse, new Set()])).toBe(name)
      expect(chooseTemplate(choice, [new Set(), worse])).toBe(name)
    }
    expect(chooseTemplate(choice, [new Set(['other']), new Set()])).toBeUndefined()
  })

  test.each([
    ['a general one before a special one', {kind: 'term', folder: 'authors'}, 'term', 'authors/term'],
    ['one for all before one by section', {kind: 'article', folder: 'docs'}, 'article', 'docs/article'],
    ['a layout by kind', {kind: 'page', folder: '', layout: 'archive'}, 'archive/page', 'archive']
  ] as const)('of the site come before the theme’s: %s', (_, choice, own, builtIn) => {
    expect(chooseTemplate(choice, [new Set([own]), new Set([builtIn, own])])).toBe(own)
    expect(chooseTemplate(choice, [new Set(), new Set([builtIn, own])])).toBe(builtIn)
    expect(chooseTemplate(choice, [new Set([own, builtIn]), new Set()])).toBe(builtIn)
  })

  test('of the site do not come before a layout that its pages are to have', () => {
    const choice = {kind: 'section', folder: 'guide', inherited: 'docs'} as const
    expect(chooseTemplate(choice, [new Set(['section']), new Set(['docs/section'])])).toBe('docs/section')
  })

  test('make documents with a doctype, and escape text', () => {
    const html = renderHtml(({name}: {readonly name: string}) => h('p', null, name), {name: '<script>'})
    expect(html).toBe('<!doctype html>\n<p>&lt;script></p>\n')
  })

  test.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['null', () => null],
    ['a promise', async () => h('p', null)],
    ['a failing promise', async () => Promise.reject(new Error('late'))]
  ])('that return %s fail', (_, template) => {
    expect(() => renderHtml(template as () => JSX.Element, {})).toThrow(NothingRenderedError)
  })

  test.each<[name: string, child: unknown, told: string]>([
    [
      'an object',
      {title: 'A', date: ''},
      '`<p>` has an object in it that is neither text nor element: one with the fields `title`, `date`'
    ],
    ['an object among texts', ['a', ['b', {}]], 'element: an empty one'],
    ['a date', new Date(0), 'element: a `Date`'],
    ['a promise', Promise.resolve('a'), 'element: a `Promise`']
  ])('that show %s fail, since nothing would be shown', (_, child, told) => {
    expect(() => renderHtml(() => h('p', null, child as string), {})).toThrow(told)
    expect(() => renderHtml(() => h(Nodes, null, child as string), {})).toThrow('neither text nor element')
  })

  test.each([
    ['<p>x</p>', '`<div>` would be empty: `dangerouslySetInnerHTML` needs `{__html: …}`, found none'],
    [{html: '<p>x</p>'}, 'needs `{__html: …}`'],
    [false, 'needs `{__html: …}`']
  ])('that put in HTML without a name fail, since nothing would be shown: %o', (given, told) => {
    expect(() => renderHtml(() => h('div', {dangerouslySetInnerHTML: given as never}), {})).toThrow(told)
  })

  test('may put in HTML, or none', () => {
    const given = [{__html: '<p>x</p>'}, undefined, null]
    const divs = given.map((html) => h('div', {dangerouslySetInnerHTML: html as never}))
    expect(renderHtml(() => h('main', null, divs), {})).toContain('<div><p>x</p></div><div></div><div></div>')
  })

  test('may give any object to a component, and show what is no object', () => {
    const Named = ({children}: {readonly children: {readonly name: string}}) => h('b', null, children.name)
    const shown = ['a', 1, true, null, undefined, [h('i', null)]]
    expect(renderHtml(() => h('p', null, h(Named, null, {name: 'x'} as never), shown), {})).toContain(
      '<p><b>x</b>a1<i></i></p>'
    )
  })
})

describe('a redirect', () => {
  test('forwards by itself and by a link', () => {
    const html = renderRedirect({href: '/a/?x="&y', permalink: 'https://example.org/a/'})
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/a/?x=&quot;&amp;y"/>')
    expect(html).toContain('<link rel="canonical" href="https://example.org/a/"/>')
    expect(html).toContain('<a href="/a/?x=&quot;&amp;y">')
  })
})

test.each([
  [0, 1],
  [299, 1],
  [1000, 5]
])('%i words take %i minutes', (words, minutes) => {
  expect(readingTime(words)).toBe(minutes)
})
