import {Fragment, h} from 'preact'
import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

/** A template or component whose HTML is given, with `BODY` for the body or children. */
function templateOf(name: string, html: string): LoadedTemplate {
  const [before = '', behind] = html.split('BODY')
  return {
    name,
    file: `templates/${name}.tsx`,
    hash: html,
    render: ({view, page, children}: never) => {
      const body = behind === undefined ? '' : (view as {body(of: unknown): string}).body(page)
      const html = before + body + (behind ?? '')
      return children === undefined
        ? h(Fragment, null, h('main', {dangerouslySetInnerHTML: {__html: html}}))
        : h(Fragment, null, h('i', {id: 'same'}), children)
    },
    find: (text) =>
      html.includes(`"${text}"`)
        ? {file: `templates/${name}.tsx`, place: {line: 7, column: 1, endLine: 7, endColumn: 2}}
        : undefined
  }
}

async function problemsIn(html: string, text: string, baseUrl?: string): Promise<ReadonlyArray<string>> {
  const templates = [
    ...plainTemplates.filter(({name}) => name !== 'page'),
    templateOf('page', html),
    {...templateOf('components/box', ''), isBuiltIn: true},
    {...templateOf('components/open', '<a href="https://example.org/">Open'), isBuiltIn: true}
  ]
  const host = memoryHost(
    {'content/a.md': `# A\n${text}`, 'content/b.md': `# B\n${text}`},
    {templates, config: {...(baseUrl && {baseUrl, feed: false}), checks: {'site/duplicate-title': 'off'}}}
  )
  const {diagnostics} = await build(host, plainOptions)
  const again = await build(host, {...plainOptions, keepGoing: true})
  expect(again.diagnostics).toEqual(diagnostics)
  return diagnostics.map(({code, file, place}) => `${file}${place ? `:${place.line}` : ''} ${code}`)
}

const head = '<html lang="en"><title>A</title>'

describe('a template is told of', () => {
  test.each([
    ['<p id="x"></p><b id="x"></b>', ['templates/page.tsx:7 render/duplicate-id']],
    ['<a href="/a/">A <b><a href="/b/">B</a></b></a>', ['templates/page.tsx render/nested-interactive']],
    ['<button>A <a href="/b/">B</a></button>', ['templates/page.tsx render/nested-interactive']],
    ['<a href="/a/">A', ['templates/page.tsx render/unclosed-element']],
    ['<p>A <div>B</div></p>', ['templates/page.tsx render/block-in-paragraph']],
    ['<p>BODY</p>', ['templates/page.tsx render/block-in-paragraph']],
    ['<img src="data:,">', ['templates/page.tsx:7 render/missing-alt']],
    ['<html><title>A</title>', ['templates/page.tsx render/missing-language']],
    ['<html lang="en"><title> </title>', ['templates/page.tsx render/missing-title']],
    ['<html lang="en"><svg><title>A</title></svg>', ['templates/page.tsx render/missing-title']]
  ])('once for all of its pages: %s', async (html, problems) => {
    expect(await problemsIn(html, 'Text')).toEqual(problems)
  })

  test('without a canonical address, where the site has one', async () => {
    const problem = 'templates/page.tsx render/missing-canonical'
    expect(await problemsIn(head, '', 'https://example.org/')).toContain(problem)
    const link = '<link rel="canonical" href="https://example.org/a/">'
    expect(await problemsIn(head + link, '', 'https://example.org/')).not.toContain(problem)
    expect(await problemsIn(head, '')).toEqual([])
  })
})

describe('nothing is told of', () => {
  test.each([
    '<p>A</p><div id="x"><p>B</div><ul><li><p>C</p></li></ul>',
    '<a href="/a/">A</a><button>B</button><a href="/b/">C</a>',
    '<script>"<p><div><a><a>"</script><!-- <a><a> --><textarea><p><div></textarea>',
    '<svg><g id="x"/><use id="x"/></svg>',
    '<b title="<a><a>">A</b><img src="data:,a" alt="">',
    '<code>&lt;b id="a-1"&gt;</code>BODY'
  ])('%s', async (html) => {
    expect(await problemsIn(html, '## One {#a-1}\n')).toEqual([])
  })
})

describe('around a text', () => {
  test('an id that it has too is told of at the text', async () => {
    expect(await problemsIn('<b id="one"></b>BODY', '## One\n')).toEqual([
      'content/a.md render/duplicate-id',
      'content/b.md render/duplicate-id'
    ])
  })

  test.each([
    ['<p>BODY</p>', '', ['templates/page.tsx render/block-in-paragraph']],
    [
      '<button>BODY</button>',
      '[One](https://example.org/)',
      ['templates/page.tsx render/nested-interactive']
    ],
    ['<a href="#two">A</a>BODY', '## One', ['templates/page.tsx:7 routing/unknown-heading']],
    ['<a href="#one">A</a>BODY', '## One', []],
    ['<a href="#one">A</a>BODY', '<a name="one">One</a>', []],
    [
      'BODY<a href="/b/">A</a>',
      '<a href="https://example.org/">One',
      ['content/a.md:2 markdown/unclosed-tag', 'content/b.md:2 markdown/unclosed-tag']
    ],
    ['<b id="one"></b>BODY', '`id="one"` <b title="id=one">Two</b>', []],
    ['<p id="x"></p><b id="x"></b>BODY', '', ['templates/page.tsx:7 render/duplicate-id']]
  ])('what a template makes around it is looked at: %s around %s', async (html, text, problems) => {
    expect(await problemsIn(html, text)).toEqual(problems)
  })
})

test('what follows an element that a component leaves open is not told of at the page', async () => {
  const problems = await problemsIn('BODY<a href="/b/">B</a>', '::open{}\n\nText.\n')
  expect(problems).toEqual(['templates/components/open.tsx render/unclosed-element'])
})

test('an id that a component makes with each call is told of at the second', async () => {
  const problems = await problemsIn('BODY', ':::box\nx\n:::\n\n:::box\ny\n:::\n')
  expect(problems).toEqual(['content/a.md:6 render/duplicate-id', 'content/b.md:6 render/duplicate-id'])
})
