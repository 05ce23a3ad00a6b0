import {expect, test} from 'vitest'
import {build as buildHost} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {buildSite, plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

const site = `
-- content/a.md --
---
title: A
---
<link rel="stylesheet" href="/assets/site.shout"> <img src="/assets/plain.txt" alt="">
-- templates/assets/site.shout --
@import "./partials/more.shout";
P { COLOR: RED }
-- templates/assets/partials/more.shout --
B { COLOR: BLUE }
-- templates/assets/_hidden.shout --
I {}
-- templates/assets/plain.txt --
plain
`

/** A language that is CSS in capitals. */
const plugin = (transform: (text: string) => string) => ({
  name: 'quiet',
  version: '1',
  assets: [{files: /\.shout$/, transform: ({text}: {readonly text: string}) => ({text: transform(text)})}]
})

const build = (transform: (text: string) => string): ReturnType<typeof buildSite> =>
  buildSite(site.replace('/assets/site.shout', '/assets/site.css'), {
    config: {title: 'A', plugins: [plugin(transform)]}
  })

test('a plugin makes style sheets of files in another language, which are bundled as all others', async () => {
  const {files, problems} = await build((text) => text.toLowerCase())
  expect(problems).toEqual([])
  const names = Object.keys(files).filter((path) => /^(?:built|assets)\//.test(path))
  expect(names).toEqual([
    expect.stringMatching(/^assets\/plain\.txt$/),
    expect.stringMatching(/^built\/site-\w{10}\.css$/)
  ])
  const sheet = files[names[1] ?? ''] ?? ''
  expect(sheet).toContain('p{color:red}')
  expect(files['a/index.html']).toContain(`href="/${names[1]}"`)
})

test.each([
  ['with a line and column', {line: 1, column: 5}, '1:5'],
  ['with a span, as of Sass', {span: {start: {line: 1, column: 0}}}, '2:1'],
  ['with no place', {}, '1:1']
])('what a plugin throws %s is told at the file', async (_, place, at) => {
  const {problems} = await build(() => {
    throw Object.assign(new Error('No such color\nas a stack'), place)
  })
  expect(problems).toEqual([
    `templates/assets/site.shout:${at} error host/asset-syntax: Expected a valid script, found an error: No such color`.replace(
      'script',
      'style sheet'
    )
  ])
})

test('a global pattern is for every file that it matches', async () => {
  const {files} = await buildSite(
    `-- content/a.md --\n---\ntitle: A\n---\n${['a', 'b', 'c'].map((name) => `<link rel="stylesheet" href="/assets/${name}.css">\n`).join('')}${['a', 'b', 'c'].map((name) => `-- templates/assets/${name}.shout --\nx\n`).join('')}`,
    {
      config: {
        plugins: [
          {
            name: 'all',
            version: '1',
            assets: [{files: /\.shout$/g, transform: () => ({text: 'p { color: red }'})}]
          }
        ]
      }
    }
  )
  expect(Object.keys(files).filter((path) => path.startsWith('built/'))).toHaveLength(3)
})

test('a plugin that answers with no text is told of at the file', async () => {
  const {problems} = await buildSite(
    '-- content/a.md --\n---\ntitle: A\n---\n<link rel="stylesheet" href="/assets/a.css">\n-- templates/assets/a.css --\np { color: red }\n',
    {
      config: {
        plugins: [
          {
            name: 'text',
            version: '1',
            assets: [{files: /\.css$/, transform: ({text}: {text: string}) => text}]
          }
        ]
      }
    }
  )
  expect(problems[0]).toContain('has to answer `{text}`')
  expect(problems[0]).toMatch(/^templates\/assets\/a\.css/)
})

test('a plugin that comes later, or goes, changes what was bundled before', async () => {
  const files = parseSite(`
-- content/a.md --
---
title: A
---
<link rel="stylesheet" href="/assets/plain.css">
-- templates/assets/plain.css --
p { color: red }
`)
  const upper = {
    name: 'red',
    version: '1',
    assets: [{files: /plain\.css$/, transform: () => ({text: 'p { color: blue }'})}]
  }
  const sheetOf = async (
    plugins: ReadonlyArray<object>,
    from: Readonly<Record<string, string | Uint8Array>>
  ) => {
    const host = memoryHost(from, {templates: plainTemplates, config: {title: 'A', plugins}})
    await buildHost(host, plainOptions)
    const [, bytes] = [...host.outputs].find(([path]) => path.startsWith('built/')) ?? []
    return {text: new TextDecoder().decode(bytes), files: Object.fromEntries(host.files)}
  }
  const without = await sheetOf([], files)
  const later = await sheetOf([upper], without.files)
  const again = await sheetOf([], later.files)
  expect([without.text, later.text, again.text]).toEqual([
    'p{color:red}\n',
    'p{color:#00f}\n',
    'p{color:red}\n'
  ])
})
