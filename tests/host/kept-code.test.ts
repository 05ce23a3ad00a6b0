import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {nodeHost} from '#src/host/node-host.ts'
import {traceImports} from '#src/host/trace-imports.ts'
import {
  type Answers,
  answers,
  folderOf,
  homeOf,
  isMarked,
  loadKept,
  mark,
  type Purpose,
  readRecord,
  sealed,
  settled
} from './kept-site.ts'
import {type TemporarySite, temporarySite} from './temporary-site.ts'

type Files = Readonly<Record<string, string>>
const purposes: ReadonlyArray<Purpose> = ['config', 'templates']

/** Every way to import there is. */
const files: Files = {
  'site/package.json': '{"imports": {"#owner": "./owners/a.ts", "#color": "colors"}}',
  'site/owners/a.ts': `export const owner = 'A'`,
  'site/owners/b.ts': `export const owner = 'B'`,
  'site/galley.config.ts': `import {readFileSync} from 'node:fs'
import {owner} from '#owner'
import {paper} from 'paper/kinds/thin'
import {plugin} from './plugins/plugin.js'
import {second} from './plugins/second.js'
export const tryOptional = () => {
  try {
    return require('optional')
  } catch {}
}
const title = readFileSync(import.meta.dirname + '/title.txt', 'utf8')
export default ({environment}) => ({title: [title, owner, paper, plugin + second, environment].join(' ')})`,
  'site/title.txt': 'title',
  'site/plugins/plugin.ts': `import {part} from '../parts'\nexport const plugin = 'plugin ' + part`,
  'site/plugins/second.tsx': `export const second = ' 2'`,
  'site/node_modules/optional/readme.md': '',
  'site/parts/index.ts': `export const part = 'part'`,
  'site/node_modules/paper/package.json': '{"name": "paper", "version": "1.0.0", "type": "commonjs"}',
  'site/node_modules/paper/kinds/thin.js': `exports.paper = 'thin'`,
  'site/node_modules/colors/package.json':
    '{"name": "colors", "version": "1.0.0", "type": "module", "exports": {".": "./red.js"}}',
  'site/node_modules/colors/red.js': `export const color = 'red'`,
  'site/node_modules/colors/blue.js': `export const color = 'blue'`,
  'site/templates/page.tsx': `import {color} from '#color'
import {Shell} from './partials/shell'
import facts from '../data/facts.json'
import {ink} from 'galley/theme/partials/ink'
export default () => <Shell>{color} {facts.count} {ink}</Shell>`,
  'site/templates/partials/card.jsx': 'export const Card = () => <b>card</b>',
  'site/data/facts.json': '{"count": 3}',
  'theme/article.tsx': `import {Shell} from './partials/shell.tsx'
export default () => <Shell>article</Shell>`,
  'theme/partials/shell.tsx': `import {Header} from './header.tsx'
import {Card} from 'galley/theme/partials/card'
export const Shell = ({children}) => <main><Header /><Card />{children}</main>`,
  'theme/partials/header.tsx': `import {owner} from './owner.ts'
export const Header = () => <i>{owner}</i>`,
  'theme/partials/ink.js': `export const ink = 'black'`,
  'theme/partials/owner.ts': `export const owner = 'theme'`,
  'theme/partials/card.tsx': 'export const Card = () => <b>theme</b>'
}

interface Case {
  readonly name: string
  readonly purpose: Purpose
  readonly change: (site: TemporarySite) => void
}

/** A case that writes one file. */
function write(purpose: Purpose, path: string, text: string): Case {
  return {name: `${path} is written`, purpose, change: (site) => site.write(path, text)}
}

/** A case that removes a file. */
function remove(purpose: Purpose, path: string): Case {
  return {name: `${path} is removed`, purpose, change: ({root}) => rmSync(join(dirname(root), path))}
}

const harmless: ReadonlyArray<Case> = [
  {name: 'nothing changes', purpose: 'config', change: () => undefined},
  {name: 'nothing changes', purpose: 'templates', change: () => undefined},
  write('config', 'site/content/a.md', 'A'),
  write('config', 'site/templates/page.tsx', 'export default () => <p />'),
  write('config', 'site/dist/index.html', ''),
  write('config', 'site/owners/b.ts', `export const owner = 'C'`),
  write('config', 'site/title.txt', 'other'),
  write('templates', 'site/galley.config.ts', 'export default {}'),
  write('templates', 'site/templates/assets/a.css', 'p{}'),
  write('templates', 'site/templates/partials/unused.tsx', ''),
  write('templates', 'site/node_modules/colors/red.js', `export const color = 'green'`)
]

const harmful: ReadonlyArray<Case> = [
  write('config', 'site/galley.config.ts', 'export default {}'),
  write('config', 'site/plugins/plugin.ts', `export const plugin = 'other'`),
  write('config', 'site/parts/index.ts', `export const part = 'other'`),
  write('config', 'site/parts.ts', `export const part = 'file before folder'`),
  write('config', 'site/parts/index.tsx', `export const part = 'tsx before ts'`),
  write('config', 'site/parts/package.json', '{"main": "../owners/b.ts"}'),
  write('config', 'site/plugins/plugin.js', `export const plugin = 'js before ts'`),
  write('config', 'site/plugins/second.ts', `export const second = 'ts before tsx'`),
  write('config', 'site/node_modules/optional/index.js', ''),
  write('config', 'site/node_modules/optional/package.json', '{"main": "readme.md"}'),
  write('config', 'site/package.json', '{"imports": {"#owner": "./owners/b.ts", "#color": "colors"}}'),
  write('config', 'site/node_modules/paper/package.json', '{"name": "paper", "version": "1.0.1"}'),
  write('config', 'site/node_modules/paper/kinds/thin/package.json', '{}'),
  write('config', 'site/node_modules/paper/kinds/thin', ''),
  {
    name: 'a package is a link to another place',
    purpose: 'config',
    change({root, write}) {
      write('site/elsewhere/kinds/thin.js', `exports.paper = 'linked'`)
      rmSync(join(root, 'node_modules/paper'), {recursive: true})
      symlinkSync(join(root, 'elsewhere'), join(root, 'node_modules/paper'))
    }
  },
  write('templates', 'site/templates/page.tsx', 'export default () => <p />'),
  write('templates', 'site/templates/other.tsx', 'export default () => <p />'),
  write('templates', 'site/data/facts.json', '{"count": 4}'),
  write('templates', 'theme/partials/shell.tsx', 'export const Shell = () => <p />'),
  write('templates', 'theme/partials/owner.ts', `export const owner = 'other'`),
  write('templates', 'theme/partials/card.tsx', 'export const Card = () => <p />'),
  write('templates', 'theme/partials/ink.ts', `export const ink = 'ts before js'`),
  write('templates', 'site/templates/partials/owner.ts', `export const owner = 'shadow'`),
  write('templates', 'site/templates/partials/header.tsx', 'export const Header = () => <p>shadow</p>'),
  write('templates', 'site/templates/partials/shell/index.tsx', 'export const Shell = () => <p>near</p>'),
  write('templates', 'site/package.json', '{"imports": {"#color": "./owners/c.ts"}}'),
  write(
    'templates',
    'site/node_modules/colors/package.json',
    '{"name": "colors", "version": "1.0.0", "type": "module", "exports": {".": "./blue.js"}}'
  ),
  remove('templates', 'site/templates/page.tsx'),
  remove('templates', 'theme/article.tsx'),
  remove('templates', 'site/data/facts.json')
]

test.each(harmless)('$purpose is kept when $name', async ({purpose, change}) => {
  await checkReuse(purpose, change, true)
})

test.each(harmful)('$purpose is bundled again when $name', async ({purpose, change}) => {
  await checkReuse(purpose, change, false)
})

test('templates are bundled again when a file over one of the theme is gone', async () => {
  const shadow = {'site/templates/partials/owner.ts': `export const owner = 'shadow'`}
  const site = temporarySite({...files, ...shadow})
  await loadKept(site)
  rmSync(join(site.root, 'templates/partials/owner.ts'))
  expect((await answers(site.host)).templates).toContain(
    'article <main><i>theme</i><b>theme</b>article</main>'
  )
})

const imports: Files = {
  'of a package': `import {a} from 'linked'`,
  'of a package by an internal name': `import {a} from '#linked'`,
  'of a package by a pattern of internal names': `import {a} from '#all/linked/index.ts'`,
  'of a path by an internal name': `import {a} from '#path'`,
  'of a path': `import {a} from './linked/index.ts'`
}

test.each(Object.entries(imports))('code is bundled again when the target %s is another', async (_, text) => {
  const site = temporarySite({
    'site/package.json': JSON.stringify({
      imports: {
        '#linked': {node: 'linked'},
        '#all/*.ts': ['./*.ts'],
        '#path': './linked/index.ts'
      }
    }),
    'site/galley.config.ts': `${text}\nexport default {a}`,
    'site/node_modules/other/index.ts': '',
    'site/one/index.ts': 'export const a = 1',
    'site/two/index.ts': 'export const a = 2'
  })
  link('one')
  await settled()
  expect((await site.host.loadConfig('production')).value.value).toEqual({a: 1})
  mark(site, 'config')
  link('two')
  expect((await site.host.loadConfig('production')).value.value).toEqual({a: 2})

  function link(folder: string): void {
    for (const path of [join(site.root, 'linked'), join(site.root, 'node_modules/linked')]) {
      rmSync(path, {force: true})
      symlinkSync(join(site.root, folder), path)
    }
  }
})

test('a configuration is evaluated, and its function called, each time', async () => {
  const site = temporarySite(files)
  const {config} = await loadKept(site)
  const {value} = await site.host.loadConfig('staging')
  site.write('site/title.txt', 'other')
  const {value: other} = await site.host.loadConfig('production')
  expect([config.value, value, other].map((loaded) => loaded.value)).toEqual([
    {title: 'title A thin plugin part 2 production'},
    {title: 'title A thin plugin part 2 staging'},
    {title: 'other A thin plugin part 2 production'}
  ])
})

describe('what cannot be used is as if there were nothing:', () => {
  const damages: ReadonlyArray<readonly [string, (home: string, folder: string) => void]> = [
    ['an empty record', (home) => writeFileSync(join(home, 'record.json'), '')],
    ['half a record', (home) => truncateSync(join(home, 'record.json'), 200)],
    ['a record with a mistake', (home) => edit(join(home, 'record.json'), 'marked', 'mistake')],
    ['another record', (home) => writeFileSync(join(home, 'record.json'), sealed('{}'))],
    ['a folder in the place of the record', (home) => replaceByFolder(join(home, 'record.json'))],
    ['an empty module', (_, folder) => truncateSync(join(folder, 'code.mjs'), 0)],
    ['no module', (_, folder) => rmSync(folder, {recursive: true})],
    ['a file in the place of the folder', (home) => replaceByFile(home)]
  ]

  test.each(damages)('%s', async (_, damage) => {
    const site = temporarySite(files)
    const before = await loadKept(site)
    for (const purpose of purposes) {
      mark(site, purpose)
      damage(homeOf(site, purpose), folderOf(site, purpose))
    }
    expect(await answers(site.host)).toEqual(before)
  })

  test('a file in the place of all', async () => {
    const site = temporarySite({...files, 'site/.galley': ''})
    expect((await answers(site.host)).diagnostics).toEqual([])
  })

  test('code of another place', async () => {
    const [site, other] = [temporarySite(files), temporarySite({})]
    await loadKept(site)
    cpSync(dirname(site.root), dirname(other.root), {recursive: true})
    for (const purpose of purposes) mark(other, purpose)
    const [moved, unmoved] = [await loadKept(other), await answers(site.host)]
    expect(moved).toEqual(unmoved)
    expect(JSON.stringify(readRecord(other, 'templates'))).not.toContain(site.root)
  })

  test('code of another theme', async () => {
    const site = temporarySite(files)
    await loadKept(site)
    site.write('other/article.tsx', 'export default () => <p>other</p>')
    const theme = join(dirname(site.root), 'other')
    const host = nodeHost({root: site.root, output: site.output, theme})
    rmSync(join(site.root, 'templates'), {recursive: true})
    expect((await answers(host)).templates).toEqual(['article <p>other</p>'])
  })
})

test('code that throws is not kept', async () => {
  const site = temporarySite({
    'site/galley.config.ts': `throw new Error('No')`,
    'theme/a.tsx': `throw new Error('No')`,
    'theme/b.tsx': 'export default () => <p />'
  })
  await settled()
  const {config, diagnostics, templates} = await answers(site.host)
  expect([...config.diagnostics, ...diagnostics]).toHaveLength(2)
  expect(templates).toEqual(['b <p></p>'])
  for (const purpose of purposes) expect(readdirSync(homeOf(site, purpose))).toEqual([])
})

test('many at once in one process', async () => {
  const site = temporarySite(files)
  await settled()
  const found = await Promise.all(Array.from({length: 8}, () => answers(site.host)))
  expect(new Set(found.map((answer) => JSON.stringify(answer))).size).toBe(1)
  for (const purpose of purposes) mark(site, purpose)
  const again = await answers(site.host)
  expect(purposes.map((purpose) => isMarked(again, purpose))).toEqual([true, true])
})

test('of old code only the newest stays', async () => {
  const site = temporarySite({'site/galley.config.ts': ''})
  const folders: Array<string> = []
  for (const title of ['a', 'b', 'c', 'd', 'e']) {
    site.write('site/galley.config.ts', `export default {title: '${title}'}`)
    await settled()
    await site.host.loadConfig('production')
    folders.push(folderOf(site, 'config'))
    const hoursAgo = Date.now() / 1000 - 7200 + folders.length
    utimesSync(folders.at(-1) ?? '', hoursAgo, hoursAgo)
  }
  mkdirSync(join(homeOf(site, 'config'), 'not-ours'))
  site.write('site/galley.config.ts', 'export default {}')
  await settled()
  await site.host.loadConfig('production')
  const newest = readRecord(site, 'config').folder
  expect(readdirSync(homeOf(site, 'config')).sort()).toEqual(
    [...folders.slice(-2).map((path) => basename(path)), newest, 'not-ours', 'record.json'].sort()
  )
})

test('what changes while code is bundled makes the trace uncertain', () => {
  const {root, theme} = temporarySite({'site/a.ts': ''})
  const isCertain = (start: number) => {
    const tracer = traceImports({root, theme}, start)
    tracer.noteImport('./a.js', root)
    return tracer.isCertain()
  }
  expect([isCertain(0), isCertain(Date.now() + 1000)]).toEqual([false, true])
})

test('code that is found by a pattern is not kept', async () => {
  const site = temporarySite({
    'site/galley.config.ts': `const load = (name) => import(\`./data/\${name}.ts\`)
export default async () => ({title: (await load('a')).title})`,
    'site/data/a.ts': `export const title = 'A'`
  })
  await settled()
  const before = await site.host.loadConfig('production')
  expect(before.value.value).toEqual({title: 'A'})
  expect(readdirSync(homeOf(site, 'config'))).toEqual([])
  site.write('site/data/a.ts', `export const title = 'B'`)
  expect((await site.host.loadConfig('production')).value.hash).not.toBe(before.value.hash)
})

async function checkReuse(purpose: Purpose, change: Case['change'], isReused: boolean): Promise<void> {
  const site = temporarySite(files)
  await loadKept(site)
  mark(site, purpose)
  change(site)
  const found = await answers(site.host)
  rmSync(homeOf(site, purpose), {recursive: true})
  const clean = await answers(site.host)
  expect(isMarked(found, purpose)).toBe(isReused)
  expect(isReused ? withoutHashes(found) : found).toEqual(isReused ? withoutHashes(clean) : clean)
}

function withoutHashes({config, ...others}: Answers): unknown {
  return {...others, config: {...config, value: config.value.value}, hashes: []}
}

function edit(path: string, from: string, to: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
}

function replaceByFolder(path: string): void {
  rmSync(path)
  mkdirSync(path)
}

function replaceByFile(path: string): void {
  rmSync(path, {recursive: true})
  writeFileSync(path, '')
}
