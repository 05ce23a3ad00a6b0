import {describe, expect, test} from 'vitest'
import {commandHelp, generalHelp} from '#src/cli/help.ts'
import {type CommandName, commands} from '#src/cli/option-table.ts'
import {parseArguments} from '#src/cli/parse-arguments.ts'
import type {BuildArguments} from '#src/cli/parse-build-arguments.ts'
import type {DevArguments, PreviewArguments} from '#src/cli/parse-server-arguments.ts'

const defaults: BuildArguments = {
  kind: 'build',
  folder: '.',
  out: 'dist',
  baseUrl: undefined,
  environment: 'production',
  jobs: undefined,
  drafts: false,
  future: false,
  expired: false,
  strict: false,
  keepGoing: false,
  hash: false,
  clean: false,
  verify: false,
  untrusted: false,
  external: false,
  stats: false,
  profile: undefined,
  format: 'pretty',
  quiet: false,
  debug: false
}

const builds: {readonly [line: string]: Partial<BuildArguments>} = {
  build: {},
  'build docs': {folder: 'docs'},
  'build --out ../public docs': {folder: 'docs', out: '../public'},
  'build --out=public': {out: 'public'},
  'build --out a --out b': {out: 'b'},
  '--drafts build docs': {folder: 'docs', drafts: true},
  'build --future --expired --drafts': {future: true, expired: true, drafts: true},
  'build --base-url https://example.com/blog/': {baseUrl: 'https://example.com/blog/'},
  'build --base-url http://localhost:8080': {baseUrl: 'http://localhost:8080'},
  'build --environment staging --jobs 4': {environment: 'staging', jobs: 4},
  'build --strict --keep-going': {strict: true, keepGoing: true},
  'build --json --quiet --debug': {format: 'json', quiet: true, debug: true},
  'build --format sarif': {format: 'sarif'},
  'build --format=github docs': {folder: 'docs', format: 'github'},
  'build --format json --json': {format: 'json'},
  'build --hash --clean --verify': {hash: true, clean: true, verify: true},
  'build --stats': {stats: true},
  'build --profile': {profile: 'galley-profile.json'},
  'build --profile docs': {folder: 'docs', profile: 'galley-profile.json'},
  'build --profile=trace.json docs': {folder: 'docs', profile: 'trace.json'},
  check: {kind: 'check'},
  'check docs --drafts --hash --jobs 2 --format github': {
    kind: 'check',
    folder: 'docs',
    drafts: true,
    hash: true,
    jobs: 2,
    format: 'github'
  },
  'check --external': {kind: 'check', external: true},
  'build -- --drafts': {folder: '--drafts'}
}

const devDefaults: DevArguments = {
  kind: 'dev',
  folder: '.',
  listen: {port: 4321, isStrictPort: false, address: '127.0.0.1', allowedHosts: [], isOpened: false},
  environment: 'development',
  drafts: true,
  future: true,
  expired: false,
  isFollowing: false,
  hasToolbar: true,
  debug: false
}

const servers: {readonly [line: string]: Partial<DevArguments>} = {
  dev: {},
  'dev docs': {folder: 'docs'},
  'dev --port 8080 --strict-port --open': {
    listen: {...devDefaults.listen, port: 8080, isStrictPort: true, isOpened: true}
  },
  'dev --host': {listen: {...devDefaults.listen, address: '0.0.0.0'}},
  'dev --host docs': {folder: 'docs', listen: {...devDefaults.listen, address: '0.0.0.0'}},
  'dev --host=192.168.1.5': {listen: {...devDefaults.listen, address: '192.168.1.5'}},
  'dev --allow-host a.example,.b.example': {
    listen: {...devDefaults.listen, allowedHosts: ['a.example', '.b.example']}
  },
  'dev --follow': {isFollowing: true},
  'dev --no-toolbar': {hasToolbar: false},
  'dev --no-drafts --no-future --expired': {drafts: false, future: false, expired: true},
  'dev --environment staging --debug': {environment: 'staging', debug: true}
}

const previewDefaults: PreviewArguments = {
  kind: 'preview',
  folder: '.',
  listen: devDefaults.listen,
  out: 'dist',
  baseUrl: undefined,
  environment: 'production',
  debug: false
}

const previews: {readonly [line: string]: Partial<PreviewArguments>} = {
  preview: {},
  'preview docs --out ../public --base-url https://example.com/a/': {
    folder: 'docs',
    out: '../public',
    baseUrl: 'https://example.com/a/'
  },
  'preview --port 80 --environment staging': {
    listen: {...devDefaults.listen, port: 80},
    environment: 'staging'
  }
}

const targetDefaults = {
  folder: '.',
  to: undefined,
  out: 'dist',
  environment: 'production',
  quiet: false,
  debug: false
}

const deployDefaults = {...targetDefaults, kind: 'deploy', isDryRun: false, clean: false, mayShrink: false}

const answers: {readonly [line: string]: object} = {
  '': {kind: 'help', command: undefined},
  '--help': {kind: 'help', command: undefined},
  '-h': {kind: 'help', command: undefined},
  'build --help': {kind: 'help', command: 'build'},
  '--help build': {kind: 'help', command: 'build'},
  'build --nonsense -h': {kind: 'help', command: 'build'},
  '--version': {kind: 'version'},
  '-v': {kind: 'version'},
  'build --version': {kind: 'version'},
  'new articles/my-title': {kind: 'new', path: 'articles/my-title', title: undefined, folder: '.'},
  'new a docs --title=Hello': {kind: 'new', path: 'a', title: 'Hello', folder: 'docs'},
  init: {kind: 'init', folder: '.', title: undefined},
  'init my-site --title Mine': {kind: 'init', folder: 'my-site', title: 'Mine'},
  'mv a.md b.md': {kind: 'mv', from: 'a.md', to: 'b.md', folder: '.', dryRun: false},
  'mv a b docs --dry-run': {kind: 'mv', from: 'a', to: 'b', folder: 'docs', dryRun: true},
  urls: {kind: 'urls', folder: '.', write: false, json: false},
  'urls docs --write --json': {kind: 'urls', folder: 'docs', write: true, json: true},
  list: {kind: 'list', wanted: 'all', folder: '.', json: false},
  'list drafts docs --json': {kind: 'list', wanted: 'drafts', folder: 'docs', json: true},
  'related /a/ docs --json': {kind: 'related', article: '/a/', folder: 'docs', html: undefined, json: true},
  'related --report docs': {
    kind: 'related',
    article: undefined,
    folder: 'docs',
    html: undefined,
    json: false
  },
  'related --html r.html': {kind: 'related', article: undefined, folder: '.', html: 'r.html', json: false},
  'explain /a/ docs': {kind: 'explain', subject: '/a/', folder: 'docs'},
  'diff old new': {kind: 'diff', sites: {before: 'old', after: 'new'}, format: 'text'},
  'diff old new --format markdown': {
    kind: 'diff',
    sites: {before: 'old', after: 'new'},
    format: 'markdown'
  },
  'diff old new --json': {kind: 'diff', sites: {before: 'old', after: 'new'}, format: 'json'},
  'diff --deployed': {kind: 'diff', sites: targetDefaults, format: 'text'},
  'diff --deployed docs --to git --json': {
    kind: 'diff',
    sites: {...targetDefaults, folder: 'docs', to: 'git'},
    format: 'json'
  },
  'explain --help': {kind: 'help', command: 'explain'},
  deploy: {...deployDefaults},
  'deploy docs --to git:pages --dry-run --clean --shrink --out ../site --environment staging': {
    ...deployDefaults,
    folder: 'docs',
    to: 'git:pages',
    isDryRun: true,
    clean: true,
    mayShrink: true,
    out: '../site',
    environment: 'staging'
  },
  clean: {kind: 'clean', folder: '.'},
  'clean docs': {kind: 'clean', folder: 'docs'}
}

const mistakes: {readonly [line: string]: string} = {
  biuld: 'Unknown command `biuld` / Did you mean `galley build`?',
  serve: 'Unknown command `serve` / Did you mean `galley dev`?',
  'move a.md b.md': 'Unknown command `move` / Did you mean `galley mv`?',
  publish: 'Unknown command `publish` / `galley --help` lists the commands',
  '--drafts': 'Expected a command before the options / Did you mean `galley build --drafts`?',
  '--darfts': 'Unknown option `--darfts` / Did you mean `--drafts`?',
  'build --base-ulr https://example.com': 'Unknown option `--base-ulr` / Did you mean `--base-url`?',
  'build --keepgoing': 'Unknown option `--keepgoing` / Did you mean `--keep-going`?',
  'build --nonsense': 'Unknown option `--nonsense` / `galley build --help` lists the options',
  'build --constructor': 'Unknown option `--constructor` / `galley build --help` lists the options',
  'build -x': 'Unknown option `-x` / `galley build --help` lists the options',
  'build a b': 'Expected one folder, found `a` `b` / `galley build --help` lists the options',
  related:
    'Expected an address or a file after `related`, or `--report` / `galley related --help` lists the options',
  'related --report a b': 'Expected one folder, found `a` `b` / `galley related --help` lists the options',
  'related --html': 'Expected FILE after `--html` / `galley related --help` lists the options',
  'diff old':
    'Expected two folders after `diff`, or `--deployed`, found 1 / `galley diff --help` lists the options',
  'diff old new --to git': 'Expected `--deployed` beside `--to` / `galley diff --help` lists the options',
  'diff --deployed a b': 'Expected one folder, found `a` `b` / `galley diff --help` lists the options',
  'diff --deployed --to ftp://a.org/':
    'Expected a folder, `git:BRANCH`, `HOST:PATH` or `s3://BUCKET/FOLDER` after `--to`, found `ftp://a.org/` / `galley diff --help` lists the options',
  'diff old new --format html':
    'Expected text, json or markdown after `--format`, found `html` / `galley diff --help` lists the options',
  explain: 'Expected an address or a file after `explain` / `galley explain --help` lists the options',
  new: 'Expected a path such as `articles/my-title` after `new` / `galley new --help` lists the options',
  'list draft':
    'Expected `drafts`, `future`, `expired`, `all` after `list`, found `draft` / Did you mean `drafts`?',
  'list all a b': 'Expected one folder, found `a` `b` / `galley list --help` lists the options',
  'deploy a b': 'Expected one folder, found `a` `b` / `galley deploy --help` lists the options',
  'deploy --to ftp://a.org/':
    'Expected a folder, `git:BRANCH`, `HOST:PATH` or `s3://BUCKET/FOLDER` after `--to`, found `ftp://a.org/` / `galley deploy --help` lists the options',
  'clean --drafts': 'Unknown option `--drafts` / `galley clean --help` lists the options',
  'build --out': 'Expected FOLDER after `--out` / `galley build --help` lists the options',
  'build --out=': 'Expected FOLDER after `--out` / `galley build --help` lists the options',
  'build --out --drafts': 'Expected FOLDER after `--out` / `galley build --help` lists the options',
  'build --drafts=no': '`--drafts` takes no value, found `no` / `galley build --help` lists the options',
  'build --stats=yes': '`--stats` takes no value, found `yes` / `galley build --help` lists the options',
  'build --profile=': 'Expected FILE after `--profile` / `galley build --help` lists the options',
  'build --profiel': 'Unknown option `--profiel` / Did you mean `--profile`?',
  'explain / --stats': 'Unknown option `--stats` / `galley explain --help` lists the options',
  'dev --port 0': portMistake('0'),
  'dev --port 65536': portMistake('65536'),
  'dev --port': 'Expected N after `--port` / `galley dev --help` lists the options',
  'dev --drafts': 'Unknown option `--drafts` / Did you mean `--no-drafts`?',
  'build --format srif':
    'Expected `pretty`, `json`, `sarif` or `github` after `--format`, found `srif` / Did you mean `--format sarif`?',
  'build --format xml':
    'Expected `pretty`, `json`, `sarif` or `github` after `--format`, found `xml` / `galley build --help` lists the options',
  'build --json --format sarif':
    'Expected one format, found `--json` and `--format sarif` / `galley build --help` lists the options',
  'check --strict': 'Unknown option `--strict` / `galley check --help` lists the options',
  'check --out public': 'Unknown option `--out` / `galley check --help` lists the options',
  'build --jobs 0': jobsMistake('0'),
  'build --jobs -1': jobsMistake('-1'),
  'build --jobs two': jobsMistake('two'),
  'build --jobs 1.5': jobsMistake('1.5'),
  'build --base-url example.com': addressMistake('example.com'),
  'build --base-url /blog/': addressMistake('/blog/'),
  'build --base-url https:example.com': addressMistake('https:example.com'),
  'build --base-url ftp://example.com': addressMistake('ftp://example.com')
}

describe('a build', () => {
  test.each(Object.entries(builds))('galley %s', async (line, expected) => {
    expect(await parseArguments(split(line))).toEqual({...defaults, ...expected})
  })
})

describe('a dev server', () => {
  test.each(Object.entries(servers))('galley %s', async (line, expected) => {
    expect(await parseArguments(split(line))).toEqual({...devDefaults, ...expected})
  })
})

describe('a preview', () => {
  test.each(Object.entries(previews))('galley %s', async (line, expected) => {
    expect(await parseArguments(split(line))).toEqual({...previewDefaults, ...expected})
  })
})

describe('help and version', () => {
  test.each(Object.entries(answers))('galley %s', async (line, expected) => {
    expect(await parseArguments(split(line))).toEqual(expected)
  })
})

describe('wrong usage', () => {
  test.each(Object.entries(mistakes))('galley %s', async (line, expected) => {
    const found = await parseArguments(split(line))
    expect(found.kind === 'wrong' ? `${found.reason} / ${found.hint}` : found).toBe(expected)
  })
})

test('an empty argument is no option value', async () => {
  expect((await parseArguments(['build', '--environment', ''])).kind).toBe('wrong')
})

test('help lists what may have a value with that value', () => {
  expect(commandHelp('build')).toMatch(/^ {2}--stats {2,}\S/m)
  expect(commandHelp('build')).toMatch(/^ {2}--profile\[=FILE\] {2,}\S/m)
})

test('help shows both forms of `mv`', () => {
  expect(commandHelp('mv')).toMatch(/^ {2}galley mv articles\/\S+ articles\/\S+ {2,}\S/m)
  expect(commandHelp('mv')).toMatch(/^ {2}galley mv \S+#\S+ "[^"]+" {2,}\S/m)
})

const commandNames = Object.keys(commands) as ReadonlyArray<CommandName>

test.each([generalHelp(), ...commandNames.map(commandHelp)])('help fits a terminal of 80 columns', (help) => {
  expect(help.split('\n').filter((line) => line.length > 80)).toEqual([])
})

function split(line: string): ReadonlyArray<string> {
  return line === '' ? [] : line.split(' ')
}

function jobsMistake(found: string): string {
  return `Expected a whole number from 1 after \`--jobs\`, found \`${found}\` / \`galley build --help\` lists the options`
}

function portMistake(found: string): string {
  return `Expected a port from 1 to 65535 after \`--port\`, found \`${found}\` / \`galley dev --help\` lists the options`
}

function addressMistake(found: string): string {
  return `Expected an address such as \`https://example.com/\` after \`--base-url\`, found \`${found}\` / \`galley build --help\` lists the options`
}
