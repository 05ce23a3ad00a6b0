import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {movesOf} from '#src/cli/move-command.ts'
import type {SourcePath} from '#src/model/source.ts'
import {temporarySite} from '../host/temporary-site.ts'
import {runMove} from './run-move.ts'

const files = {
  'site/content/a/one.md': '---\r\ntitle: One\r\n---\r\n[two](two.md)\r\n',
  'site/content/a/two.md': '---\ntitle: Two\n---\n[one](one.md)\n',
  'site/content/b/index.md': '---\ntitle: B\n---\n[one](../a/one.md)\n',
  'site/content/b/i.png': 'png'
}

interface Asked {
  readonly from: string
  readonly to: string
  readonly dryRun?: boolean
}

/** Runs the command in a site; answers with its status, what it printed, and what reads a file of the site. */
async function run({from, to, dryRun = false}: Asked, site = temporarySite(files)) {
  const {status, printed} = await runMove({from, to, dryRun}, site)
  const read = (path: string): string | undefined => {
    const file = join(site.root, path)
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined
  }
  return {status, printed, read}
}

test('an article moves with its links and those to it, and line ends stay', async () => {
  const {status, printed, read} = await run({from: 'a/one.md', to: 'content/c/uno'})
  expect([status, printed]).toEqual([
    0,
    `content/a/one.md → content/c/uno.md
content/c/uno.md: 2 places rewritten
content/a/two.md: 1 place rewritten
content/b/index.md: 1 place rewritten
content/c/uno.md: /a/one/ forwards to it
`
  ])
  expect(read('content/a/one.md')).toBeUndefined()
  expect(read('content/c/uno.md')).toBe(
    '---\r\ntitle: One\r\naliases: [/a/one/]\r\n---\r\n[two](../a/two.md)\r\n'
  )
  expect(read('content/a/two.md')).toBe('---\ntitle: Two\n---\n[one](../c/uno.md)\n')
})

test('a folder moves as a whole, and is not left behind', async () => {
  const {read} = await run({from: 'b', to: 'c/d'})
  expect(read('content/c/d/index.md')).toBe('---\ntitle: B\naliases: [/b/]\n---\n[one](../../a/one.md)\n')
  expect(read('content/c/d/i.png')).toBe('png')
  expect(read('content/b')).toBeUndefined()
})

test('a dry run changes nothing', async () => {
  const {printed, read} = await run({from: 'a/one.md', to: 'c/uno.md', dryRun: true})
  expect(printed).toContain('Nothing is changed')
  expect(read('content/a/one.md')).toBe(files['site/content/a/one.md'])
  expect(read('content/a/two.md')).toBe(files['site/content/a/two.md'])
})

describe('is refused', () => {
  test.each<[string, Asked, string]>([
    ['what is not there', {from: 'a/none.md', to: 'b.md'}, 'found `content/a/none.md`'],
    ['a folder into itself', {from: 'a', to: 'a/b'}, 'Expected a path outside of `content/a`'],
    [
      'what would be overwritten',
      {from: 'a/one.md', to: 'a/two.md'},
      '`content/a/two.md`, which is there already'
    ],
    ['what leads out of the content', {from: 'a/one.md', to: '../../one.md'}, 'Expected a path in `content/`']
  ])('%s', async (_, asked, reason) => {
    const {status, printed, read} = await run(asked)
    expect(status).toBe(2)
    expect(printed).toContain(reason)
    expect(read('content/a/one.md')).toBe(files['site/content/a/one.md'])
  })

  test('a folder that is there, though with other files', async () => {
    const site = temporarySite(files)
    mkdirSync(join(site.root, 'content/c'))
    writeFileSync(join(site.root, 'content/c/i.png'), 'other')
    const {status} = await run({from: 'b', to: 'c'}, site)
    expect(status).toBe(2)
    expect(readFileSync(join(site.root, 'content/c/i.png'), 'utf8')).toBe('other')
  })
})

test('a file keeps its name in a folder that is named', () => {
  const paths = ['content/a/one.md', 'content/b/two.md'] as ReadonlyArray<string> as ReadonlyArray<SourcePath>
  expect(movesOf(paths, 'content/a/one.md', 'content/b')).toEqual(
    new Map([['content/a/one.md', 'content/b/one.md']])
  )
  expect(movesOf(paths, 'content/a/one.md', 'content/c/')).toEqual(
    new Map([['content/a/one.md', 'content/c/one.md']])
  )
})

test.each([
  ['pic.png', 'new.png', 'new.png'],
  ['pic.png', 'new', 'new.png'],
  ['pic.png', 'new.jpg', 'new.jpg'],
  ['one.md', 'release-1.2', 'release-1.2.md'],
  ['one.md', 'two.markdown', 'two.markdown']
])('%s moved to %s is %s', (from, to, expected) => {
  const moves = movesOf([`content/${from}` as SourcePath], `content/${from}`, `content/${to}`)
  expect(moves).toEqual(new Map([[`content/${from}`, `content/${expected}`]]))
})

test('addresses and files that stand whole in code follow', async () => {
  const code =
    "export default () => [view.href('/a/one/#x'), 'content/a/one.md', '/a/one', '/a/one/more/', '/a/one/' + x, '/a/two/']\n"
  const site = temporarySite({
    ...files,
    'site/galley.config.js': "export default {menus: {main: [{name: 'One', url: '/a/one/'}]}}\n",
    'site/templates/partials/links.js': code
  })
  const {read} = await run({from: 'a/one.md', to: 'b/uno.md'}, site)
  expect(read('galley.config.js')).toBe("export default {menus: {main: [{name: 'One', url: '/b/uno/'}]}}\n")
  expect(read('templates/partials/links.js')).toBe(
    code
      .replace('/a/one/#x', '/b/uno/#x')
      .replace('content/a/one.md', 'content/b/uno.md')
      .replace("'/a/one'", "'/b/uno'")
      .replace("'/a/one/' +", "'/b/uno/' +")
  )
})
