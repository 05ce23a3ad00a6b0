import {readdirSync} from 'node:fs'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {temporarySite} from './temporary-site.ts'

type Files = Readonly<Record<string, string>>

function load(files: Files, environment = 'production') {
  const sited = Object.fromEntries(Object.entries(files).map(([path, text]) => [`site/${path}`, text]))
  return temporarySite(sited).host.loadConfig(environment)
}

interface GoodCase {
  readonly name: string
  readonly files: Files
  readonly value: unknown
}

const good: ReadonlyArray<GoodCase> = [
  {name: 'no configuration', files: {}, value: undefined},
  {
    name: 'TypeScript',
    files: {
      'galley.config.ts': `import {defineConfig} from 'galley'
import {title} from './titles.ts'
interface Unused {readonly a: string}
export default defineConfig({title: title satisfies string})`,
      'titles.ts': `export const title: string = 'A'`
    },
    value: {title: 'A'}
  },
  {name: 'JavaScript', files: {'galley.config.mjs': `export default {title: 'A'}`}, value: {title: 'A'}},
  {name: 'CommonJS', files: {'galley.config.js': `module.exports = {title: 'A'}`}, value: {title: 'A'}},
  {name: 'JSON', files: {'galley.config.json': '\uFEFF{"title": "A"}'}, value: {title: 'A'}},
  {
    name: 'a function of the environment',
    files: {'galley.config.ts': 'export default ({environment}) => ({title: environment})'},
    value: {title: 'production'}
  },
  {
    name: 'a function to a promise',
    files: {'galley.config.ts': `export default async () => ({title: await Promise.resolve('A')})`},
    value: {title: 'A'}
  },
  {
    name: 'where the configuration lies',
    files: {
      'galley.config.ts': `import {readFileSync} from 'node:fs'
export default {title: readFileSync(new URL('title.txt', import.meta.url), 'utf8')}`,
      'title.txt': 'A'
    },
    value: {title: 'A'}
  },
  {
    name: 'a package of the site, with TypeScript, JSON and JavaScript',
    files: {
      'galley.config.ts': `import {script} from 'packed'
import {typed} from 'packed/typed'
import {version} from 'packed/package.json'
export default {title: [script, typed, version].join()}`,
      'node_modules/packed/package.json':
        '{"name": "packed", "version": "1.0.0", "type": "module", "exports": {".": {"module": "./no.js", "import": "./index.js"}, "./typed": "./typed.ts", "./package.json": "./package.json"}}',
      'node_modules/packed/index.js': `export const script = 'js'`,
      'node_modules/packed/typed.ts': `export const typed: string = 'ts'`
    },
    value: {title: 'js,ts,1.0.0'}
  }
]

interface WrongCase {
  readonly name: string
  readonly files: Files
  readonly code: string
  readonly reason: string
  readonly file: string
  /** `line:column`. */
  readonly place?: string
}

const wrong: ReadonlyArray<WrongCase> = [
  {
    name: 'two configurations',
    files: {'galley.config.ts': 'export default {}', 'galley.config.json': '{}'},
    code: 'config/several-files',
    reason: 'Expected one configuration, found `galley.config.ts` and `galley.config.json`',
    file: 'galley.config.ts'
  },
  {
    name: 'a syntax error',
    files: {'galley.config.ts': `export default {\n  title: 'äö' 'b'\n}`},
    code: 'config/syntax',
    reason: 'Expected a valid configuration, found an error: Expected "}" but found "\'b\'"',
    file: 'galley.config.ts',
    place: '2:15'
  },
  {
    name: 'a syntax error in an imported file',
    files: {'galley.config.ts': `import './part/a.ts'\nexport default {}`, 'part/a.ts': '\n}'},
    code: 'config/syntax',
    reason: 'Expected a valid configuration, found an error: Unexpected "}"',
    file: 'part/a.ts',
    place: '2:1'
  },
  {
    name: 'a syntax error in JSON',
    files: {'galley.config.json': '{\n  "title": "A",\n  "ä" "b"\n}'},
    code: 'config/syntax',
    reason: 'Expected a valid configuration, found an error: Expected ":" in JSON but found "\\"b\\""',
    file: 'galley.config.json',
    place: '3:7'
  },
  {
    name: 'an empty file of JSON',
    files: {'galley.config.json': ''},
    code: 'config/syntax',
    reason: 'Expected a valid configuration, found an error: Unexpected end of file in JSON',
    file: 'galley.config.json',
    place: '1:1'
  },
  {
    name: 'a package that is not installed',
    files: {'galley.config.ts': `import x from 'remark-nothing'\nexport default {x}`},
    code: 'config/cannot-load',
    reason: 'Expected the package `remark-nothing`, found none',
    file: 'galley.config.ts',
    place: '1:15'
  },
  {
    name: 'a file that is not there',
    files: {'galley.config.ts': `export default {}\nexport * from './nothing.ts'`},
    code: 'config/cannot-load',
    reason: 'Expected the file `./nothing.ts`, found none',
    file: 'galley.config.ts',
    place: '2:15'
  },
  {
    name: 'an error thrown while evaluated',
    files: {'galley.config.ts': `interface A {}\n\nthrow new Error('Out of ink\\nand paper')`},
    code: 'config/throws',
    reason: 'Expected the configuration to load, but it threw: Out of ink',
    file: 'galley.config.ts',
    place: '3:7'
  },
  {
    name: 'an error thrown by an imported function',
    files: {
      'galley.config.ts': `import {fail} from './fail.ts'\nexport default () => fail()`,
      'fail.ts': `// Fails.\nexport function fail(): never {\n  throw new TypeError('No')\n}`
    },
    code: 'config/throws',
    reason: 'Expected the configuration to load, but it threw: No',
    file: 'fail.ts',
    place: '3:9'
  },
  {
    name: 'a rejected promise that is no error',
    files: {'galley.config.ts': `export default () => Promise.reject('paper')`},
    code: 'config/throws',
    reason: 'Expected the configuration to load, but it threw: paper',
    file: 'galley.config.ts'
  },
  {
    name: 'no default export',
    files: {'galley.config.ts': 'export const config = {}'},
    code: 'config/no-default-export',
    reason: 'Expected a default export, found none',
    file: 'galley.config.ts'
  }
]

test.each(good)('$name', async ({files, value}) => {
  const {value: loaded, diagnostics} = await load(files)
  expect(diagnostics).toEqual([])
  expect(loaded.value).toEqual(value)
  expect(loaded.file).toBe(Object.keys(files)[0])
  expect(loaded.text).toBe((Object.values(files)[0] ?? '').replace('\uFEFF', ''))
})

test.each(wrong)('$name', async ({files, code, reason, file, place}) => {
  const {value, diagnostics} = await load(files)
  expect(diagnostics).toHaveLength(1)
  const [diagnostic] = diagnostics
  expect(diagnostic).toMatchObject({code, severity: 'error', reason, file})
  const found = diagnostic?.place
  expect(found && `${found.line}:${found.column}`).toBe(place)
  expect(value.file).toBe(Object.keys(files)[0])
})

test('what a plugin throws later has a place in the code of the site, and what others throw has none', async () => {
  const plugin = 'export function boom(tree: {type?: string}): void {\n  throw new Error(tree.type)\n}\n'
  const {value} = await load({
    'galley.config.ts': `import {boom} from './plugins/boom.ts'\n\nexport default {boom}`,
    'plugins/boom.ts': plugin
  })
  const {boom} = value.value as {readonly boom: (tree: object) => void}
  const thrown = await Promise.resolve({})
    .then(boom)
    .catch((error: unknown) => error)
  expect(await value.locate?.(thrown)).toMatchObject({file: 'plugins/boom.ts', place: {line: 2, column: 9}})
  expect(await value.locate?.('no error')).toBeUndefined()
})

test('`z` of galley makes schemas', async () => {
  const {value} = await load({
    'galley.config.ts': `import {z} from 'galley'
export default {sections: {a: {schema: z.object({a: z.string()})}}}`
  })
  expect(value.value).toHaveProperty(['sections', 'a', 'schema', '~standard', 'vendor'], 'zod')
})

test('no temporary folder is left', async () => {
  const {host} = temporarySite({'site/galley.config.ts': `throw new Error('No')`})
  const {root: temporary} = temporarySite({})
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  expect((await host.loadConfig('production')).diagnostics).toHaveLength(1)
  expect(readdirSync(temporary)).toEqual([])
})

describe('the hash', () => {
  const files: Files = {
    'galley.config.ts': `import {a} from './a.ts'\nimport {p} from 'p'\nexport default {title: a + p}`,
    'a.ts': `export {a} from './b.ts'`,
    'b.ts': `export const a = 'A'`,
    'other.ts': 'export const other = 1',
    'node_modules/p/package.json': '{"name": "p", "version": "1.0.0", "type": "module", "main": "p.js"}',
    'node_modules/p/p.js': `export const p = 'P'`
  }
  const hashOf = async (changed: Files) => (await load({...files, ...changed})).value.hash

  test('is the same in another folder', async () => {
    expect(await hashOf({})).toBe(await hashOf({}))
  })

  test.each([
    ['galley.config.ts', `${files['galley.config.ts']}\n`, true],
    ['b.ts', `export const a = 'B'`, true],
    ['a.ts', `// Changed.\nexport {a} from './b.ts'`, true],
    [
      'node_modules/p/package.json',
      '{"name": "p", "version": "1.0.1", "type": "module", "main": "p.js"}',
      true
    ],
    ['other.ts', 'export const other = 2', false]
  ])('after a change of %s', async (path, text, isOther) => {
    expect((await hashOf({[path]: text})) !== (await hashOf({}))).toBe(isOther)
  })
})
