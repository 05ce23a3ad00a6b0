import {Fragment, h} from 'preact'
import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import {plainOptions} from './check-build.ts'
import {checkSite, type SiteCase} from './check-site.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

const unused = (file: string): string => `${file} hint site/unused-file`
const article = (text: string): string => `-- content/a/b/index.md --\n---\ntitle: B\n---\n${text}\n`

describe('a file is told of', () => {
  test.each<[string, SiteCase]>([
    [
      'that no text shows, wherever it lies',
      {
        site: `${article('![x](used.png)')}-- content/a/b/used.png --\nx\n-- content/a/b/left.png --\nx\n-- content/data.json --\n{}\n-- public/img/left.jpg --\nx\n`,
        hints: [unused('content/a/b/left.png'), unused('content/data.json'), unused('public/img/left.jpg')]
      }
    ],
    [
      'that only another one like it names',
      {
        site: `${article('')}-- public/a.css --\n.a {background: url(b.svg)}\n-- public/b.svg --\n<svg id="b.svg"/>\n`,
        hints: [unused('public/a.css')]
      }
    ]
  ])('%s', (_, site) => checkSite(site))
})

describe('a file is in use', () => {
  test.each<[string, string]>([
    ['that a text leads to', `${article('[x](data.csv)')}-- content/a/b/data.csv --\nx\n`],
    ['that a text leads to by its address', `${article('![x](/i/x%20y.png)')}-- public/i/x y.png --\nx\n`],
    ['that raw HTML loads', `${article('<video src="v.mp4"></video>')}-- content/a/b/v.mp4 --\nx\n`],
    [
      'that front matter names',
      '-- content/a/b/index.md --\n---\ntitle: B\npreview_image: p.png\n---\n-- content/a/b/p.png --\nx\n'
    ],
    ['that a text beside it names in code', `${article('`x.csv` has it')}-- content/a/b/x.csv --\nx\n`],
    [
      'that a style sheet names',
      `${article('<link rel="stylesheet" href="/a.css">')}-- public/a.css --\n@font-face {src: url(f.woff2)}\n-- public/f.woff2 --\nx\n`
    ],
    [
      'that only a draft shows',
      '-- content/a/b/index.md --\n---\ntitle: B\ndraft: true\n---\n![x](/x.png)\n![y](../../shared.png)\n-- public/x.png --\nx\n-- content/shared.png --\nx\n-- content/a/b/own.png --\nx\n'
    ],
    [
      'that is asked for from elsewhere',
      `${article('')}-- public/robots.txt --\nx\n-- public/favicon.svg --\nx\n-- public/apple-touch-icon.png --\nx\n-- public/.well-known/logo.png --\nx\n-- public/google1.html --\nx\n-- public/CNAME --\nx\n-- public/sw.js --\nx\n-- public/paper.pdf --\nx\n`
    ]
  ])('%s', (_, site) => checkSite({site, hints: []}))

  test('that a setting names', () =>
    checkSite({
      site: `${article('')}-- public/logo.svg --\nx\n`,
      config: {params: {logo: '/logo.svg'}},
      hints: []
    }))
})

const script = '-- public/x.js --\nx\n'

/** A template that loads a script. */
const own: LoadedTemplate = {
  name: 'a/article',
  file: 'templates/a/article.tsx',
  hash: 'own',
  render: () => h(Fragment, null, h('script', {src: '/x.js'})),
  find: (text) => (text === '/later.js' ? {file: 'templates/a/article.tsx', place} : undefined)
}
const place = {line: 1, column: 1, endLine: 1, endColumn: 2}

/** Hints of a site with another template, and of the same site built again after an edit. */
async function hintsWith(template: LoadedTemplate, text: string): Promise<ReadonlyArray<string>> {
  const host = memoryHost(parseSite(text), {templates: [...plainTemplates, template]})
  const {diagnostics} = await build(host, plainOptions)
  const hints = diagnostics.map(({file, code}) => `${file} ${code}`)
  host.files.set('content/z.md', '# Z\n')
  const again = await build(host, plainOptions)
  expect(again.diagnostics).toEqual(diagnostics)
  return hints
}

describe('of templates', () => {
  test('what they load, or would load, is in use, also in a build after an edit', async () => {
    const site = `${article('')}-- public/x.js --\nx\n-- public/later.js --\nx\n-- public/y.js --\nx\n`
    expect(await hintsWith(own, site)).toEqual(['public/y.js site/unused-file'])
  })

  test('one that no page is rendered with is told of', async () => {
    const other = {...own, name: 'c/article', file: 'templates/c/article.tsx'}
    expect(await hintsWith(other, article(''))).toEqual(['templates/c/article.tsx site/unused-template'])
  })

  test.each([
    ['articel', 'article'],
    ['c/sectoin', 'c/section'],
    ['c/other', undefined],
    // As in a folder for another section: its name is right.
    ['review/article', undefined],
    ['components/sectoin', undefined]
  ])('one that is called %s was probably to be %s', async (name, intended) => {
    const file = `templates/${name}.tsx`
    const built = plainTemplates.map((template) => ({...template, isBuiltIn: true}))
    const templates = [...built, {...own, name, file}]
    const {diagnostics} = await build(memoryHost(parseSite(article('') + script), {templates}), plainOptions)
    const [unused] = diagnostics.filter(({code}) => code === 'site/unused-template')
    expect(unused?.file).toBe(file)
    expect(/`(.*?)`/.exec(unused?.hint ?? '')?.[1]).toBe(intended && `templates/${intended}.tsx`)
  })

  test('a component that no text calls is told of', async () => {
    const component = {...own, name: 'components/box', file: 'templates/components/box.tsx'}
    expect(await hintsWith(component, article(':::box\n:::') + script)).toEqual([])
    expect(await hintsWith(component, article('') + script)).toEqual([
      'public/x.js site/unused-file',
      'templates/components/box.tsx site/unused-template'
    ])
  })

  test('what a draft needs is in use', async () => {
    const draft = '-- content/c/d.md --\n---\ntitle: D\ndraft: true\nlayout: wide/long\n---\n:::box\n:::\n'
    const site = article('') + draft
    for (const name of ['c/article', 'wide/long', 'a/wide/long', 'components/box']) {
      expect(await hintsWith({...own, name, file: `templates/${name}.tsx`}, site)).toEqual([])
    }
  })
})
