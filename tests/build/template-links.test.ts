import type {ComponentProps, PageView} from 'galley'
import {h, type JSX} from 'preact'
import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {sealedStore} from '#src/build/store/sealed-store.ts'
import {openTraceStore} from '#src/build/store/trace-store.ts'
import {keyOf} from '#src/graph/query.ts'
import {traceOf} from '#src/graph/traces.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

type Content = JSX.Element | string | ReadonlyArray<JSX.Element>

/** A site at `/blog/` whose article template has more in it. */
function hostOf(
  write: (given: PageView) => Content,
  files: Readonly<Record<string, string>> = {}
): MemoryHost {
  const article: LoadedTemplate = {
    name: 'article',
    file: 'templates/article.tsx',
    hash: String(write),
    render: (given: PageView) =>
      h('main', {}, h('div', {dangerouslySetInnerHTML: {__html: given.view.body(given.page)}}), write(given)),
    find: (text) =>
      text === '/blog/abuot/'
        ? {file: 'templates/partials/foot.tsx', place: {line: 2, column: 7, endLine: 2, endColumn: 19}}
        : undefined
  }
  return memoryHost(
    {
      'content/s/a.md': '---\ntitle: A\n---\nText.\n',
      'content/s/b.md': '---\ntitle: B\naliases: [/old/]\n---\nText.\n',
      'content/about.md': '---\ntitle: About\n---\n',
      'public/style.css': 'css',
      ...files
    },
    {
      templates: [...plainTemplates.filter(({name}) => name !== 'article'), article],
      config: {
        baseUrl: 'https://example.org/blog/',
        menus: {
          main: [
            {name: 'Gone', url: '/gone/'},
            {name: 'About', url: '/about/'}
          ]
        }
      }
    }
  )
}

async function problemsWith(
  write: (given: PageView) => Content,
  files?: Readonly<Record<string, string>>
): Promise<ReadonlyArray<string>> {
  const result = await build(hostOf(write, files), plainOptions)
  return problemsOf(result)
    .filter((problem) => problem.startsWith('templates/'))
    .map((problem) => problem.replace(/ warning routing\/(.*?): .*, found (`.*?`).*/, ' $1 $2'))
}

describe('addresses that a template writes are right', () => {
  test.each<[string, (given: PageView) => Content]>([
    ['for pages and files', () => [h('a', {href: '/blog/about/'}), h('link', {href: '/blog/style.css?v=1'})]],
    ['from the page', () => h('a', {href: '../b/#top'})],
    ['with the origin', () => h('a', {href: 'https://example.org/blog/s/'})],
    [
      'of other sites',
      () => [h('a', {href: 'https://example.org/'}), h('script', {src: '//cdn.example/x.js'})]
    ],
    ['of no site', () => [h('a', {href: 'mailto:a@b.example'}), h('img', {src: 'data:image/png;base64,x'})]],
    [
      'within the page',
      () => [h('a', {href: '#x'}), h('i', {id: 'x'}), h('a', {href: ''}), h('a', {href: '#'})]
    ],
    [
      'of a part of a page',
      ({view}) => [h('i', {id: 'x'}), h('a', {href: '/blog/s/b/#x'}), h('a', {href: view.href('/s/b/#x')})]
    ],
    ['of a file at its full name', () => h('a', {href: '/blog/about/index.html'})],
    ['of the site as a whole', () => h('a', {href: '/blog'})],
    [
      'that the site answered',
      ({view, page}) => [h('a', {href: view.href(page)}), h('a', {href: view.href('/about/')})]
    ],
    ['in text', () => h('pre', {}, ' <a href="/nope/"> ')],
    ['in scripts', () => h('script', {dangerouslySetInnerHTML: {__html: 'let a = "x" ; b. href="/nope/"'}})],
    ['in comments', () => h('p', {dangerouslySetInnerHTML: {__html: '<!-- <a href="/nope/"> -->'}})],
    [
      'of a menu, whose entry is reported',
      ({view}) => view.menu('main').map(({url}) => h('a', {href: view.href(url)}))
    ],
    ['in data of other elements', () => h('p', {data: '/nope/'} as object)]
  ])('%s', async (_, write) => {
    expect(await problemsWith(write)).toEqual([])
  })
})

describe('an address that a template writes and that leads nowhere is reported', () => {
  test.each<[string, (given: PageView) => Content, ReadonlyArray<string>]>([
    [
      'as a link',
      () => h('a', {href: '/blog/nope/'}),
      ['templates/article.tsx broken-reference `/blog/nope/`']
    ],
    [
      'as an image',
      () => h('img', {src: '/blog/a.png', srcset: '/blog/b.png 1x, /blog/c.png 2x'}),
      ['a', 'b', 'c'].map((name) => `templates/article.tsx broken-reference \`/blog/${name}.png\``)
    ],
    ['within the page', () => h('a', {href: '#x'}), ['templates/article.tsx unknown-heading `#x`']],
    [
      'of a part that a page does not have',
      ({view}) => h('a', {href: view.href('/about/#x')}),
      ['templates/article.tsx unknown-heading `/blog/about/#x`']
    ],
    ['from the page', () => h('a', {href: 'b/'}), ['templates/article.tsx broken-reference `b/`']],
    [
      'with the origin',
      () => h('a', {href: 'https://example.org/blog/x/'}),
      ['templates/article.tsx broken-reference `https://example.org/blog/x/`']
    ],
    [
      'when it was asked of the site',
      ({view}) => h('a', {href: view.href('/nope/')}),
      ['templates/article.tsx broken-reference `/nope/`']
    ],
    [
      'at its place',
      () => h('a', {href: '/blog/abuot/'}),
      ['templates/partials/foot.tsx:2:7 broken-reference `/blog/abuot/`']
    ],
    [
      'without its final slash',
      () => h('a', {href: '/blog/about'}),
      ['templates/article.tsx indirect-address `/blog/about`']
    ],
    [
      'as an alias',
      () => h('a', {href: '/blog/old/'}),
      ['templates/article.tsx indirect-address `/blog/old/`']
    ],
    ['outside of the site', () => h('a', {href: '/about/'}), ['templates/article.tsx outside-site `/about/`']]
  ])('%s', async (_, write, problems) => {
    expect(await problemsWith(write)).toEqual(problems)
  })

  test('once, with a page where it stands and what was meant', async () => {
    const {diagnostics} = await build(
      hostOf(() => h('a', {href: '/blog/abuot/'})),
      plainOptions
    )
    const hints = diagnostics.filter(({file}) => file.startsWith('templates/')).map(({hint}) => hint)
    expect(hints).toEqual(['It stands on `/s/a/`. Did you mean `/about/`?'])
  })

  test('but not what stands in a text, which is told of there', async () => {
    expect(await problemsWith(() => '', {'content/s/a.md': '[x](nope.md) [y](/blog/nope/)'})).toEqual([])
  })

  test('nor an image of front matter, which is told of there', async () => {
    const files = {'content/s/a.md': '---\ntitle: A\npreview_image: gone.png\n---\n'}
    const image = ({view, page}: PageView): Content =>
      page.previewImage === undefined ? '' : h('img', {src: view.href(page.previewImage)})
    expect(await problemsWith(image, files)).toEqual([])
  })
})

test('a component is reported as a template is, and what its call names where it is called', async () => {
  const host = memoryHost(
    {'content/a.md': '---\ntitle: A\n---\n::card{to=gone.md}\n\n::card{to=a.md}\n'},
    {
      templates: [
        ...plainTemplates,
        {
          name: 'components/card',
          file: 'templates/components/card.tsx',
          hash: 'card',
          attributes: {to: 'url'},
          render: ({to}: {readonly to: string}) => h('p', {}, h('a', {href: to}), h('img', {src: '/no.png'}))
        }
      ]
    }
  )
  expect(problemsOf(await build(host, plainOptions))).toEqual([
    'content/a.md:4:8 warning routing/broken-reference: Expected a page or file of this site, found `gone.md`',
    'templates/components/card.tsx warning routing/broken-reference: Expected a page or file of this site, found `/no.png`'
  ])
})

test.each([
  ['image', 'gone.png', 'gone.png'],
  ['image', '/gone.png', '/blog/gone.png'],
  ['href', 'gone.png', 'gone.png']
] as const)(
  'a component that asks for the %s that its call names, %s, is not told of it again',
  async (question, written, shown) => {
    const render = ({to, view}: ComponentProps<{readonly to: 'url'}>): JSX.Element =>
      h('img', {src: question === 'image' ? view.image(to).src : view.href(to)})
    const card = {name: 'components/card', file: 'templates/components/card.tsx', hash: 'card', render}
    const host = memoryHost(
      {'content/a.md': `---\ntitle: A\n---\n::card{to=${written}}\n`},
      {
        templates: [...plainTemplates, {...card, attributes: {to: 'url'}} as LoadedTemplate],
        config: {baseUrl: 'https://example.org/blog/'}
      }
    )
    expect(problemsOf(await build(host, plainOptions))).toEqual([
      `content/a.md:4:8 warning routing/broken-reference: Expected a page or file of this site, found \`${written}\``
    ])
    expect(new TextDecoder().decode(host.outputs.get('a/index.html' as OutputPath))).toContain(
      `<img src="${shown}"`
    )
  }
)

test('a page that writes what the site answered looks nothing up', async () => {
  const host = hostOf(({view}) => h('a', {href: view.href('/about/')}))
  await build(host, plainOptions)
  const traces = openTraceStore(sealedStore(host.store, host.version, () => undefined)).read()
  const reads = traceOf(traces, keyOf({name: 'rendered'}, '/s/a/'))?.reads.map(([key]) => key) ?? []
  expect(reads.filter((key) => key.startsWith('addressOf') || key.startsWith('isToldElsewhere'))).toEqual([
    'addressOf "/about/"'
  ])
})

test('of as many broken addresses as there are pages each reads as much as one alone', async () => {
  const readCounts = async (count: number): Promise<ReadonlyArray<number>> => {
    const pages = Array.from(
      {length: count},
      (_, number) => [`content/s/p${number}.md`, `---\ntitle: P${number}\n---\n`] as const
    )
    const host = hostOf(
      ({path}) => h('img', {src: `/blog/covers${path}c.png`, alt: ''}),
      Object.fromEntries(pages)
    )
    expect(
      problemsOf(await build(host, plainOptions)).filter((line) => line.includes('covers'))
    ).toHaveLength(count + 2)
    const traces = openTraceStore(sealedStore(host.store, host.version, () => undefined)).read()
    return ['addressOf', 'isToldElsewhere', 'nearestAddress'].map(
      (name) => traceOf(traces, keyOf({name}, `/covers/s/p1/c.png`))?.reads.length ?? 0
    )
  }
  const [few, many] = [await readCounts(3), await readCounts(30)]
  expect(many).toEqual(few)
  expect(Math.max(...few)).toBeGreaterThan(0)
})

test.each([
  ['/blog/abuot/', '/about/'],
  ['/blog/s/aa/', '/s/a/'],
  ['/blog/t/b/', '/s/b/'],
  ['/blog/t/bb/', undefined]
])('of %s it is told that %s is meant', async (written, meant) => {
  const [problem] = (
    await build(
      hostOf(() => h('a', {href: written})),
      plainOptions
    )
  ).diagnostics.filter(({reason}) => reason.includes(written))
  expect(problem?.code).toBe('routing/broken-reference')
  expect(problem?.hint).toBe(
    `It stands on \`/s/a/\`${meant === undefined ? '' : `. Did you mean \`${meant}\`?`}`
  )
})

test('an address that a template has from the front matter of its page is told of there', async () => {
  const host = hostOf(
    ({page, view}) => {
      const {photo, links = {}} = page.params as {photo?: string; links?: {home?: string}}
      return h('p', {}, [
        ...(photo === undefined ? [] : [h('img', {src: view.href(photo), alt: ''})]),
        ...(links.home === undefined ? [] : [h('a', {href: links.home}, 'Home')])
      ])
    },
    {
      'content/s/a.md':
        '---\ntitle: A\nphoto: /people/ada.jpg\nparams:\n  links: {home: /blog/nope/}\n---\nText.\n',
      'content/s/c.md': '---\ntitle: C\nphoto: /style.css\n---\nText.\n'
    }
  )
  const problems = problemsOf(await build(host, plainOptions))
  const code = 'warning routing/broken-reference: Expected a page or file of this site, found'
  expect(problems.filter((problem) => problem.startsWith('content/'))).toEqual([
    `content/s/a.md:3:8 ${code} \`/people/ada.jpg\``,
    `content/s/a.md:5:17 ${code} \`/blog/nope/\``
  ])
  expect(problems.filter((problem) => problem.startsWith('templates/'))).toEqual([])
})
