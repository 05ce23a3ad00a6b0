import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, describe, expect, onTestFinished, test} from 'vitest'
import {checkSite} from '../build/check-site.ts'
import {bundleCommand, type Ended} from '../incremental/bundled-command.ts'

const command = bundleCommand()
afterAll(command.close)

const raw = '---\ntitle: A\n---\n<b onclick="x()">bold</b>\n'

function manyArticles(count: number): Readonly<Record<string, string>> {
  const names = Array.from({length: count}, (_, index) => `content/s/a${index}.md`)
  return Object.fromEntries(names.map((name, index) => [name, raw.replace('A', `A ${index}`)]))
}

describe('content of strangers', () => {
  test.each([
    ['is sanitized by the configuration', {untrusted: true}, {}],
    ['is sanitized by the command', {}, {untrusted: true}],
    [
      'is sanitized by the command, whatever the configuration says',
      {untrusted: false, markdown: {html: 'keep'}},
      {untrusted: true}
    ],
    ['is sanitized whatever the command says', {untrusted: true}, {untrusted: false}]
  ])('%s', async (_, config, options) => {
    await checkSite({
      site: `-- content/s/a.md --\n${raw}`,
      config,
      options,
      has: {'s/a/index.html': '<b>bold</b>'}
    })
  })

  test('is shown as text where that is asked for', async () => {
    const config = {untrusted: true, markdown: {html: 'escape'}}
    await checkSite({
      site: `-- content/s/a.md --\n${raw}`,
      config,
      has: {'s/a/index.html': '&#x3C;b onclick'}
    })
  })

  test('is kept where it is trusted', async () => {
    await checkSite({site: `-- content/s/a.md --\n${raw}`, has: {'s/a/index.html': '<b onclick="x()">'}})
  })

  const including = (file: string): string =>
    `-- content/s/a.md --\n---\ntitle: A\n---\n::include{file="${file}"}\n-- notes/a.txt --\nnotes\n-- content/s/b.txt --\nbeside\n-- public/c.txt --\ncopied\n-- .env --\nSECRET\n-- .git/config --\nSECRET\n`

  test.each([
    '/notes/a.txt',
    '../../notes/a.txt',
    '/galley.config.json',
    '/templates/page.tsx',
    '/content/../notes/a.txt'
  ])('includes nothing of %s', async (file) => {
    const problems = ['content/s/a.md:4:11 error markdown/include-outside']
    await checkSite({site: including(file), config: {untrusted: true}, problems})
  })

  test.each(['b.txt', '/content/s/b.txt', '/public/c.txt'])('includes %s', async (file) => {
    await checkSite({
      site: including(file),
      config: {untrusted: true},
      has: {'s/a/index.html': /b\.txt/.test(file) ? 'beside' : 'copied'}
    })
  })

  test('includes what it likes where it is trusted', async () => {
    await checkSite({site: including('/notes/a.txt'), has: {'s/a/index.html': 'notes'}})
  })
})

describe('a confined build', () => {
  const article = {'content/s/a.md': raw}

  // Those are compiled by threads, the long one by one of its own.
  test.each([
    ['of many articles', manyArticles(120)],
    ['of a long article', {'content/s/a.md': `${raw}\n${'Words of a long text. '.repeat(6000)}\n`}]
  ])('%s writes nothing that could run', async (_, files) => {
    const site = onDisk(files)
    const pages = Object.keys(files).map((path) =>
      join(site.root, 'dist', path.replace('content/', '').replace('.md', '/index.html'))
    )
    for (const options of [['--untrusted'], ['--untrusted', '--jobs', '1'], ['--untrusted', '--clean']]) {
      expect(await site.build(...options)).toMatchObject({status: 0, stderr: ''})
      const running = pages.filter((page) => readFileSync(page, 'utf8').includes('onclick'))
      expect(running).toEqual([])
      rmSync(join(site.root, 'dist'), {recursive: true})
    }
  })

  test('writes what another writes of sanitized content', async () => {
    const site = onDisk(article)
    expect(await site.build('--untrusted')).toMatchObject({status: 0, stderr: ''})
    expect(await site.build('--untrusted', '--verify')).toMatchObject({status: 0, stderr: ''})
    expect(existsSync(join(site.root, 'dist/s/a/index.html'))).toBe(true)
  })

  test.each([
    ['writes', "fs.writeFileSync(new URL('../beside.txt', 'SITE'), 'x')"],
    ['reads', "fs.readFileSync('/etc/passwd')"]
  ])('%s nothing elsewhere, not even by its configuration', async (_, act) => {
    const site = onDisk(article)
    const code = act.replace('SITE', `file://${site.root}/`)
    site.write('galley.config.js', `import fs from 'node:fs'\n${code}\nexport default {}\n`)
    expect(await site.build()).toMatchObject({status: 0})
    rmSync(join(site.root, '../beside.txt'), {force: true})
    const {status, stderr, stdout} = await site.build('--untrusted')
    expect(status).toBe(1)
    expect(stdout + stderr).toMatch(/galley\.config\.js.*Access to this API has been restricted/)
    expect(existsSync(join(site.root, '../beside.txt'))).toBe(false)
  })

  test.each(['dist', '.galley'])('writes nothing through a link in place of %s', async (name) => {
    const site = onDisk(article)
    mkdirSync(join(site.root, '../elsewhere'))
    symlinkSync('../elsewhere', join(site.root, name))
    expect(await site.build('--untrusted')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Expected a folder that is no link')
    })
  })

  test('asks no address that a stranger wrote', async () => {
    const site = onDisk(article)
    const {status, stderr} = await command.start({argv: ['check', site.root, '--untrusted', '--external']})
      .ended
    expect({status, stderr}).toEqual({
      status: 2,
      stderr: expect.stringContaining('addresses that strangers wrote')
    })
  })

  test('tells of mistakes as any other', async () => {
    const site = onDisk({'content/s/a.md': '---\ntitle: [\n---\n'})
    const {status, stdout, stderr} = await site.build('--untrusted')
    expect(status).toBe(1)
    expect(stdout + stderr).toContain('content/yaml-syntax')
  })
})

interface DiskSite {
  readonly root: string
  readonly write: (path: string, text: string) => void
  readonly build: (...options: ReadonlyArray<string>) => Promise<Ended>
}

function onDisk(files: Readonly<Record<string, string>>): DiskSite {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'galley-test-')))
  const root = join(base, 'site')
  onTestFinished(() => rmSync(base, {recursive: true, force: true}))
  for (const [path, text] of Object.entries(files)) write(path, text)
  return {root, write, build: (...options) => command.start({argv: ['build', root, ...options]}).ended}

  function write(path: string, text: string): void {
    const file = join(root, path)
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, text)
  }
}
