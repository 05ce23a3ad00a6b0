import {existsSync, readFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {initCommand} from '#src/cli/init-command.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {plainOptions} from '../build/check-build.ts'
import {temporarySite} from '../host/temporary-site.ts'
import {printingTerminal} from './printing-terminal.ts'

const theme = join(import.meta.dirname, '../../templates')

/** Run the command for a folder with files: what it printed, and where. */
async function run(
  folder: string,
  files: Readonly<Record<string, string>> = {},
  themeFolder = '/site/node_modules/galley/templates'
) {
  const {root} = temporarySite(files)
  const {terminal, printed} = printingTerminal()
  const made = join(root, folder)
  const status = await initCommand(
    {kind: 'init', folder: made, title: 'Ann & “Bob”: "it’s"'},
    {terminal, themeFolder, state: 'test', version: '1.2.3'}
  )
  return {status, made, printed: printed()}
}

test('a new site builds without a warning, and shows what it is', async () => {
  const {status, made, printed} = await run('My new-site!')
  expect(status).toBe(0)
  expect(printed).toContain('npm install && npm run dev')
  const content = JSON.parse(readFileSync(join(made, 'package.json'), 'utf8'))
  expect(content).toMatchObject({
    name: 'my-new-site',
    scripts: {build: 'galley build'},
    devDependencies: {galley: '^1.2.3'},
    allowScripts: {esbuild: false}
  })
  const output = join(made, 'dist')
  const built = await build(nodeHost({root: made, output, theme}), {...plainOptions, strict: true})
  expect(built.diagnostics).toEqual([])
  expect(readFileSync(join(output, 'index.html'), 'utf8')).toContain('Ann &amp; “Bob”: ')
  expect(readFileSync(join(output, 'articles/hello/index.html'), 'utf8')).toContain('href="/about/"')
}, 60_000)

test('a checkout makes sites that depend on itself', async () => {
  const {made} = await run('a', {}, theme)
  const {devDependencies} = JSON.parse(readFileSync(join(made, 'package.json'), 'utf8'))
  expect(resolve(made, devDependencies.galley.replace('file:', ''))).toBe(dirname(theme))
})

test('a package becomes a site', async () => {
  const {status, made, printed} = await run('.', {'site/package.json': '{"name": "mine"}'})
  expect(status).toBe(0)
  expect(printed).toContain('Next: ')
  expect(printed).toContain('npx galley dev')
  expect(readFileSync(join(made, 'package.json'), 'utf8')).toBe('{"name": "mine"}')
  expect(existsSync(join(made, 'content/articles/hello.md'))).toBe(true)
})

test.each(['content/a.md', 'galley.config.ts'])('nothing is written beside %s', async (file) => {
  const {status, made, printed} = await run('.', {[`site/${file}`]: 'mine'})
  expect(status).toBe(2)
  expect(printed).toContain('nothing was written')
  expect(readFileSync(join(made, file), 'utf8')).toBe('mine')
  expect(existsSync(join(made, 'archetypes'))).toBe(false)
})

test('other files stay as they are', async () => {
  const {status, made} = await run('.', {'site/.gitignore': 'mine', 'site/README.md': 'mine'})
  expect(status).toBe(0)
  expect(readFileSync(join(made, '.gitignore'), 'utf8')).toBe('mine')
  expect(existsSync(join(made, 'content/articles/hello.md'))).toBe(true)
})
