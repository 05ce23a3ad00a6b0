import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'
import {temporarySite} from '../host/temporary-site.ts'
import {type BundledCommand, bundleCommand} from '../incremental/bundled-command.ts'

let command: BundledCommand

beforeAll(() => {
  command = bundleCommand()
}, 60_000)

afterAll(() => command.close())

const article = '---\ntitle: A\ndate: 2024-05-01\ntags: [x]\n---\n\nSome *text*.\n'

/** What a process has loaded. */
interface Loaded {
  /** How many modules, those of Node not counted. */
  readonly moduleCount: number
  /** Bytes of these modules. */
  readonly codeSize: number
  /** Packages, bundled or not, sorted. */
  readonly packages: ReadonlyArray<string>
  /** Folders of `src/`, sorted. */
  readonly folders: ReadonlyArray<string>
  /** Grammars of highlight.js, sorted. */
  readonly grammars: ReadonlyArray<string>
}

test('the version is told by one module', async () => {
  const {codeSize, ...rest} = await load(['--version'])
  expect(rest).toEqual({moduleCount: 1, packages: [], folders: ['cli'], grammars: []})
  expect(codeSize).toBeLessThan(2000)
})

test('help needs no package', async () => {
  expect(await load(['--help'])).toMatchObject({packages: [], folders: ['cli']})
})

test('a build without a change loads what compares, and writes nothing', async () => {
  const {root} = temporarySite({
    'site/galley.config.ts': 'export default {title: "A"}',
    'site/content/articles/a.md': article,
    'site/public/a.txt': 'A'
  })
  await load(['build', root])
  // The history is emptied by the first build that renders nothing.
  await load(['build', root])
  const before = statesBelow(root)
  const {moduleCount, codeSize, packages, folders} = await load(['build', root])
  // What every build loads is joined; the configuration is one of them.
  expect(moduleCount).toBeLessThan(12)
  expect(packages).toEqual(['picocolors'])
  expect(folders).toEqual(['build', 'cli', 'config', 'diagnostics', 'graph', 'host', 'model', 'site'])
  expect(codeSize).toBeLessThan(220_000)
  expect(statesBelow(root)).toEqual(before)
  expect((await load(['check', root])).codeSize).toBeLessThan(220_000)
  expect(statesBelow(root)).toEqual(before)
})

test('a first build of a site without code loads neither a bundler nor parsers that it does not need', async () => {
  const {root} = temporarySite({'site/content/articles/a.md': article})
  const {packages} = await load(['build', root])
  expect(packages).toContain('satteri')
  expect(packages).toContain('yaml')
  for (const name of ['esbuild', 'highlight.js', 'js-yaml', 'micromark', 'parse5', 'remark-parse', 'zod']) {
    expect(packages).not.toContain(name)
  }
})

test('code loads the grammars of its languages, each alone, and text none', async () => {
  const code = (language: string): string =>
    `${article.replace('title: A', `title: In ${language}`)}\n~~~${language}\nlet a\n~~~\n`
  const {root} = temporarySite({'site/content/a.md': article, 'site/content/b.md': code('text')})
  const grammars = async (): Promise<ReadonlyArray<string>> => (await load(['build', root])).grammars
  expect(await grammars()).toEqual([])
  writeFileSync(join(root, 'content/c.md'), code('rs'))
  expect(await grammars()).toEqual(['rust'])
  // Another language inside of a language comes with it.
  writeFileSync(join(root, 'content/d.md'), code('ts'))
  expect(await grammars()).toEqual(['css', 'graphql', 'javascript', 'typescript', 'xml'])
  // The first of these empties the history.
  await grammars()
  expect((await load(['build', root])).packages).toEqual(['picocolors'])
})

test('a configuration needs the bundler once, and no other package', async () => {
  const {root} = temporarySite({
    'site/galley.config.ts': `import {defineConfig} from 'galley'\nexport default defineConfig({title: 'A'})`,
    'site/content/articles/a.md': article
  })
  expect((await load(['build', root])).packages).toContain('esbuild')
  const {packages} = await load(['build', root])
  expect(packages).not.toContain('esbuild')
  expect(packages).not.toContain('zod')
})

test('modules of Node are asked for, since an import makes all that they export', () => {
  const lib = dirname(command.file)
  const files = readdirSync(lib, {recursive: true, encoding: 'utf8'}).filter((path) => path.endsWith('.js'))
  const imports = files.flatMap(
    (path) => readFileSync(join(lib, path), 'utf8').match(/\bfrom "node:.*"/g) ?? []
  )
  expect(files.length).toBeGreaterThan(100)
  expect(imports).toEqual([])
})

/** Notes the address of each module that is imported or required. */
const observer = `
import {appendFileSync} from 'node:fs'
import Module, {register} from 'node:module'
import {isAbsolute} from 'node:path'
import {pathToFileURL} from 'node:url'
const load = Module._load
Module._load = (request, parent, isMain) => {
  const file = Module._resolveFilename(request, parent, isMain)
  if (isAbsolute(file)) appendFileSync(process.env.LOADED_LIST, pathToFileURL(file).href + '\\n')
  return load(request, parent, isMain)
}
const hooks = \`
import {appendFileSync} from 'node:fs'
export async function load(url, context, next) {
  if (!url.startsWith('node:')) appendFileSync(process.env.LOADED_LIST, url + '\\\\n')
  return next(url, context)
}\`
register('data:text/javascript,' + encodeURIComponent(hooks))
`

async function load(argv: ReadonlyArray<string>): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-loaded-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const list = join(folder, 'list')
  const {ended} = command.start({
    argv,
    environment: {LOADED_LIST: list},
    // What observes is deprecated from Node 26 on, and what comes in its place is in no earlier one.
    nodeArgv: ['--no-deprecation', '--import', `data:text/javascript,${encodeURIComponent(observer)}`]
  })
  const {status, stderr} = await ended
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
  const files = readFileSync(list, 'utf8')
    .split('\n')
    .filter((url) => url.startsWith('file:'))
    .map((url) => fileURLToPath(url))
  const modules = files.flatMap(modulesOf)
  return {
    moduleCount: files.length,
    codeSize: files.reduce((size, file) => size + statSync(file).size, 0),
    packages: namesIn(modules, /^.*\bnode_modules\/((?:@[^/]+\/)?[^/.][^/]*)\//),
    folders: namesIn(modules, /^src\/([^/]+)\//),
    grammars: namesIn(modules, /\bhighlight\.js\/es\/languages\/(.+)\.js$/)
  }
}

/** Modules of which a file was made: the bundler writes each one's path above its code. */
function modulesOf(file: string): ReadonlyArray<string> {
  const comments = readFileSync(file, 'utf8').matchAll(/^\/\/ ((?:\.\.\/)*(?:src|node_modules)\/\S+)$/gm)
  return [file, ...[...comments].map(([, path = '']) => path)]
}

function namesIn(modules: ReadonlyArray<string>, pattern: RegExp): ReadonlyArray<string> {
  return [...new Set(modules.flatMap((path) => pattern.exec(path)?.[1] ?? []))].sort()
}

/** Inode and times of all that a build may have written; the claim of a lock comes and goes. */
function statesBelow(root: string): ReadonlyArray<string> {
  return readdirSync(root, {recursive: true, encoding: 'utf8'})
    .filter((path) => !/^\.galley(?:\/lock)?$/.test(path))
    .map((path) => {
      const {ino, mtimeMs, ctimeMs} = statSync(join(root, path))
      return `${path} ${ino} ${mtimeMs} ${ctimeMs}`
    })
    .sort()
}
