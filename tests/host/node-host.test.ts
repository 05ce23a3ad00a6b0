import {execFileSync} from 'node:child_process'
import {chmodSync, mkdirSync, readdirSync, renameSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Host} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {type TemporarySite, temporarySite} from './temporary-site.ts'

const article = {'site/content/a.md': 'A'}

/** `severity code file`. */
function lines(diagnostics: ReadonlyArray<Diagnostic>): ReadonlyArray<string> {
  return diagnostics.map(({severity, code, file}) => `${severity} ${code} ${file}`)
}

describe('list', () => {
  test('files sorted by code unit, with what tells a change', async () => {
    const {host, root} = temporarySite({
      'site/content/b/z.md': 'zz',
      'site/content/b.md': 'b',
      'site/content/Z.md': 'z',
      'site/content/ä.md': 'ä',
      'site/content/b/c/deep.md': 'd',
      'site/public/other.txt': 'o'
    })
    utimesSync(join(root, 'content/b.md'), 1_000, 2_000)
    const {value, diagnostics} = await host.list('content')
    expect(diagnostics).toEqual([])
    expect(value.map(({path}) => path)).toEqual([
      'content/Z.md',
      'content/b.md',
      'content/b/c/deep.md',
      'content/b/z.md',
      'content/ä.md'
    ])
    expect(value[1]?.identity).toMatch(/^1 2000000 /)
  })

  test('no folder, no files', async () => {
    expect(await temporarySite({}).host.list('content')).toEqual({value: [], diagnostics: []})
  })

  test('what is no source is passed over', async () => {
    const {host, write} = temporarySite({
      ...article,
      'site/content/.hidden.md': '',
      'site/content/.git/x.md': '',
      'site/content/a.md~': '',
      'site/content/node_modules/p/x.md': '',
      'site/.galley/x.md': ''
    })
    write('site/dist/index.html', '')
    const {value, diagnostics} = await host.list('')
    expect(value.map(({path}) => path)).toEqual(['content/a.md'])
    expect(diagnostics).toEqual([])
    expect((await host.list('.galley')).value).toEqual([])
    expect((await host.list('dist')).value).toEqual([])
  })

  test('what others look for at a host by a well-known name is no hidden file', async () => {
    const {host} = temporarySite({
      'site/public/.well-known/security.txt': 'Contact: mailto:a@example.org',
      'site/public/.well-known/.draft': '',
      'site/public/.DS_Store': ''
    })
    expect((await host.list('public')).value.map(({path}) => path)).toEqual([
      'public/.well-known/security.txt'
    ])
  })

  test('the theme lies beneath the templates', async () => {
    const {host} = temporarySite({
      'theme/assets/a.css': 'theme',
      'theme/assets/b.css': 'theme',
      'theme/home.tsx': '',
      'site/templates/assets/b.css': 'site!'
    })
    expect((await host.list('templates/assets')).value).toMatchObject([
      {path: 'templates/assets/a.css', identity: expect.stringMatching(/^5 /)},
      {path: 'templates/assets/b.css', identity: expect.stringMatching(/^5 /)}
    ])
    expect((await host.list('templates')).value).toHaveLength(3)
    expect(new TextDecoder().decode(await host.read('templates/assets/a.css'))).toBe('theme')
    expect(new TextDecoder().decode(await host.read('templates/assets/b.css'))).toBe('site!')
    expect(await host.read('templates/assets/c.css')).toBeUndefined()
  })
})

/** Something in the content beside `content/a.md` that is no plain file. */
interface OddCase {
  readonly name: string
  readonly make: (site: TemporarySite) => void
  /** Beside `content/a.md`. */
  readonly listed: ReadonlyArray<string>
  readonly diagnostics: ReadonlyArray<string>
}

const link = (target: string, path: string) => (site: TemporarySite) =>
  symlinkSync(target, join(site.root, path))

const odd: ReadonlyArray<OddCase> = [
  {
    name: 'a FIFO',
    make: ({root}) => execFileSync('mkfifo', [join(root, 'content/pipe.md')]),
    listed: [],
    diagnostics: ['warning host/not-a-file content/pipe.md']
  },
  {
    name: 'a link to a device',
    make: link('/dev/null', 'content/null.md'),
    listed: [],
    diagnostics: ['error host/symlink-outside content/null.md']
  },
  {
    name: 'a link to a FIFO',
    make: ({root}) => {
      execFileSync('mkfifo', [join(root, 'pipe')])
      symlinkSync('../pipe', join(root, 'content/pipe.md'))
    },
    listed: [],
    diagnostics: ['warning host/not-a-file content/pipe.md']
  },
  {name: 'a link to a file', make: link('a.md', 'content/b.md'), listed: ['content/b.md'], diagnostics: []},
  {
    name: 'a link to a folder of the site',
    make: (site) => {
      site.write('site/texts/t.md', '')
      symlinkSync('../texts', join(site.root, 'content/linked'))
    },
    listed: ['content/linked/t.md'],
    diagnostics: []
  },
  {
    name: 'a link to nothing',
    make: link('nothing.md', 'content/b.md'),
    listed: [],
    diagnostics: ['warning host/broken-symlink content/b.md']
  },
  {
    name: 'a link to itself',
    make: link('b.md', 'content/b.md'),
    listed: [],
    diagnostics: ['warning host/symlink-loop content/b.md']
  },
  {
    name: 'a link to a folder around it',
    make: link('..', 'content/all'),
    listed: [],
    diagnostics: ['warning host/symlink-loop content/all']
  },
  {
    name: 'two folders that link to each other',
    make: ({root}) => {
      for (const name of ['x', 'y']) mkdirSync(join(root, 'content', name))
      symlinkSync('../y', join(root, 'content/x/to'))
      symlinkSync('../x', join(root, 'content/y/to'))
    },
    listed: [],
    diagnostics: ['warning host/symlink-loop content/x/to/to', 'warning host/symlink-loop content/y/to/to']
  },
  {
    name: 'a link to a file outside',
    make: (site) => {
      site.write('secret.md', '')
      symlinkSync('../../secret.md', join(site.root, 'content/b.md'))
    },
    listed: [],
    diagnostics: ['error host/symlink-outside content/b.md']
  },
  {
    name: 'a link to a folder outside, whose name begins like the site',
    make: (site) => {
      site.write('site-two/b.md', '')
      symlinkSync('../../site-two', join(site.root, 'content/b'))
    },
    listed: [],
    diagnostics: ['error host/symlink-outside content/b']
  },
  {
    name: 'a link to the output',
    make: (site) => {
      site.write('site/dist/b.md', '')
      symlinkSync('../dist', join(site.root, 'content/b'))
    },
    listed: [],
    diagnostics: []
  },
  {
    name: 'a name that is not UTF-8',
    make: ({root}) => {
      writeFileSync(
        Buffer.concat([Buffer.from(`${root}/content/`), Buffer.from([0xe4, 0x2e, 0x6d, 0x64])]),
        ''
      )
    },
    listed: [],
    diagnostics: ['warning host/bad-file-name content/\uFFFD.md']
  },
  {
    name: 'a name with the character that stands for bad bytes',
    make: ({write}) => write('site/content/\uFFFD.md', ''),
    listed: ['content/\uFFFD.md'],
    diagnostics: []
  }
]

test.each(odd)('among the content: $name', async ({make, listed, diagnostics}) => {
  const site = temporarySite(article)
  make(site)
  const {value, diagnostics: found} = await site.host.list('content')
  expect(value.map(({path}) => path)).toEqual(['content/a.md', ...listed].sort())
  expect([...lines(found)].sort()).toEqual(diagnostics)
})

test('content that is a link out of the site', async () => {
  const site = temporarySite({'elsewhere/a.md': 'A'})
  symlinkSync('../elsewhere', join(site.root, 'content'))
  const {value, diagnostics} = await site.host.list('content')
  expect(value).toEqual([])
  expect(lines(diagnostics)).toEqual(['error host/symlink-outside content'])
})

test('content that is a file', async () => {
  const {value, diagnostics} = await temporarySite({'site/content': 'A'}).host.list('content')
  expect(value).toEqual([])
  expect(diagnostics).toMatchObject([
    {
      code: 'host/unreadable',
      severity: 'error',
      reason: 'Expected to be able to read it, found `ENOTDIR: not a directory`',
      file: 'content'
    }
  ])
})

// The superuser may read everything.
test.skipIf(process.getuid?.() === 0)('a folder that may not be read', async () => {
  const site = temporarySite({...article, 'site/content/locked/b.md': ''})
  chmodSync(join(site.root, 'content/locked'), 0)
  onTestFinished(() => chmodSync(join(site.root, 'content/locked'), 0o700))
  const {value, diagnostics} = await site.host.list('content')
  expect(value.map(({path}) => path)).toEqual(['content/a.md'])
  expect(lines(diagnostics)).toEqual(['error host/unreadable content/locked'])
})

describe('a file that a text names', () => {
  test.each([
    ['content/a.md', 'file'],
    ['examples', 'unusable'],
    ['examples/none.ts', 'absent'],
    ['content/a.md/b', 'absent'],
    ['../theme/a.tsx', 'outside'],
    ['.env', 'outside'],
    ['.git/config', 'outside'],
    ['content/../.env', 'outside'],
    ['content/.bashrc', 'absent'],
    ['content/../../theme/a.tsx', 'outside'],
    ['templates/a.tsx', 'absent'],
    ['.galley/files', 'outside'],
    ['dist/index.html', 'outside'],
    ['out.ts', 'outside'],
    ['away/a.tsx', 'outside'],
    ['within.ts', 'file'],
    ['loop.ts', 'unusable'],
    ['nul\0.ts', 'unusable']
  ])('%j is %s', async (path, kind) => {
    const {host, root, theme, write} = temporarySite({
      ...article,
      'site/examples/b.ts': 'b',
      'site/.galley/files': '',
      'theme/a.tsx': ''
    })
    write('site/dist/index.html', '')
    symlinkSync(join(theme, 'a.tsx'), join(root, 'out.ts'))
    symlinkSync(theme, join(root, 'away'))
    symlinkSync(join(root, 'examples/b.ts'), join(root, 'within.ts'))
    symlinkSync(join(root, 'loop.ts'), join(root, 'loop.ts'))
    expect((await host.locate(path)).kind).toBe(kind)
  })

  test('has the stamp that it has in a list', async () => {
    const {host} = temporarySite(article)
    const [listed] = (await host.list('content')).value
    expect(await host.locate('content/a.md')).toEqual({
      kind: 'file',
      stamp: {identity: listed?.identity, changed: listed?.changed}
    })
  })

  test.each([
    ['exmples/b.ts', 'examples'],
    ['examples/c/b.ts', undefined],
    ['examples/server.js', 'examples/server.ts'],
    ['dst/x', undefined],
    ['away/a.ts', undefined],
    ['content/a.md/b', undefined]
  ])('%s is near to %s', async (path, near) => {
    const {host, root, theme, write} = temporarySite({
      ...article,
      'site/examples/server.ts': '',
      'theme/a.tsx': ''
    })
    write('site/dist/index.html', '')
    symlinkSync(theme, join(root, 'away'))
    expect(await host.locate(path)).toEqual({kind: 'absent', ...(near === undefined ? {} : {near})})
  })
})

describe('read and write', () => {
  test('bytes, or nothing', async () => {
    const {host} = temporarySite(article)
    expect(new TextDecoder().decode(await host.read('content/a.md'))).toBe('A')
    expect(await host.read('content/b.md')).toBeUndefined()
    expect(await host.read('content/a.md/b.md')).toBeUndefined()
    await expect(host.read('content')).rejects.toThrow('EISDIR')
    await expect(host.read('../secret')).rejects.toThrow('Path leaves its folder')
  })

  test('the clock is that of the environment, where it has one', () => {
    const {host} = temporarySite({})
    expect(Math.abs(host.now() - Date.now())).toBeLessThan(1_000)
    vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000')
    onTestFinished(() => {
      vi.unstubAllEnvs()
    })
    expect(host.now()).toBe(1_700_000_000_000)
  })
})

describe('output', () => {
  const path = (text: string): OutputPath => text as OutputPath

  function put(host: Host, target: OutputPath, content: string | Uint8Array): void {
    host.output.stage(target, content)
    const problems = [...host.output.publish()].flatMap(({problem}) =>
      problem === undefined ? [] : [problem]
    )
    host.output.discardStaged()
    for (const problem of problems) throw problem
  }

  test('is written, listed, read and removed with its folders', async () => {
    const {host, output} = temporarySite({})
    expect(host.output.list()).toEqual([])
    put(host, path('a/b/index.html'), 'one')
    put(host, path('a/b/index.html'), new Uint8Array([116, 119, 111]))
    put(host, path('a/c.txt'), 'c')
    put(host, path('a.html'), 'a')
    put(host, path(`${'x'.repeat(250)}.html`), 'a name as long as may be')
    expect(host.output.list()).toEqual(['a.html', 'a/b/index.html', 'a/c.txt', `${'x'.repeat(250)}.html`])
    expect(new TextDecoder().decode(host.output.read(path('a/b/index.html')))).toBe('two')
    host.output.remove(path('a/b/index.html'))
    expect(readdirSync(join(output, 'a'))).toEqual(['c.txt'])
    host.output.remove(path('a/c.txt'))
    host.output.remove(path('a/c.txt'))
    expect(readdirSync(output).sort()).toEqual(['a.html', `${'x'.repeat(250)}.html`])
    expect(host.output.read(path('a/c.txt'))).toBeUndefined()
  })

  test('lists links, and nothing that they lead to', () => {
    const {host, output} = temporarySite({'site/dist/a/b.txt': '', 'elsewhere/c/d.txt': ''})
    symlinkSync('../../../elsewhere', join(output, 'a/link'))
    symlinkSync('..', join(output, 'a/up'))
    expect(host.output.list()).toEqual(['a/b.txt', 'a/link', 'a/up'])
  })

  test('leaves no temporary file, also when writing fails', async () => {
    const {host, output} = temporarySite({'site/dist/a/b.txt': ''})
    expect(() => put(host, path('a'), 'a file in the place of a folder')).toThrow()
    expect(host.output.list()).toEqual(['a/b.txt'])
    host.output.discardStaged()
    expect(readdirSync(output)).toEqual(['a'])
  })

  test('what a killed build has staged is not listed, and discarded', () => {
    const {host, output} = temporarySite({'site/dist/a.txt': '', 'site/dist/.galley-staging/0': 'left'})
    expect(host.output.list()).toEqual(['a.txt'])
    host.output.discardStaged()
    expect(readdirSync(output)).toEqual(['a.txt'])
  })

  test.each(['../x', '/../x', 'a/../../x', '', '.', 'a\0b'])('never leaves its folder: %j', async (wrong) => {
    const {host} = temporarySite({})
    expect(() => put(host, path(wrong), '')).toThrow('Path leaves its folder')
    expect(() => host.output.remove(path(wrong))).toThrow('Path leaves its folder')
  })

  test('never leaves its folder through a link', async () => {
    const {host, output, root} = temporarySite({'site/kept/a.txt': 'kept', 'site/dist/x': ''})
    symlinkSync('../kept', join(output, 'linked'))
    expect(() => put(host, path('linked/a.txt'), '')).toThrow('found a symbolic link')
    expect(() => put(host, path('linked/b/a.txt'), '')).toThrow('found a symbolic link')
    expect(() => host.output.remove(path('linked/a.txt'))).toThrow('found a symbolic link')
    expect(readdirSync(join(root, 'kept'))).toEqual(['a.txt'])
  })

  test('a folder that is a link itself may be written to', async () => {
    const {host, root, output} = temporarySite({'site/dist/x': ''})
    renameSync(output, join(root, 'real'))
    symlinkSync('real', output)
    put(host, path('a/b.txt'), 'b')
    expect(host.output.list()).toEqual(['a/b.txt', 'x'])
  })
})
