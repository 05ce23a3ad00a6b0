import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {buildSite, plainOptions} from './check-build.ts'
import {checkSite, type SiteCase} from './check-site.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

const file = (path: string, length: number): string => `-- ${path} --\n${'x'.repeat(length - 1)}\n`
const page = (path: string, text: string): string => `-- content/${path}.md --\n# ${path}\n${text}\n`
const loads = '<link rel="stylesheet" href="/a.css"> <script src="../b.js"></script>'
const files = file('public/a.css', 40) + file('public/b.js', 50)

test.each<[string, SiteCase]>([
  [
    'is that of the nearest section',
    {
      site: page('a/one', 'x'.repeat(500)) + page('b/two', 'x'.repeat(500)),
      config: {budgets: {html: 300}, sections: {b: {budgets: {html: 5000, css: 1}}}},
      hints: ['content/a/one.md hint site/large-html']
    }
  ],
  [
    'for what is loaded is told of once for all that load the same, and of that of other sites not at all',
    {
      site: `${files}${page('a', loads)}${page('b', loads)}${page('c', '<link rel="stylesheet" href="https://x.example/a.css">')}`,
      config: {budgets: {css: 39, script: 49}},
      hints: ['content/a.md hint site/large-css', 'content/a.md hint site/large-script']
    }
  ],
  [
    'that is kept is not told of',
    {
      site: files + page('a', loads),
      config: {budgets: {html: 5000, css: 40, script: 50}},
      hints: []
    }
  ]
])('a budget %s', (_, site) => checkSite(site))

test('tells of bytes', async () => {
  const {hints} = await buildSite(files + page('a', loads), {config: {budgets: {css: 1}}})
  expect(hints).toEqual([
    'content/a.md hint site/large-css: Expected style sheets of at most 1 bytes, found 40 bytes at `/a/`'
  ])
})

test.each(['html', 'bare', 'relative'] as const)(
  'finds what pages load with addresses of the style %s',
  async (urls) => {
    const {hints} = await buildSite(files + page('a', '<link rel="stylesheet" href="/a.css">'), {
      config: {urls, baseUrl: 'https://a.example/sub/', budgets: {css: 1}}
    })
    expect(hints.join()).toContain('Expected style sheets of at most 1 bytes, found 40 bytes')
  }
)

test('a larger style sheet is told of, and renders no page', async () => {
  const host = memoryHost(parseSite(files + page('a', loads)), {
    templates: plainTemplates,
    config: {budgets: {css: 45}}
  })
  expect((await build(host, plainOptions)).diagnostics).toEqual([])
  host.files.set('public/a.css', 'y'.repeat(46))
  const {diagnostics, rendered} = await build(host, plainOptions)
  expect(diagnostics.map(({code}) => code)).toEqual(['site/large-css'])
  expect(rendered).toEqual([])
})
