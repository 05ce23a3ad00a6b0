import type {HomeView} from 'galley'
import {h, type JSX} from 'preact'
import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainComponents} from './plain-components.ts'
import {plainTemplates} from './plain-templates.ts'

const allTemplates = [...plainTemplates, ...plainComponents]

function hostOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  {templates = allTemplates, config = {}}: {templates?: ReadonlyArray<LoadedTemplate>; config?: unknown} = {}
): MemoryHost {
  return memoryHost(files, {templates, config})
}

/** The text of the article `content/a/b.md` with this body, and problems without their reasons. */
async function buildArticle(
  body: string,
  config: unknown = {}
): Promise<{readonly html: string; readonly problems: ReadonlyArray<string>}> {
  const host = hostOf(
    {
      'content/a/b.md': `---\ntitle: B\ndate: 2024-01-01\n---\n${body}\n`,
      'content/a/other.md': '---\ntitle: Other\n---\n## B\n',
      'content/a/i.png': 'image'
    },
    {config}
  )
  const result = await build(host, {...plainOptions, keepGoing: true})
  return {html: textOf(host, 'a/b/index.html'), problems: problemsOf(result)}
}

/** A problem as its place, severity and code. */
function withoutReason(problem: string): string {
  return problem.replace(/: .*/s, '')
}

/** A home page with the excerpt of each article. */
function excerptsOf({view, listing}: HomeView): JSX.Element {
  const excerpts = listing.pages.map((page) => view.excerpt(page)).join('')
  return h('main', {dangerouslySetInnerHTML: {__html: excerpts}})
}

function textOf({outputs}: MemoryHost, path: string): string {
  const bytes = [...outputs].find(([name]) => name === path)?.[1]
  return /<main>(.*)<\/main>/s.exec(new TextDecoder().decode(bytes))?.[1]?.trim() ?? ''
}

describe('a component', () => {
  test.each([
    [
      'has its content without an element around it',
      ':::aside\nOne *two*\n:::',
      '<aside>\n<p>One <em>two</em></p>\n</aside>'
    ],
    [
      'is given texts by name',
      ':::aside{id=i .c title="a & b"}\nx\n:::',
      '<aside id="i" class="c" title="a &amp; b">\n<p>x</p>\n</aside>'
    ],
    ['stands in a paragraph', 'a :both[b] c', '<p>a b and b c</p>'],
    [
      'stands in another',
      ':::aside\n:both[*x*]{}\n:::',
      '<aside>\n<p><em>x</em> and <em>x</em></p>\n</aside>'
    ],
    ['may come to nothing', '::nothing', ''],
    [
      'is given typed attributes',
      '::picture{src=i.png caption=c width=3.5 open align=right #x .y}',
      '<figure data-align="right" data-open="true" id="x" class="y"><img src="/a/i.png" width="3.5" alt="c"/>empty</figure>'
    ],
    [
      'has defaults for what is not given',
      '::picture[*c*]{src="https://example.org/i.png"}',
      '<figure data-align="left" data-open="false"><img src="https://example.org/i.png" alt/><figcaption><em>c</em></figcaption></figure>'
    ],
    [
      'may say no to a flag',
      '::picture{src=#a open=false}',
      '<figure data-align="left" data-open="false"><img src="#a" alt/>empty</figure>'
    ],
    ['knows the site', '::home', '<a href="/">Untitled</a>']
  ])('%s', async (_, body, html) => {
    expect(await buildArticle(body)).toEqual({html, problems: []})
  })

  test('cannot be broken out of by attributes', async () => {
    const {html} = await buildArticle('::picture{src="i.png?a&quot;><script>" caption="</figure>&quot;"}')
    expect(html).not.toContain('<script>')
    expect(html).not.toContain('</figure>"')
  })

  test('has no text that stands for its content in what an author writes', async () => {
    const {html} = await buildArticle(':::aside{title="\uFDD0children\uFDD0"}\n<b>x</b>\n:::')
    expect(html.match(/<b>/g)).toHaveLength(1)
  })

  test('has references like any other, below the base path', async () => {
    const config = {baseUrl: 'https://example.org/blog/'}
    const {html, problems} = await buildArticle(
      '::picture{src=other.md}\n\n::picture{src=/a/i.png}\n\n::picture{src=gone.png}\n\n::home',
      config
    )
    expect(html).toContain('<img src="/blog/a/other/"')
    expect(html).toContain('<img src="/blog/a/i.png"')
    expect(html).toContain('<a href="/blog/">')
    expect(problems).toEqual([
      'content/a/b.md:9:11 warning routing/broken-reference: Expected a page or file of this site, found `gone.png`'
    ])
  })
})

describe('the size of an image', () => {
  const image = '<svg xmlns="http://www.w3.org/2000/svg" width="6" height="4"/>'
  const site = {
    'content/a/b.md':
      '# B\n\n::measured{src="i mage.svg?v=1"}\n\n::measured{src=gone.svg}\n\n::measured{src=b.md}',
    'content/a/i mage.svg': image
  }

  test('is known to a component below any base path, and in a feed', async () => {
    for (const baseUrl of ['https://example.org/', 'https://example.org/blog/']) {
      const host = hostOf(
        {...site, 'content/a/b.md': `---\ndate: 2024-01-01\n---\n${site['content/a/b.md']}`},
        {config: {baseUrl, feed: {content: 'full'}}}
      )
      await build(host, {...plainOptions, keepGoing: true})
      const {pathname} = new URL(baseUrl)
      expect(textOf(host, 'a/b/index.html')).toContain(
        `<img src="${pathname}a/i%20mage.svg?v=1" width="6" height="4"/>`
      )
      expect(textOf(host, 'a/b/index.html').match(/width/g)).toHaveLength(1)
      const feed = new TextDecoder().decode([...host.outputs].find(([name]) => name === 'feed.xml')?.[1])
      expect(feed).toContain(`${baseUrl}a/i%20mage.svg?v=1" width="6" height="4"`)
    }
  })

  test('is asked for by address, file or what has a path', async () => {
    const host = hostOf(site, {
      templates: [
        ...plainTemplates.filter(({name}) => name !== 'home'),
        ...plainComponents,
        {
          name: 'home',
          file: 'templates/home.tsx',
          hash: 'home',
          render: ({view}: HomeView): JSX.Element =>
            h(
              'main',
              null,
              JSON.stringify([
                view.imageSize('/a/i mage.svg'),
                view.imageSize('/a/i%20mage.svg#x'),
                view.imageSize('content/a/i mage.svg'),
                view.imageSize({path: '/a/i mage.svg'}),
                view.imageSize('https://example.org/a.svg') ?? 'elsewhere',
                view.imageSize('/a/') ?? 'no image'
              ])
            )
        }
      ]
    })
    await build(host, plainOptions)
    const size = '{"width":6,"height":4}'
    expect(textOf(host, 'index.html').replaceAll('&quot;', '"')).toBe(
      `[${size},${size},${size},${size},"elsewhere","no image"]`
    )
  })

  test('renders what shows it when it changes', async () => {
    const host = hostOf(site)
    await build(host, plainOptions)
    host.files.set('content/a/i mage.svg', image.replace('6', '8'))
    const {rendered} = await build(host, plainOptions)
    expect(rendered).toEqual(['/a/b/'])
    expect(textOf(host, 'a/b/index.html')).toContain('width="8" height="4"')
  })
})

describe('a param', () => {
  const calls = ['x', 'a.b', 'own', 'gone', 'a.b.c', 'constructor']
  const body = calls.map((name) => `{{< param "${name}" >}}`).join(' ')
  const config = {params: {x: 1, own: 'site', a: {b: [2]}}}
  const site = {'content/a/b.md': `---\ntitle: B\nown: article\nparams: {x: 3}\n---\n${body}`}

  test('is that of the article, else of the site', async () => {
    const host = hostOf(site, {config})
    await build(host, plainOptions)
    expect(textOf(host, 'a/b/index.html').match(/(?<=<b>).*?(?=<)/g)).toEqual([
      '3',
      '[2]',
      '&quot;article&quot;',
      ...Array.from({length: 3}, () => '&quot;none&quot;')
    ])
  })

  test('is another one once it changes', async () => {
    const host = hostOf(site, {config})
    await build(host, plainOptions)
    host.files.set('content/a/b.md', site['content/a/b.md'].replace('article', 'changed'))
    await build(host, plainOptions)
    expect(textOf(host, 'a/b/index.html')).toContain('changed')
  })
})

describe('what is wrong is told at its place, and the content is kept', () => {
  test.each([
    [':::nte\nx\n:::', '5:1 warning render/unknown-component'],
    ['a :nte[x]', '5:3 warning render/unknown-component'],
    ['a :tip[x]', '5:3 warning render/container-alone'],
    ['::code-group[x]', '5:1 warning render/container-alone'],
    ['::picture[x]', '5:1 error render/missing-attribute'],
    ['::picture[x]{src=i.png scr=b}', '5:24 error render/unknown-attribute'],
    [':picture[x]{src=i.png\n width=wide}', '6:2 error render/wrong-attribute'],
    ['::picture[x]{src=i.png align=middle}', '5:24 error render/wrong-attribute'],
    ['::picture[x]{src=i.png open=maybe}', '5:24 error render/wrong-attribute'],
    ['::picture[x]{src="javascript:a"}', '5:14 error render/dangerous-url'],
    [':::aside{children=a}\nx\n:::', '5:10 error render/unknown-attribute'],
    ['::both[x]{a=b}', '5:11 error render/unknown-attribute'],
    ['::both[x]{constructor=b}', '5:11 error render/unknown-attribute'],
    ['a :failing[x]', '5:3 error render/component-failed'],
    ['::late[x]', '5:1 error render/component-failed'],
    ['::forgetful[x]', '5:1 error render/component-failed']
  ])('%j', async (body, problem) => {
    const {html, problems} = await buildArticle(body)
    expect(problems.map(withoutReason)).toEqual([`content/a/b.md:${problem}`])
    if (!problem.endsWith('dangerous-url')) expect(html).toContain('x')
  })

  test('a hint says what becomes of the content, as bad as it is', async () => {
    for (const [unknownComponents, hint] of [
      [
        'warn',
        'Write `templates/components/xyz.tsx` to have this one; its content is kept in an element of that class'
      ],
      ['error', 'Write `templates/components/xyz.tsx` to have this one']
    ]) {
      const host = hostOf(
        {'content/a.md': '# A\n\n:::xyz\nx\n:::\n'},
        {config: {markdown: {unknownComponents}}}
      )
      expect((await build(host, plainOptions)).diagnostics).toMatchObject([{hint}])
    }
  })

  test('all of them in one article', async () => {
    const {html, problems} = await buildArticle('::failing\n\n::late\n\n::nte\n\n:::aside\nfine\n:::')
    expect(problems.map(withoutReason)).toEqual([
      'content/a/b.md:5:1 error render/component-failed',
      'content/a/b.md:7:1 error render/component-failed',
      'content/a/b.md:9:1 warning render/unknown-component'
    ])
    expect(html).toContain('<p>fine</p>')
  })

  test('a component that fails names itself and its fault', async () => {
    const {problems} = await buildArticle('::failing')
    expect(problems[0]).toContain(
      'Expected HTML from `templates/components/failing.tsx`, but it failed: a component with a fault'
    )
  })

  test('a table of attributes that is none is told at the component', async () => {
    const {problems} = await buildArticle(':::tangled{size=1}\nx\n:::')
    expect(problems).toEqual([
      'templates/components/tangled.tsx error render/bad-attribute-table: Expected a type for `size` in the export `attributes`, found `"huge"`'
    ])
  })

  test('an unknown component is as bad as the site says, and a near name is offered', async () => {
    const host = hostOf(
      {'content/a.md': '# A\n\n::pictur'},
      {config: {markdown: {unknownComponents: 'error'}}}
    )
    expect((await build(host, plainOptions)).diagnostics).toMatchObject([
      {severity: 'error', code: 'render/unknown-component', hint: 'Did you mean `picture`?'}
    ])
    const misspelled = hostOf({'content/a.md': '# A\n\n:::warnng\nx\n:::\n'})
    expect((await build(misspelled, plainOptions)).diagnostics).toMatchObject([
      {hint: 'Did you mean `warning`?'}
    ])
  })
})

describe('shortcodes', () => {
  test('call components', async () => {
    expect(await buildArticle('{{< both >}}\nx\n{{< /both >}}')).toEqual({
      html: '<p>x</p>\n and \n<p>x</p>',
      problems: []
    })
  })

  test('give attributes of the right type', async () => {
    const {html} = await buildArticle('{{< picture "i.png" "C" 3 >}}')
    expect(html).toContain('<img src="/a/i.png" width="3" alt="C"/>')
  })

  test.each([
    ['{{< picture >}}', '5:1 error render/missing-attribute'],
    ['{{< picture i.png c wide >}}', '5:21 error render/wrong-attribute'],
    ['{{< picture i.png c 1 true left more >}}', '5:33 error render/unknown-attribute'],
    ['{{< pictre i.png >}}', '5:1 error render/unknown-component'],
    ['{{< picture gone.png >}}', '5:13 warning routing/broken-reference']
  ])('%j', async (body, problem) => {
    const {problems} = await buildArticle(body)
    expect(problems.map(withoutReason)).toEqual([`content/a/b.md:${problem}`])
  })

  test('that are unknown are text where the site says so', async () => {
    const config = {markdown: {unknownShortcodes: 'text'}}
    expect(await buildArticle('a {{< y "b" >}}*c*{{< /y >}}', config)).toEqual({
      html: '<p>a {{&#x3C; y "b" >}}<em>c</em>{{&#x3C; /y >}}</p>',
      problems: []
    })
  })

  test('are text where they are switched off', async () => {
    const config = {markdown: {shortcodes: false}}
    expect(await buildArticle('a {{< x >}}', config)).toEqual({html: '<p>a {{&#x3C; x >}}</p>', problems: []})
  })

  test('have the places and addresses of the file that they stand in', async () => {
    const host = hostOf({
      'content/a/b.md': '---\ntitle: B\n---\n::include{file=parts/p.md}\n\n{{< picture\n  gone.png >}}\n',
      'content/a/parts/p.md':
        '# P\n\n{{< picture i.png >}}\n\n[x]({{< ref "q.md" >}})\n\n{{< both >}}\nincluded\n{{< /both >}}\n',
      'content/a/parts/q.md': '---\ntitle: Q\n---\n',
      'content/a/parts/i.png': 'image'
    })
    const result = await build(host, {...plainOptions, keepGoing: true})
    expect(
      problemsOf(result)
        .filter((text) => text.startsWith('content/a/b.md'))
        .map(withoutReason)
    ).toEqual(['content/a/b.md:7:3 warning routing/broken-reference'])
    const html = textOf(host, 'a/b/index.html')
    expect(html).toContain('<img src="/a/parts/i.png"')
    expect(html).toContain('<a href="/a/parts/q/">')
    expect(html).toContain('<p>included</p>\n and \n<p>included</p>')
  })

  test('that are wrong in an included file are told there, once', async () => {
    const host = hostOf({
      'content/a/b.md': '# B\n\n::include{file=p.md}\n\n{{< /both >}}\n',
      'content/a/p.md': '# P\n\ntext\n\n{{< /aside >}}\n'
    })
    const {diagnostics} = await build(host, {...plainOptions, keepGoing: true})
    expect(problemsOf({diagnostics}).map(withoutReason)).toEqual([
      'content/a/b.md:5:1 error markdown/shortcode-not-opened',
      'content/a/p.md:5:1 error markdown/shortcode-not-opened'
    ])
  })

  test('stand for addresses', async () => {
    const {html, problems} = await buildArticle('[a]({{< ref "other.md" >}}#b) {{< relref "other" >}}')
    expect(problems).toEqual([])
    expect(html).toBe('<p><a href="/a/other/#b">a</a> <a href="/a/other/">other</a></p>')
  })
})

test('components that double what is inside, in each other, are refused once, and all else is built', async () => {
  const doubled = (levels: number): string => {
    const colons = (level: number): string => ':'.repeat(3 + levels - level)
    const lines = Array.from({length: levels}, (_, level) => colons(level))
    return [...lines.map((line) => `${line}both`), 'x', ...lines.reverse()].join('\n')
  }
  const host = hostOf({
    'content/a/few.md': `# Few\n\n${doubled(10)}\n`,
    'content/a/many.md': `# Many\n\n${doubled(60)}\n`
  })
  const result = await build(host, {...plainOptions, keepGoing: true})
  expect(problemsOf(result).map(withoutReason)).toEqual([
    'content/a/many.md:43:1 error render/repeats-too-much'
  ])
  expect(textOf(host, 'a/few/index.html').match(/<p>x<\/p>/g)).toHaveLength(2 ** 10)
})

test('components stand in excerpts and feeds, there with absolute links', async () => {
  const config = {baseUrl: 'https://example.org/blog/'}
  const host = hostOf(
    {
      'content/a/b.md':
        '---\ntitle: B\ndate: 2024-01-01\n---\nIn short :both[*x*].\n\n::home\n\n::picture{src=i.png}\n\n::picture{src=#p}\n',
      'content/a/i.png': 'image'
    },
    {
      config,
      templates: allTemplates.map((template) =>
        template.name === 'home' ? {...template, render: excerptsOf} : template
      )
    }
  )
  const result = await build(host, plainOptions)
  expect(problemsOf(result)).toEqual([])
  const read = (path: string): string =>
    new TextDecoder().decode([...host.outputs].find(([name]) => name === path)?.[1])
  expect(read('index.html')).toContain('In short <em>x</em> and <em>x</em>.')
  const feed = read('feed.xml')
  for (const href of [
    'https://example.org/blog/"',
    'https://example.org/blog/a/i.png"',
    'https://example.org/blog/a/b/#p"'
  ]) {
    expect(feed).toContain(href)
  }
})

describe('after a change', () => {
  const files = {
    'content/a/noted.md': '---\ntitle: Noted\n---\n:::aside\nx\n:::\n',
    'content/a/both.md': '---\ntitle: Both\n---\nx :both[y] :aside[z]\n',
    'content/a/plain.md': '---\ntitle: Plain\n---\nx\n',
    'content/a/unknown.md': '---\ntitle: Unknown\n---\n::soon\n'
  }

  test.each<[string, (template: LoadedTemplate) => LoadedTemplate, ReadonlyArray<string>]>([
    ['a component that is used', changing('aside'), ['/a/both/', '/a/noted/']],
    ['another one', changing('both'), ['/a/both/']],
    ['one that is not used', changing('picture'), []]
  ])('of %s, the pages that use it are rendered again', async (_, change, rendered) => {
    await checkChange(allTemplates.map(change), rendered)
  })

  test('of what there is, the pages that miss it are rendered again', async () => {
    const soon = {...plainComponents[0], name: 'components/soon', hash: 'soon'} as LoadedTemplate
    await checkChange([...allTemplates, soon], ['/a/unknown/'])
    await checkChange(
      allTemplates.filter(({name}) => name !== 'components/aside'),
      ['/a/both/', '/a/noted/']
    )
  })

  async function checkChange(
    templates: ReadonlyArray<LoadedTemplate>,
    rendered: ReadonlyArray<string>
  ): Promise<void> {
    const first = hostOf(files)
    await build(first, plainOptions)
    const second = hostOf(Object.fromEntries(first.files), {templates})
    for (const [path, bytes] of first.outputs) second.outputs.set(path, bytes)
    const result = await build(second, plainOptions)
    const clean = hostOf(files, {templates})
    const expected = await build(clean, plainOptions)
    expect(new Map([...second.outputs].sort())).toEqual(new Map([...clean.outputs].sort()))
    expect(problemsOf(result)).toEqual(problemsOf(expected))
    expect([...result.rendered].sort()).toEqual(rendered)
  }

  function changing(name: string): (template: LoadedTemplate) => LoadedTemplate {
    return (template) => {
      if (template.name !== `components/${name}`) return template
      const render = (props: never) => ({...template.render(props), type: 'section'})
      return {...template, hash: `${template.hash} changed`, render}
    }
  }
})

test('an address in an included text starts from its file', async () => {
  const host = hostOf({
    'content/a/b.md': '# B\n\n::include{file="/parts/p.md"}\n',
    'parts/p.md': '::picture{src="../content/a/i.png"}\n\n::picture{src="none.png"}\n',
    'content/a/i.png': 'image'
  })
  const result = await build(host, plainOptions)
  expect(textOf(host, 'a/b/index.html')).toContain('<img src="/a/i.png"')
  expect(problemsOf(result)).toEqual([
    'parts/p.md:3:11 warning routing/broken-reference: Expected a page or file of this site, found `none.png`'
  ])
})

test('what is wrong in an included text is told at its place in that file', async () => {
  const host = hostOf({
    'content/a/b.md': '# B\n\n::include{file="/parts/p.md"}\n',
    'content/draft.md': '---\ntitle: D\ndraft: true\n---\n',
    'parts/p.md':
      '---\ntitle: P\n---\n\n[x](gone.md) [y](../content/draft.md) <a href="other.md">z</a>\n\n::picture{src=i.png scr=x}\n\n:::nte\nx\n:::\n\n::failing\n'
  })
  const {diagnostics} = await build(host, {...plainOptions, keepGoing: true})
  const spots = diagnostics.map(({file, place, code}) => `${file}:${place?.line}:${place?.column} ${code}`)
  expect(spots).toEqual([
    'parts/p.md:5:5 routing/broken-reference',
    'parts/p.md:5:18 routing/unpublished-reference',
    'parts/p.md:5:48 routing/broken-reference',
    'parts/p.md:7:11 routing/broken-reference',
    'parts/p.md:7:21 render/unknown-attribute',
    'parts/p.md:9:1 render/unknown-component',
    'parts/p.md:13:1 render/component-failed'
  ])
  for (const {includedBy} of diagnostics) expect(includedBy).toEqual({file: 'content/a/b.md', line: 3})
})
