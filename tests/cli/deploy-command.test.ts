import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {readTexts} from '../host/targets/deployed-site.ts'
import {type TemporarySite, temporarySite} from '../host/temporary-site.ts'
import {type BundledCommand, bundleCommand, type Ended} from '../incremental/bundled-command.ts'

let command: BundledCommand

beforeAll(() => {
  command = bundleCommand()
}, 60_000)

afterAll(() => command.close())

const article = '---\ntitle: A\n---\n\nSome *text*.\n'

test('what was built is deployed, and then what changed', async () => {
  const {root, write} = temporarySite({
    'site/galley.config.json': '{"deploy": {"to": "folder", "path": "../served"}}',
    'site/content/a.md': article
  })
  const served = join(root, '../served')
  await galley('build', root)
  const planned = await galley('deploy', root, '--dry-run')
  expect(planned).toMatchObject({status: 0, stderr: ''})
  expect(planned.stdout).toMatch(/^ {2}create {2}a\/index\.html {2}[\d.]+ kB$/m)
  expect(existsSync(served)).toBe(false)
  const deployed = await galley('deploy', root)
  expect(deployed).toMatchObject({status: 0, stderr: ''})
  expect(deployed.stdout).toMatch(/^Deployed in .* → .*served\n\d+ created; [\d.]+ kB\n$/)
  expect(readTexts(served)).toEqual(readTexts(join(root, 'dist')))
  expect((await galley('deploy', root, '--dry-run')).stdout).toBe(`Nothing to do: ${served} is up to date\n`)
  write('site/content/a.md', `${article}More.\n`)
  write('site/content/b.md', article)
  await galley('build', root)
  expect((await galley('deploy', root)).stdout).toMatch(/\n1 created, \d+ updated, \d+ kept; [\d.]+ kB\n$/)
}, 60_000)

test('what is there is compared with what was built, without what the deploy left there', async () => {
  const {root, write} = temporarySite({'site/content/a.md': article})
  const served = join(root, '../served')
  await galley('build', root)
  await galley('deploy', root, '--to', served, '--quiet')
  for (const name of ['CNAME', '.nojekyll', '.git']) writeFileSync(join(served, name), 'x')
  const compare = (): Promise<Ended> => galley('diff', served, join(root, 'dist'), '--format', 'markdown')
  expect((await compare()).stdout).toMatch(/^\*\*0 pages added, 0 removed, 0 changed/)
  expect((await compare()).stdout).not.toContain('Other files')
  write('site/content/a.md', article.replace('Some', 'Other'))
  await galley('build', root)
  expect((await compare()).stdout).toContain('| `/a/` | text +1 −1 words |')
}, 60_000)

test('what was deployed last is compared with what was built', async () => {
  const {root, write} = temporarySite({
    'site/galley.config.json': '{"deploy": {"to": "folder", "path": "../served"}}',
    'site/content/a.md': article,
    'site/content/b.md': article.replace('A', 'B')
  })
  const served = join(root, '../served')
  const compare = (): Promise<Ended> => galley('diff', '--deployed', root, '--format', 'markdown')
  await galley('build', root)
  const first = await compare()
  expect(first.stderr).toBe(
    `${served} has no record of a deploy: what is there beside the files of this site counts for nothing\n`
  )
  expect(first.stdout).toMatch(/^\*\*\d+ pages added, 0 removed, 0 changed, 0 as they were/)
  expect(existsSync(served)).toBe(false)
  await galley('deploy', root, '--quiet')
  writeFileSync(join(served, 'mine.html'), 'mine')
  write('site/content/a.md', article.replace('Some', 'Other'))
  rmSync(join(root, 'content/b.md'))
  await galley('build', root)
  const state = readTexts(served)
  const second = await compare()
  expect(second).toMatchObject({status: 0, stderr: ''})
  expect(second.stdout).toContain('| `/a/` | text +1 −1 words |')
  expect(second.stdout).toContain('| `/b/` | **removed** |')
  expect(second.stdout).not.toContain('mine')
  expect(readTexts(served)).toEqual(state)
  await galley('deploy', root, '--quiet')
  expect((await compare()).stdout).toMatch(/^\*\*0 pages added, 0 removed, 0 changed, \d+ as they were/)
}, 60_000)

test('compressed copies of files are no files of their own to a comparison', async () => {
  const {root, write} = temporarySite({
    'site/galley.config.json': '{"compress": true, "deploy": {"to": "folder", "path": "../served"}}',
    'site/content/a.md': article,
    'site/public/own.gz': 'own'
  })
  await galley('build', root)
  await galley('deploy', root, '--quiet')
  expect(existsSync(join(root, '../served/a/index.html.br'))).toBe(true)
  write('site/content/a.md', article.replace('Some', 'Other'))
  write('site/public/own.gz', 'other')
  await galley('build', root)
  const {stdout} = await galley('diff', '--deployed', root)
  expect(stdout).toContain('/a/  text +1 −1 words')
  expect(stdout).toContain('  /own.gz')
  expect(stdout).not.toMatch(/\.html\.(?:br|gz)/)
}, 60_000)

test('a comparison with what was deployed needs a site that is fit to be', async () => {
  const {root} = temporarySite({'site/content/a.md': article})
  expect(await galley('diff', '--deployed', root)).toMatchObject({status: 2})
  const {status, stderr} = await galley('diff', '--deployed', root, '--to', join(root, '../served'))
  expect({status, stderr}).toEqual({
    status: 1,
    stderr: 'Expected a site that has been built, found no output folder\n  hint: Run `galley build`\n'
  })
})

test('the command line has the last word on where to', async () => {
  const {root} = temporarySite({
    'site/galley.config.json': '{"deploy": {"to": "git"}}',
    'site/content/a.md': article
  })
  await galley('build', root)
  const other = join(root, '../other')
  expect(await galley('deploy', root, '--to', other, '--quiet')).toEqual({status: 0, stdout: '', stderr: ''})
  expect(existsSync(join(other, 'a/index.html'))).toBe(true)
})

test('a site that has lost most of its pages is not deployed unless that is wanted', async () => {
  const names = Array.from({length: 24}, (_, index) => `a/${index}`)
  const {root} = temporarySite({
    'site/galley.config.json': '{"deploy": {"to": "folder", "path": "../served"}}',
    ...Object.fromEntries(names.map((name) => [`site/content/${name}.md`, article]))
  })
  const isThere = (): boolean => existsSync(join(root, '../served/a/3/index.html'))
  await galley('build', root)
  expect((await galley('deploy', root)).status).toBe(0)
  rmSync(join(root, 'content'), {recursive: true})
  expect((await galley('build', root)).status).toBe(0)
  const refused = {
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^Expected at least half of the \d+ pages that were deployed before, found 2\n/
    )
  }
  expect(await galley('deploy', root)).toEqual(refused)
  expect(await galley('deploy', root, '--clean')).toEqual(refused)
  const planned = await galley('deploy', root, '--dry-run')
  expect(planned).toMatchObject({status: 0, stderr: refused.stderr})
  expect(planned.stdout).toMatch(/^ {2}remove {2}a\/3\/index\.html$/m)
  expect(isThere()).toBe(true)
  expect((await galley('deploy', root, '--shrink')).status).toBe(0)
  expect(isThere()).toBe(false)
  expect((await galley('deploy', root)).stdout).toContain('nothing to do')
}, 60_000)

test('without a place to deploy to there is nothing to do', async () => {
  const {root} = temporarySite({'site/content/a.md': article})
  expect(await galley('deploy', root)).toMatchObject({
    status: 2,
    stderr: `Expected \`deploy\` in the configuration or \`--to\`, found neither
  hint: \`galley deploy --help\` lists the targets
`
  })
})

test('a site that is not built, not as a whole, or not without errors is refused', async () => {
  const {root, write} = temporarySite({'site/content/a.md': article})
  const refusal = async (): Promise<string> => {
    const {status, stdout, stderr} = await galley('deploy', root, '--to', join(root, '../served'))
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
    return stderr
  }
  expect(await refusal()).toContain('Expected a site that has been built, found no output folder')
  await galley('build', root)
  rmSync(join(root, 'dist/a/index.html'))
  expect(await refusal()).toContain('found one without `a/index.html`')
  write('site/content/a.md', '---\ntitle: [\n---\n')
  expect((await galley('build', root)).status).toBe(1)
  write('site/dist/a/index.html', 'A')
  expect(await refusal()).toContain('The last build had errors')
  write('site/content/a.md', article)
  await galley('build', root)
  expect((await galley('deploy', root, '--to', join(root, '../served'))).status).toBe(0)
  rmSync(join(root, '.galley'), {recursive: true})
  expect(await refusal()).toContain('found an output folder that it knows nothing of')
}, 60_000)

test('what the configuration has wrong is told with its place', async () => {
  const {root} = temporarySite({
    'site/galley.config.json': '{"deploy": {"to": "rsync", "destination": "-e evil:x"}}',
    'site/content/a.md': article
  })
  const {status, stderr} = await galley('deploy', root)
  expect(status).toBe(1)
  expect(stderr).toContain('galley.config.json:1:')
  expect(stderr).toContain('config/wrong-type')
})

test('what the outside world refuses ends with 74 and tells what to do', async () => {
  const {root} = temporarySite({'site/content/a.md': article})
  await galley('build', root)
  spawnSync('git', ['init', '--quiet', root])
  const {status, stderr} = await galley('deploy', root, '--to', 'git')
  expect(status).toBe(74)
  expect(stderr).toMatch(/^`git ls-remote` failed\n/)
})

test('a deploy that was killed goes on where it was', async () => {
  const {root, served, state} = await largeSite()
  const {child, ended} = command.start({argv: ['deploy', root, '--to', served]})
  await until(() => existsSync(join(served, 'f0005.txt')))
  child.kill('SIGKILL')
  expect((await ended).status).toBeUndefined()
  const before = state()
  const built = readTexts(join(root, 'dist'))
  // It was killed in the middle, before any page, and what is there is whole.
  expect(Object.keys(before).length).toBeLessThan(fileCount)
  expect(existsSync(join(served, 'index.html'))).toBe(false)
  for (const path of Object.keys(before)) expect(readFileSync(join(served, path), 'utf8')).toBe(built[path])
  expect(await galley('deploy', root, '--to', served)).toMatchObject({status: 0, stderr: ''})
  expect(readTexts(served)).toEqual(built)
  expect(state()).toMatchObject(before)
}, 60_000)

const fileCount = 1500

/** A site with many files. */
async function largeSite(): Promise<{
  readonly root: TemporarySite['root']
  readonly served: string
  /** Inodes of the files that are there, by path: one that is written again has another. */
  readonly state: () => Readonly<Record<string, number>>
}> {
  const {root} = temporarySite({'site/content/a.md': article, 'site/public/f0000.txt': '0'})
  for (let index = 1; index < fileCount; index++) {
    writeFileSync(join(root, `public/f${String(index).padStart(4, '0')}.txt`), `${index}`.repeat(1000))
  }
  expect((await galley('build', root)).status).toBe(0)
  const served = join(root, '../served')
  const state = (): Readonly<Record<string, number>> =>
    Object.fromEntries(
      readdirSync(served)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => [name, statSync(join(served, name)).ino])
    )
  return {root, served, state}
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(1)
}

function galley(...argv: ReadonlyArray<string>): Promise<Ended> {
  return command.start({argv}).ended
}
