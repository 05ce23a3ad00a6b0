import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {SpanCategory} from '#src/model/recorder.ts'
import {crossingSpans} from '../build/counting-recording.ts'

const root = resolve(import.meta.dirname, '../..')
const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

// Inside the project, so that the packages which are not bundled are found.
const folder = mkdtempSync(join(root, 'node_modules', '.galley-test-'))
const galley = join(folder, 'lib', 'galley.js')

beforeAll(() => {
  const {status, stderr} = node([join(root, 'scripts/bundle.js'), join(folder, 'lib')])
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

afterAll(() => {
  rmSync(folder, {recursive: true, force: true})
})

const cases: ReadonlyArray<{
  readonly line: string
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}> = [
  {line: '--version', status: 0, stdout: `${version}\n`, stderr: ''},
  {line: '-v', status: 0, stdout: `${version}\n`, stderr: ''},
  {line: '--help', status: 0, stdout: 'Usage: galley COMMAND [OPTIONS]', stderr: ''},
  {line: '', status: 0, stdout: 'Usage: galley COMMAND [OPTIONS]', stderr: ''},
  {line: 'build --help', status: 0, stdout: 'Usage: galley build [DIR] [OPTIONS]', stderr: ''},
  {line: 'biuld', status: 2, stdout: '', stderr: 'Did you mean `galley build`?'},
  {line: 'build --darfts', status: 2, stdout: '', stderr: 'Did you mean `--drafts`?'},
  {line: 'build nowhere', status: 2, stdout: '', stderr: 'Expected a folder, found no such: `nowhere`'},
  {line: 'build --out .', status: 2, stdout: '', stderr: 'found the folder of the site itself'}
]

test.each(cases)('galley $line', ({line, status, stdout, stderr}) => {
  const ended = node([galley, ...line.split(' ').filter((word) => word !== '')])
  expect(ended.status).toBe(status)
  expect(ended.stdout).toEqual(stdout === '' ? '' : expect.stringContaining(stdout))
  expect(ended.stderr).toEqual(stderr === '' ? '' : expect.stringContaining(stderr))
})

test('a profile has what each thread did, by one clock', () => {
  const articleCount = 2050
  const site = join(folder, 'site')
  mkdirSync(join(site, 'content'), {recursive: true})
  cpSync(join(root, 'templates'), join(site, 'templates'), {recursive: true})
  for (let number = 0; number < articleCount; number++)
    writeFileSync(join(site, 'content', `a${number}.md`), `---\ntitle: A${number}\n---\nText\n`)
  writeFileSync(
    join(site, 'galley.config.ts'),
    'export default {markdown: {remarkPlugins: [function remarkIdle() {}]}}'
  )
  const {status, stderr, stdout} = node([galley, 'build', 'site', '--jobs', '2', '--profile'])
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
  expect(stdout).toContain('The trace is in galley-profile.json')
  const events: ReadonlyArray<TraceEvent> = JSON.parse(
    readFileSync(join(folder, 'galley-profile.json'), 'utf8')
  ).traceEvents
  const threads = new Map(
    events.flatMap(({name, tid, args}) => (name === 'thread_name' ? [[tid, args.name]] : []))
  )
  const spans = events.flatMap(({ph, cat, name, tid, ts = 0, dur = 0}) =>
    ph === 'X' ? [{category: cat, name, start: ts, duration: dur, thread: String(threads.get(tid))}] : []
  )
  expect([...threads.values()]).toEqual(
    expect.arrayContaining(['main', 'configuration and templates', 'thread 1'])
  )
  for (const category of ['article', 'plugin'])
    expect(spans.filter((span) => span.category === category)).toHaveLength(articleCount)
  const pages = spans.filter(({category}) => category === 'page').map(({name}) => name)
  expect(pages).toContain('/a7/')
  expect(new Set(pages).size).toBe(pages.length)
  expect(crossingSpans(spans, clockStep)).toEqual([])
})

/** Microseconds: milliseconds since 1970 as a number have a quarter of one. */
const clockStep = 1

interface TraceEvent {
  readonly ph: string
  readonly cat: SpanCategory
  readonly name: string
  readonly tid: number
  readonly ts?: number
  readonly dur?: number
  readonly args: {readonly name?: string}
}

test('a reader that closes the pipe early is no failure', () => {
  const {status, stderr} = spawnSync(
    'bash',
    ['-c', `node '${galley}' --help | true; echo "\${PIPESTATUS[0]}" >&2`],
    {
      encoding: 'utf8'
    }
  )
  expect({status, stderr}).toEqual({status: 0, stderr: '0\n'})
})

test('the version is answered by a file that imports nothing', () => {
  const text = readFileSync(galley, 'utf8')
  const imports = text.match(/^import\b.*$/gm) ?? []
  expect(imports.filter((line) => !line.includes("'node:") && !line.includes('"node:'))).toEqual([])
})

/** Colors off, whoever runs the tests. */
function node(argv: ReadonlyArray<string>) {
  const env = {...process.env, NO_COLOR: '1'}
  return spawnSync(process.execPath, argv, {cwd: folder, env, encoding: 'utf8'})
}
