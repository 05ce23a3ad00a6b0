import type {PageView} from 'galley'
import {h, type JSX} from 'preact'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {sealedStore} from '#src/build/store/sealed-store.ts'
import {openTraceStore} from '#src/build/store/trace-store.ts'
import {keyOf} from '#src/graph/query.ts'
import {traceOf} from '#src/graph/traces.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

/** The target of all links: with ids of headings, of raw HTML, and of the template. */
const target = `---
title: B
aliases: [/old-b/]
---
## First part

## Ünlike others

<a name="named"></a>

<div id="raw">

A note.[^1]

[^1]: Of the foot.

</div>
`

function withComments(template: LoadedTemplate): LoadedTemplate {
  if (template.name !== 'article') return template
  const shown = (view: PageView): JSX.Element =>
    h('main', {}, template.render(view as never), h('section', {id: 'comments'}))
  return {...template, render: shown}
}

function hostOf(files: Readonly<Record<string, string>>, config: unknown = {}): MemoryHost {
  return memoryHost(
    {'content/s/b.md': target, ...files},
    {templates: plainTemplates.map(withComments), config}
  )
}

/** Problems of an article with a text, without its path. */
async function problemsIn(text: string, config?: unknown): Promise<ReadonlyArray<string>> {
  const host = hostOf({'content/s/a.md': `---\ntitle: A\n---\n${text}\n`}, config)
  const problems = problemsOf(await build(host, plainOptions))
  return problems.map((problem) => problem.replace('content/s/a.md:', ''))
}

test.each([
  '[x](b.md#first-part)',
  '[x](/s/b/#first-part)',
  '[x](../b/?q=1#first-part)',
  '[x](/old-b/#first-part)',
  '[x](b.md#%C3%BCnlike-others)',
  '[x](b.md#ünlike-others)',
  '[x](b.md#named) and [y](b.md#raw)',
  '[x](b.md#user-content-fn-1) and [y](b.md#comments)',
  '[x](b.md#) and [y](b.md#top) and [z](b.md#:~:text=note)',
  '[x](b.md#first-part:~:text=note)',
  '[x](b.md#!/state) and [y](b.md#tab=2)',
  '## Own\n\n[x](#own) and [y](#comments) and [z](#top)',
  '<a href="b.md#raw">x</a>',
  '[[b#First part]]'
])('a link to a place that a page has is right: %s', async (text) => {
  expect(await problemsIn(text)).toEqual([])
})

test('a link to a place that a page does not have is told of where it stands', async () => {
  const code = 'warning routing/unknown-heading: Expected a heading of'
  expect(
    await problemsIn(
      [
        'A [x](b.md#frist-part)',
        '<a href="/s/b/#nope">x</a>',
        '> [x](#own)',
        'and [ref].',
        '',
        '[ref]: b.md#gone'
      ].join('\n')
    )
  ).toEqual([
    `4:7 ${code} \`/s/b/\`, found \`b.md#frist-part\``,
    `5:10 ${code} \`/s/b/\`, found \`/s/b/#nope\``,
    `6:7 ${code} \`/s/a/\`, found \`#own\``,
    `9:8 ${code} \`/s/b/\`, found \`b.md#gone\``
  ])
})

test('the nearest place is suggested', async () => {
  const host = hostOf({'content/s/a.md': '[x](b.md#frist-part) [y](b.md#coments) [z](b.md#far-off)'})
  const {diagnostics} = await build(host, plainOptions)
  expect(diagnostics.filter(({code}) => code === 'routing/unknown-heading').map(({hint}) => hint)).toEqual([
    'Did you mean `#first-part`?',
    'Did you mean `#comments`?',
    undefined
  ])
})

test('a link within an included text is told of with that file', async () => {
  const host = hostOf({
    'content/s/a.md': '---\ntitle: A\n---\n::include{file="/parts/p.md"}\n',
    'parts/p.md': 'Read [x](../content/s/b.md#gone).\n'
  })
  const problems = problemsOf(await build(host, plainOptions)).filter((text) =>
    text.includes('unknown-heading')
  )
  expect(problems).toEqual([
    'parts/p.md:1:10 warning routing/unknown-heading: Expected a heading of `/s/b/`, found `../content/s/b.md#gone`'
  ])
})

test('files that are no pages may have any fragment', async () => {
  const host = hostOf({
    'content/s/a.md': '---\ntitle: A\n---\n[x](film.mp4#t10) [y](/demo.html#start)\n',
    'content/s/film.mp4': 'film',
    'public/demo.html': '<p>'
  })
  expect(problemsOf(await build(host, plainOptions))).toEqual([])
})

test('entries of menus are looked at too', async () => {
  const entry = (url: string) => ({name: url, url})
  const main = [
    '/s/b/#first-part',
    '/s/b/#gone',
    'content/s/b.md#comments',
    '#own',
    'https://a.example/#x'
  ].map(entry)
  const host = hostOf({}, {menus: {main: [{name: 'Top', url: '/s/', children: main}]}})
  expect(
    problemsOf(await build(host, plainOptions)).map((problem) => problem.replace(/^.*? warning/, ''))
  ).toEqual([' routing/unknown-heading: Expected a heading of `/s/b/`, found `/s/b/#gone`'])
})

test('pages that link to a place of each other are no cycle', async () => {
  const host = hostOf({
    'content/s/a.md': '---\ntitle: A\n---\n[x](c.md#comments) [y](c.md#gone)\n',
    'content/s/c.md': '---\ntitle: C\n---\n[x](a.md#comments) [y](a.md#gone)\n'
  })
  expect(problemsOf(await build(host, plainOptions)).map((problem) => problem.split(' ')[0])).toEqual([
    'content/s/a.md:4:24',
    'content/s/c.md:4:24'
  ])
})

test('what is found follows the other page', async () => {
  const host = hostOf({'content/s/a.md': '---\ntitle: A\n---\n[x](b.md#first-part)\n'})
  expect((await build(host, plainOptions)).diagnostics).toEqual([])
  host.files.set('content/s/b.md', target.replace('First part', 'Another part'))
  const {diagnostics, rendered} = await build(host, plainOptions)
  expect(diagnostics.map(({code}) => code)).toEqual(['routing/unknown-heading'])
  expect(rendered).toEqual(['/s/b/'])
  host.files.set('content/s/b.md', `${target}\nOne more line.\n`)
  expect((await build(host, plainOptions)).diagnostics).toEqual([])
})

test('a check reads of another page whether it has that place, and nothing else', async () => {
  const host = hostOf({'content/s/a.md': '---\ntitle: A\n---\n[x](b.md#first-part)\n'})
  await build(host, plainOptions)
  const traces = openTraceStore(sealedStore(host.store, host.version, () => undefined)).read()
  const key = keyOf({name: 'checkLinks'}, 'content/s/a.md')
  expect(traceOf(traces, key)?.reads.map(([read]) => read)).toEqual([
    'waiting null',
    'openLinks "content/s/a.md"',
    'address "content/s/a.md"',
    'address "content/s/b.md"',
    'hasAnchor ["/s/b/","first-part"]'
  ])
})
