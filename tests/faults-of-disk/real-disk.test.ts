import {execFileSync, spawnSync} from 'node:child_process'
import {chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, describe, expect, onTestFinished, type TestContext, test} from 'vitest'
import {bundleCommand, type Ended} from '../incremental/bundled-command.ts'
import {differenceOfFiles} from '../incremental/difference.ts'
import type {Contents} from '../incremental/disturbances.ts'
import {folderTree} from '../incremental/folder-tree.ts'
import {largeSite, laterEdition} from '../incremental/large-site.ts'
import {tornFiles} from '../incremental/site-folder.ts'
import {contentOf, type SiteState} from '../incremental/world.ts'
import {writeChanges} from '../incremental/write-changes.ts'

const command = bundleCommand()
// Whoever builds may read it.
chmodSync(resolve(command.file, '../..'), 0o755)
afterAll(command.close)

const before = largeSite(12)
const after = laterEdition(before, [1, 2, 3, 4, 5, 2])
const isRoot = process.getuid?.() === 0

test('a disk that is full: what was published stays, and with room all is well', {
  timeout: 240_000
}, async (context) => {
  const disk = mountSmall(context, '6m')
  const site = await siteIn(join(disk, 'site'))
  const wanted = await cleanOutput(after)
  site.show(after)
  for (const leftKb of [0, 4, 16, 64, 160]) {
    writeFileSync(join(disk, 'ballast'), '')
    fill(disk, leftKb)
    const ended = await site.build('--hash')
    expectTold(ended, 'ENOSPC')
    expect(tornFiles(site.written(), [site.first, wanted]), `${leftKb} kB left`).toEqual([])
    rmSync(join(disk, 'ballast'))
  }
  expect(await site.build()).toMatchObject({status: 0})
  expect(differenceOfFiles(site.written(), wanted)).toBe(undefined)
})

describe('for who may not write', () => {
  test.each([
    ['dist', 'EACCES'],
    ['dist/articles', 'EACCES']
  ])('%s: it is told, and nothing is lost', {timeout: 120_000}, async (folder, code) => {
    const site = await siteIn(temporaryFolder())
    site.show(after)
    const wanted = await cleanOutput(after)
    chmodSync(join(site.root, folder), 0o555)
    const ended = await site.build()
    expectTold(ended, code)
    expect(tornFiles(site.written(), [site.first, wanted])).toEqual([])
    chmodSync(join(site.root, folder), 0o755)
    expect(await site.build()).toMatchObject({status: 0})
    expect(differenceOfFiles(site.written(), wanted)).toBe(undefined)
  })

  test('.galley: it is told, and the site is built', {timeout: 120_000}, async () => {
    const site = await siteIn(temporaryFolder())
    site.show(after)
    for (const folder of ['.galley', ...foldersIn(join(site.root, '.galley'))])
      chmodSync(join(site.root, folder), 0o555)
    const {status, stderr} = await site.build()
    expect(status).toBe(0)
    expect(stderr).toContain('Nothing can be remembered in .galley')
    expect(differenceOfFiles(site.written(), await cleanOutput(after))).toBe(undefined)
    for (const folder of ['.galley', ...foldersIn(join(site.root, '.galley'))])
      chmodSync(join(site.root, folder), 0o755)
    expect(await site.build()).toMatchObject({status: 0})
    expect(differenceOfFiles(site.written(), await cleanOutput(after))).toBe(undefined)
  })

  test('an article that may not be read is told of, with all others', {timeout: 120_000}, async () => {
    const site = await siteIn(temporaryFolder())
    chmodSync(join(site.root, 'content/articles/article-0.md'), 0o000)
    writeFileSync(join(site.root, 'content/articles/wrong.md'), '---\ntitle: [\n---\n')
    const {status, stdout, stderr} = await site.build()
    expect(status).toBe(1)
    expect(stdout + stderr).toMatch(/content\/articles\/article-0\.md: error/)
    expect(stdout + stderr).toContain('content/articles/wrong.md')
    expect(differenceOfFiles(site.written(), site.first)).toBe(undefined)
  })
})

test('with few handles for files a build does without, or tells of it', {timeout: 120_000}, async () => {
  const site = await siteIn(temporaryFolder())
  site.show(after)
  const wanted = await cleanOutput(after)
  for (const handles of [64, 96]) {
    const ended = await site.build(`--handles=${handles}`)
    if (ended.status !== 0) expectTold(ended, 'EMFILE')
    expect(tornFiles(site.written(), [site.first, wanted]), `${handles} handles`).toEqual([])
  }
  expect(await site.build()).toMatchObject({status: 0})
  expect(differenceOfFiles(site.written(), wanted)).toBe(undefined)
})

test.each([
  ['back', '1000000000'],
  ['far ahead', '4000000000']
])(
  'a clock that jumps %s between two builds changes nothing but dates',
  {timeout: 120_000},
  async (_, seconds) => {
    const site = await siteIn(temporaryFolder())
    expect(await site.build()).toMatchObject({status: 0})
    site.show(after)
    const drafts = ['--future', '--expired']
    const wanted = await cleanOutput(after)
    expect(await site.buildAt(seconds, ...drafts)).toMatchObject({status: 0})
    expect(await site.build()).toMatchObject({status: 0})
    expect(differenceOfFiles(site.written(), wanted)).toBe(undefined)
  }
)

interface RealSite {
  readonly root: string
  readonly show: (state: SiteState) => void
  readonly build: (...options: ReadonlyArray<string>) => Promise<Ended>
  readonly buildAt: (seconds: string, ...options: ReadonlyArray<string>) => Promise<Ended>
  readonly written: () => Contents
  /** What the first edition came to. */
  readonly first: Contents
}

/** A site in a folder, built once by somebody who is no administrator. */
async function siteIn(root: string): Promise<RealSite> {
  const tree = folderTree(() => join(root, 'dist'), '')
  let shown: SiteState = {files: {}, options: {}, day: 0}
  mkdirSync(root, {recursive: true})
  show(before)
  expect(await build(), root).toMatchObject({status: 0})
  return {root, show, build, buildAt, written, first: written()}

  function show(state: SiteState): void {
    writeChanges(root, shown.files, state.files)
    shown = state
    if (isRoot) execFileSync('chown', ['-R', 'nobody', root])
  }
  function written(): Contents {
    return new Map([...contentOf(tree)].filter(([path]) => !path.startsWith('.galley-staging/')))
  }
  function build(...options: ReadonlyArray<string>): Promise<Ended> {
    return buildAt('1717243200', ...options)
  }
  async function buildAt(seconds: string, ...options: ReadonlyArray<string>): Promise<Ended> {
    const handles = options.find((option) => option.startsWith('--handles='))?.slice('--handles='.length)
    const argv = ['build', root, ...options.filter((option) => !option.startsWith('--handles='))]
    const given = [process.execPath, command.file, ...argv]
    const limited =
      handles === undefined ? given : ['sh', '-c', `ulimit -n ${handles}; exec "$@"`, 'sh', ...given]
    const [program = '', ...rest] = isRoot
      ? ['setpriv', '--reuid=nobody', '--clear-groups', ...limited]
      : limited
    const env = {...process.env, NO_COLOR: '1', SOURCE_DATE_EPOCH: seconds, HOME: tmpdir()}
    const {status, stdout, stderr} = spawnSync(program, rest, {encoding: 'utf8', env})
    return {status: status ?? undefined, stdout, stderr}
  }
}

/** What a clean build writes of an edition. */
async function cleanOutput(state: SiteState): Promise<Contents> {
  const site = await siteIn(temporaryFolder())
  site.show(state)
  for (const folder of ['dist', '.galley']) rmSync(join(site.root, folder), {recursive: true})
  expect(await site.build()).toMatchObject({status: 0})
  return site.written()
}

function expectTold({status, stdout, stderr}: Ended, code: string): void {
  const text = stdout + stderr
  expect([1, 74], text).toContain(status)
  expect(text).toContain(code)
  expect(text).toContain('hint:')
  expect(text).not.toMatch(/^\s+at /m)
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-test-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  if (isRoot) chmodSync(folder, 0o755)
  return folder
}

/** A disk of its own in memory; skips the test, and says so, where there can be none. */
function mountSmall(context: TestContext, size: string): string {
  const folder = temporaryFolder()
  const {status} = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  if (status !== 0) {
    console.warn('No disk can be mounted here: the test of a full one is skipped')
    return context.skip()
  }
  context.onTestFinished(() => void spawnSync('umount', [folder]))
  return folder
}

/** Fill a disk up to some kilobytes. */
function fill(disk: string, leftKb: number): void {
  const ballast = join(disk, 'ballast')
  spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4k'])
  spawnSync('truncate', ['-s', `-${leftKb}K`, ballast])
}

function foldersIn(folder: string): ReadonlyArray<string> {
  return readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => join('.galley', name))
}
