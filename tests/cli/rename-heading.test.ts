import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {temporarySite} from '../host/temporary-site.ts'
import {runMove} from './run-move.ts'

type Files = Readonly<Record<string, string>>

/** Renames a heading of a site. Answers with what was printed, and with the files that changed. */
async function rename(files: Files, from: string, to: string, dryRun = false) {
  const site = temporarySite(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`site/${path}`, text]))
  )
  const {status, printed} = await runMove({from, to, dryRun}, site)
  const changed = Object.entries(files).flatMap(([path, text]) => {
    const file = join(site.root, path)
    const now = existsSync(file) ? readFileSync(file, 'utf8') : undefined
    return now === text ? [] : [[path, now] as const]
  })
  return {status, printed, changed: Object.fromEntries(changed)}
}

const config = `export default {
  baseUrl: 'https://example.org/blog/',
  markdown: {wikilinks: true},
  menus: {main: [{name: 'A', url: '/a/one/#old-words'}, {name: 'B', url: 'content/a/one.md#other'}]}
}
`

const one = `---
title: One
---
# One

[own](#old-words) and [other](#other)

\`\`\`md
## Old words
\`\`\`

## *Old* words

## Other
`

test('a heading is renamed with all that leads to it, and nothing else is touched', async () => {
  const {status, printed, changed} = await rename(
    {
      'galley.config.js': config,
      'content/a/one.md': one,
      'content/a/two.md':
        '---\ntitle: Two\nrelated: [one.md#old-words]\n---\n[x](one.md#old-words) [y](/a/one/?q#old-words "T") [[one#Old words]] [[one#old-words|z]]\n\n[d][d] [e](https://example.org/blog/a/one/#old-words) [o](one.md#other) `one.md#old-words`\n\n[d]: one.md#old-words\n',
      'content/b.md': '---\ntitle: B\n---\n# Old words\n\n[own](#old-words)\n'
    },
    'a/one.md#old-words',
    'New & *better* words'
  )
  expect([status, printed]).toEqual([
    0,
    `#old-words → #new--better-words
content/a/one.md: 3 places rewritten
content/a/two.md: 7 places rewritten
galley.config.js: 1 place rewritten
#old-words still leads to the heading, for links of other sites
`
  ])
  expect(changed).toEqual({
    'galley.config.js': config.replace('#old-words', '#new--better-words'),
    'content/a/one.md': one
      .replace('(#old-words)', '(#new--better-words)')
      .replace('## *Old* words', '<a id="old-words"></a>\n\n## New & *better* words'),
    'content/a/two.md':
      '---\ntitle: Two\nrelated: [one.md#new--better-words]\n---\n[x](one.md#new--better-words) [y](/a/one/?q#new--better-words "T") [[one#New & *better* words]] [[one#new--better-words|z]]\n\n[d][d] [e](https://example.org/blog/a/one/#new--better-words) [o](one.md#other) `one.md#old-words`\n\n[d]: one.md#new--better-words\n'
  })
})

test('a heading with an id of its own keeps it', async () => {
  const {changed} = await rename(
    {'content/a.md': '# A\r\n\r\n## Old {#o}\r\n\r\n[x](#o)\r\n'},
    'a.md#Old',
    'New'
  )
  expect(changed).toEqual({'content/a.md': '# A\r\n\r\n## New {#o}\r\n\r\n[x](#o)\r\n'})
})

test('in a quote no line is added', async () => {
  const {changed} = await rename({'content/a.md': '# A\n\n> ## Old\n> [x](#old)\n'}, 'a.md#old', 'New')
  expect(changed).toEqual({'content/a.md': '# A\n\n> ## New\n> [x](#new)\n'})
})

test('where a twin takes another id, its links follow', async () => {
  const {changed, printed} = await rename(
    {'content/a.md': '# A\n\n## Part\n\n## Part\n\n[x](#part) [y](#part-1)\n'},
    'a.md#part',
    'First'
  )
  expect(changed).toEqual({'content/a.md': '# A\n\n## First\n\n## Part\n\n[x](#first) [y](#part)\n'})
  expect(printed).toContain('#part → #first\n#part-1 → #part\n')
})

test.each([
  ['a.md#none', 'X', 'Expected a heading of `content/a.md`, found `none`; there are `#a`, `#under`'],
  ['b.md#a', 'X', 'Expected an article in `content/`, found `content/b.md`'],
  ['a.md#a', ' ', 'Expected a heading of one line, with words']
])('what cannot be renamed is told, and nothing is written: %s', async (from, to, problem) => {
  const {status, printed, changed} = await rename({'content/a.md': '# A\n\nUnder\n---\n'}, from, to)
  expect([status, printed, changed]).toEqual([2, `${problem}\n`, {}])
})

test('an underlined heading is renamed, and nothing is with --dry-run', async () => {
  const files = {'content/a.md': '# A\n\nUnder\n---\n'}
  expect((await rename(files, 'a.md#under', 'Over')).changed).toEqual({
    'content/a.md': '# A\n\n<a id="under"></a>\n\nOver\n---\n'
  })
  const {changed, printed} = await rename(files, 'a.md#under', 'Over', true)
  expect(changed).toEqual({})
  expect(printed).toContain('Nothing is changed')
})
