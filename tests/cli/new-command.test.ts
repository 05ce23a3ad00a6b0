import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {newCommand} from '#src/cli/new-command.ts'
import type {Terminal} from '#src/cli/terminal.ts'
import {temporarySite} from '../host/temporary-site.ts'
import {printingTerminal} from './printing-terminal.ts'

const today = '2024-05-01'

/** Run the command in a site with files, on a fixed day: what it printed, and the text at a path. */
async function run(
  path: string,
  files: Readonly<Record<string, string>> = {},
  title?: string,
  ask?: Terminal['ask']
): Promise<{readonly status: number; readonly printed: string; readonly textAt: (file: string) => string}> {
  const {root, theme} = temporarySite(files)
  const {terminal, printed} = printingTerminal()
  const before = process.env['SOURCE_DATE_EPOCH']
  process.env['SOURCE_DATE_EPOCH'] = String(Date.parse(`${today}T12:00Z`) / 1000)
  try {
    const status = await newCommand(
      {kind: 'new', path, title, folder: root},
      {terminal: {...terminal, ...(ask && {ask})}, themeFolder: theme, state: 'test', version: '0'}
    )
    return {status, printed: printed(), textAt: (file) => readFileSync(join(root, file), 'utf8')}
  } finally {
    if (before === undefined) delete process.env['SOURCE_DATE_EPOCH']
    else process.env['SOURCE_DATE_EPOCH'] = before
  }
}

const plain = '---\ntitle: My title\ndate: 2024-05-01\ndraft: true\n---\n\n'

test.each([
  ['articles/my-title', 'content/articles/my-title.md'],
  ['content/articles/my-title.md', 'content/articles/my-title.md'],
  ['my-title.markdown', 'content/my-title.markdown'],
  ['articles/my-title/', 'content/articles/my-title/index.md'],
  ['a/b/my-title', 'content/a/b/my-title.md']
])('%s', async (path, file) => {
  const {status, printed, textAt} = await run(path)
  expect(status).toBe(0)
  expect(printed).toMatch(new RegExp(`${file}\n$`))
  expect(textAt(file)).toBe(plain)
})

test('a title that is missing is asked for where somebody can answer', async () => {
  const asked: Array<string> = []
  const ask: Terminal['ask'] = async (question, given) => {
    asked.push(`${question}: ${given}`)
    return 'Another one'
  }
  expect(
    (await run('articles/my-title', {}, undefined, ask)).textAt('content/articles/my-title.md')
  ).toContain('title: Another one\n')
  expect((await run('articles/b', {}, 'Given', ask)).textAt('content/articles/b.md')).toContain(
    'title: Given\n'
  )
  const there = await run('articles/b', {'site/content/articles/b.md': 'there'}, undefined, ask)
  expect([there.status, there.textAt('content/articles/b.md')]).toEqual([2, 'there'])
  expect(asked).toEqual(['Title: My title'])
})

test('the archetype of the section comes before that of the site', async () => {
  const files = {
    'site/archetypes/default.md': 'default {{title}}',
    'site/archetypes/notes.md': 'note {{title}} {{date}}'
  }
  expect((await run('notes/a', files)).textAt('content/notes/a.md')).toBe('note A 2024-05-01')
  expect((await run('articles/a', files)).textAt('content/articles/a.md')).toBe('default A')
})

test('the day is that of the site', async () => {
  const files = {'site/galley.config.json': '{"timeZone": "Pacific/Kiritimati"}'}
  expect((await run('a', files)).textAt('content/a.md')).toContain('date: 2024-05-02')
})

test('a title can be given', async () => {
  expect((await run('a', {}, 'Rust: a language')).textAt('content/a.md')).toContain(
    'title: "Rust: a language"'
  )
})

test.each(['s', 's/', 's/index', 's.md'])('%s would be where a list is', async (path) => {
  const {status, printed, textAt} = await run(path, {'site/content/s/_index.md': 'list'})
  expect(status).toBe(2)
  expect(printed).toContain('hint: `galley new s/NAME` begins an article in it')
  expect(() => textAt('content/s/index.md')).toThrow()
})

test('a folder that is not there is not made', async () => {
  const {terminal, printed} = printingTerminal()
  const {root, theme} = temporarySite({})
  const folder = join(root, 'nowhere')
  const outside = {terminal, themeFolder: theme, state: 'test', version: '1.2.3'}
  expect(await newCommand({kind: 'new', path: 'a', folder, title: 'A'}, outside)).toBe(2)
  expect(printed()).toContain('found no folder')
  expect(existsSync(folder)).toBe(false)
})

test('what is there is never written over', async () => {
  const {status, printed, textAt} = await run('a', {'site/content/a.md': 'mine'})
  expect({status, text: textAt('content/a.md')}).toEqual({status: 2, text: 'mine'})
  expect(printed).toContain('already: nothing was written')
})

test.each(['../a', '/etc/passwd', 'a/../../b', '.hidden/a', 'a/.b'])(
  '%s is not below content/',
  async (path) => {
    const {status, printed} = await run(path)
    expect({status, printed}).toEqual({
      status: 2,
      printed: `Expected a path below \`content/\`, found \`${path}\`\n`
    })
  }
)
