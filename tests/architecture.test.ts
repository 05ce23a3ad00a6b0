import {readdirSync, readFileSync} from 'node:fs'
import {basename, join, relative} from 'node:path'
import {describe, expect, test} from 'vitest'

/** What one folder of `src/` may import besides itself. */
interface Layer {
  /** Other folders of `src/`. */
  readonly folders: ReadonlyArray<string>
  /** Packages; `type:` before a name allows its types alone. */
  readonly packages?: ReadonlyArray<string>
  /** Modules of Node. */
  readonly node?: ReadonlyArray<string>
}

/** The layers, lowest first: a folder may import only folders that stand above its own line. */
const layers: Readonly<Record<string, Layer>> = {
  diagnostics: {folders: [], packages: ['type:sarif']},
  model: {folders: ['diagnostics'], packages: ['type:unified', 'type:preact']},
  graph: {folders: ['diagnostics'], node: ['node:crypto', 'node:buffer']},
  markdown: {
    folders: ['diagnostics', 'model'],
    packages: [
      'unified',
      'remark-parse',
      'remark-frontmatter',
      'remark-gfm',
      'remark-definition-list',
      'remark-directive',
      'parse-entities',
      'highlight.js',
      'shiki',
      'property-information',
      'vfile',
      'remark-rehype',
      'rehype-raw',
      'rehype-sanitize',
      'rehype-stringify',
      'satteri',
      'temml',
      'esbuild',
      'yaml',
      'toml-eslint-parser',
      'gemoji',
      'github-slugger',
      'type:hast',
      'type:mdast',
      'type:unist',
      'type:vfile-message'
    ],
    node: ['node:crypto']
  },
  content: {
    folders: ['diagnostics', 'model'],
    packages: ['gray-matter', 'yaml', 'toml-eslint-parser']
  },
  assets: {folders: ['model'], packages: ['@rgrove/parse-xml', 'image-size'], node: ['node:zlib']},
  site: {folders: ['diagnostics', 'model'], packages: ['github-slugger', 'temporal-polyfill']},
  routing: {folders: ['diagnostics', 'model'], packages: ['github-slugger']},
  related: {folders: ['diagnostics', 'model'], packages: ['@orama/stemmers', '@orama/stopwords']},
  render: {folders: ['diagnostics', 'model'], packages: ['preact', 'preact-render-to-string']},
  compare: {folders: [], packages: ['unified', 'rehype-parse', 'hast-util-to-text', 'type:hast']},
  deploy: {folders: ['model', 'routing']},
  config: {folders: ['diagnostics', 'model']},
  move: {folders: ['diagnostics', 'model']},
  build: {
    folders: [
      'diagnostics',
      'model',
      'graph',
      'markdown',
      'content',
      'assets',
      'site',
      'routing',
      'related',
      'render',
      'config',
      'move'
    ],
    node: ['node:crypto', 'node:buffer', 'node:zlib']
  },
  host: {
    folders: ['diagnostics', 'model'],
    packages: ['esbuild', 'pagefind', 'satori', '@resvg/resvg-js', 'sharp', '@aws-sdk/client-s3'],
    node: ['*']
  },
  'dev-server': {
    folders: ['diagnostics', 'model', 'graph', 'config', 'build'],
    packages: ['chokidar', 'idiomorph'],
    node: ['node:buffer', 'node:crypto', 'node:http', 'node:net', 'node:os', 'node:path', 'node:zlib']
  },
  cli: {
    folders: [
      'diagnostics',
      'model',
      'markdown',
      'site',
      'related',
      'compare',
      'deploy',
      'config',
      'build',
      'host',
      'dev-server'
    ],
    packages: ['picocolors'],
    node: ['*']
  }
}

/** Folders that may read the clock, the environment and the process. */
const rim: ReadonlySet<string> = new Set(['host', 'cli'])

const sourceRoot = join(import.meta.dirname, '../src')
const files = readdirSync(sourceRoot, {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path) => ({
    path,
    folder: path.split('/')[0] ?? '',
    text: readFileSync(join(sourceRoot, path), 'utf8')
  }))

describe('layers', () => {
  test('every folder of src has a line in the table', () => {
    const folders = new Set(files.filter(({path}) => path.includes('/')).map(({folder}) => folder))
    expect([...folders].filter((folder) => !(folder in layers))).toEqual([])
  })

  test('the table allows only folders above', () => {
    const names = Object.keys(layers)
    const upward = names.flatMap((name, index) =>
      (layers[name]?.folders ?? [])
        .filter((folder) => names.indexOf(folder) >= index)
        .map((to) => `${name} → ${to}`)
    )
    expect(upward).toEqual([])
  })

  test('imports keep to the table', () => {
    const violations = files
      .filter(({path}) => path.includes('/'))
      .flatMap(({path, folder, text}) =>
        importsOf(text)
          .filter((entry) => !isAllowed(folder, path, entry))
          .map(({specifier}) => `${path} imports ${specifier}`)
      )
    expect(violations).toEqual([])
  })
})

describe('style', () => {
  test('only the rim knows the clock, the environment and the process', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bprocess\.|\bglobalThis\b|\bMath\.random\b|\bTemporal\.Now\b/
    const violations = files.filter(
      ({folder, text}) => !rim.has(folder) && impure.test(withoutComments(text))
    )
    expect(violations.map(({path}) => path)).toEqual([])
  })

  test('nothing below the rim keeps state in a module', () => {
    const violations = files.filter(({text}) => /^(?:export )?let /m.test(text))
    expect(violations.map(({path}) => path)).toEqual([])
  })

  test('no function that is made for each article is written where a property is set: V8 would keep what it refers to', () => {
    const setting =
      /^ *\w[\w.]*(?:\.\w+|\[[^\]\n]*\]) (?:\?\?)?= (?:async )?(?:function|\([^()\n]*\)[^=\n]*=>|\w+ =>)/m
    const violations = files.filter(({folder, text}) => !rim.has(folder) && setting.test(text))
    // Made once for each parser or compiler: unified asks for it so.
    expect(violations.map(({path}) => path)).toEqual([
      'markdown/choose-parser.ts',
      'markdown/compile-body.ts',
      'markdown/native-parser.ts',
      'markdown/remark-parser.ts'
    ])
  })

  test('no default exports', () => {
    expect(files.filter(({text}) => /^export default /m.test(text)).map(({path}) => path)).toEqual([])
  })

  test('file names say what is inside', () => {
    const vague = /^(?:utils?|helpers?|common|misc|shared|core|types|index)\.ts$/
    expect(
      files.map(({path}) => path).filter((path) => vague.test(basename(path)) && path !== 'index.ts')
    ).toEqual([])
  })

  test('a file has one concept: at most 250 lines', () => {
    expect(files.filter(({text}) => text.split('\n').length > 251).map(({path}) => path)).toEqual([])
  })
})

interface Import {
  readonly specifier: string
  readonly isType: boolean
}

function importsOf(text: string): ReadonlyArray<Import> {
  const statement =
    /^(?:import|export)\s+(type\s)?(?:[^'"\n;]|\n)*?from\s+'([^']+)'|\bimport\('([^']+)'\)|^import\s+'([^']+)'/gm
  return [...withoutComments(text).matchAll(statement)].map((match) => ({
    specifier: match[2] ?? match[3] ?? match[4] ?? '',
    isType: match[1] !== undefined
  }))
}

function isAllowed(folder: string, path: string, {specifier, isType}: Import): boolean {
  const layer = layers[folder]
  if (layer === undefined) return false
  if (specifier.startsWith('./')) return true
  if (specifier.startsWith('../')) {
    // Inside a folder a sub-folder may look up, but never out of the folder.
    return relative(folder, join(path, '..', specifier)).startsWith('..') === false
  }
  if (specifier.startsWith('#src/')) return layer.folders.includes(specifier.split('/')[1] ?? '')
  if (specifier.startsWith('node:'))
    return layer.node?.includes('*') === true || layer.node?.includes(specifier) === true
  const packageName = specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : (specifier.split('/')[0] ?? '')
  const packages = layer.packages ?? []
  return packages.includes(packageName) || (isType && packages.includes(`type:${packageName}`))
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
