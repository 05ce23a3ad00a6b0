import {expect, test} from 'vitest'
import {listCommand} from '#src/cli/list-command.ts'
import type {ListedKind} from '#src/cli/parse-list-arguments.ts'
import {temporarySite} from '../host/temporary-site.ts'
import {printingTerminal} from './printing-terminal.ts'

const files = {
  'site/content/about.md': '---\ntitle: About\n---\n',
  'site/content/a/one.md': '---\ntitle: One\ndate: 2020-05-01\n---\n',
  'site/content/a/two.md': '---\ntitle: Two\ndate: 2021-05-01\ndraft: true\n---\n',
  'site/content/a/three.md': '---\ntitle: Three\ndate: 2190-05-01\n---\n',
  'site/content/a/four.md': '---\ntitle: Four\ndate: 2019-05-01\nexpiryDate: 2020-01-01\n---\n'
}

test('all articles, newest first', async () => {
  expect(await list('all')).toBe(`2190-05-01  future   content/a/three.md  Three
2021-05-01  draft    content/a/two.md    Two
2020-05-01           content/a/one.md    One
2019-05-01  expired  content/a/four.md   Four
                     content/about.md    About
`)
})

test.each([
  ['drafts', '2021-05-01  draft  content/a/two.md  Two\n'],
  ['future', '2190-05-01  future  content/a/three.md  Three\n'],
  ['expired', '2019-05-01  expired  content/a/four.md  Four\n']
] as const)('%s', async (wanted, expected) => {
  expect(await list(wanted)).toBe(expected)
})

test('as JSON', async () => {
  expect(JSON.parse(await list('drafts', {json: true}))).toEqual([
    {source: 'content/a/two.md', path: '/a/two/', title: 'Two', day: '2021-05-01', unpublished: 'draft'}
  ])
})

async function list(wanted: ListedKind, {json} = {json: false}): Promise<string> {
  const {root, theme} = temporarySite(files)
  const {terminal, printed} = printingTerminal()
  await listCommand(
    {kind: 'list', wanted, folder: root, json},
    {terminal, themeFolder: theme, state: 'test', version: '0'}
  )
  return printed()
}
