import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync
} from 'node:fs'
import {join, relative} from 'node:path'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {watchFolders} from '#src/host/watch-folders.ts'
import {temporarySite} from './temporary-site.ts'

interface WatchedCase {
  readonly name: string
  /** Each step is over when all of its paths have been told of since it began, or folders around them. */
  readonly steps: ReadonlyArray<readonly [act: (at: (path: string) => string) => void, told: Array<string>]>
}

const cases: ReadonlyArray<WatchedCase> = [
  {
    name: 'a file that is written',
    steps: [[(at) => writeFileSync(at('content/a.md'), 'B'), ['content/a.md']]]
  },
  {name: 'a new file', steps: [[(at) => writeFileSync(at('content/b.md'), 'B'), ['content/b.md']]]},
  {name: 'a file that is removed', steps: [[(at) => unlinkSync(at('content/a.md')), ['content/a.md']]]},
  {
    name: 'a file that is put in the place of another, and then written',
    steps: [
      [(at) => renameSync(at('content/in/c.md'), at('content/a.md')), ['content/a.md', 'content/in/c.md']],
      [(at) => writeFileSync(at('content/a.md'), 'D'), ['content/a.md']]
    ]
  },
  {
    name: 'a new folder with all that is made in it at once, and later',
    steps: [
      [
        (at) => {
          mkdirSync(at('content/new/deep'), {recursive: true})
          writeFileSync(at('content/new/deep/d.md'), 'D')
        },
        ['content/new/deep/d.md']
      ],
      [(at) => writeFileSync(at('content/new/deep/d.md'), 'E'), ['content/new/deep/d.md']]
    ]
  },
  {
    name: 'a folder that is moved, by its new path',
    steps: [
      [(at) => renameSync(at('content/in'), at('content/moved')), ['content/in', 'content/moved']],
      [(at) => writeFileSync(at('content/moved/c.md'), 'D'), ['content/moved/c.md']],
      [(at) => writeFileSync(at('content/moved/deeper/e.md'), 'D'), ['content/moved/deeper/e.md']]
    ]
  },
  {
    name: 'a folder that is moved away and one that takes its place',
    steps: [
      [
        (at) => {
          renameSync(at('content/in'), at('moved'))
          mkdirSync(at('content/in'))
        },
        ['content/in', 'moved']
      ],
      [(at) => writeFileSync(at('content/in/c.md'), 'D'), ['content/in/c.md']],
      [(at) => writeFileSync(at('moved/c.md'), 'D'), ['moved/c.md']]
    ]
  },
  {
    name: 'folders that change their names with each other',
    steps: [
      [
        (at) => {
          renameSync(at('content/in'), at('content/x'))
          renameSync(at('content/other'), at('content/in'))
          renameSync(at('content/x'), at('content/other'))
        },
        ['content/in', 'content/other']
      ],
      [(at) => writeFileSync(at('content/in/f.md'), 'D'), ['content/in/f.md']],
      [(at) => writeFileSync(at('content/other/c.md'), 'D'), ['content/other/c.md']]
    ]
  },
  {
    name: 'a folder that is removed and made again',
    steps: [
      [(at) => rmSync(at('content/in'), {recursive: true}), ['content/in']],
      [(at) => mkdirSync(at('content/in')), ['content/in']],
      [(at) => writeFileSync(at('content/in/c.md'), 'D'), ['content/in/c.md']]
    ]
  },
  {
    name: 'files and folders behind links',
    steps: [
      [(at) => symlinkSync(at('elsewhere'), at('content/linked')), ['content/linked']],
      [(at) => writeFileSync(at('elsewhere/g.md'), 'D'), ['content/linked/g.md']],
      [(at) => symlinkSync(at('elsewhere/g.md'), at('content/g.md')), ['content/g.md']],
      [(at) => writeFileSync(at('elsewhere/g.md'), 'E'), ['content/g.md', 'content/linked/g.md']],
      [
        (at) => {
          writeFileSync(at('elsewhere/h.md'), 'F')
          renameSync(at('elsewhere/h.md'), at('elsewhere/g.md'))
        },
        ['content/g.md', 'content/linked/g.md']
      ],
      [(at) => writeFileSync(at('elsewhere/g.md'), 'G'), ['content/g.md', 'content/linked/g.md']]
    ]
  },
  {
    name: 'links that lead to a folder around them',
    steps: [
      [(at) => symlinkSync(at('content'), at('content/in/loop')), ['content/in/loop']],
      [(at) => writeFileSync(at('content/in/c.md'), 'D'), ['content/in/c.md']]
    ]
  }
]

// Only where folders are watched.
describe.skipIf(process.platform !== 'linux')('watched folders tell of', () => {
  test.each(cases)('$name', async ({steps}) => {
    const {at, hints} = await watchSite()
    for (const [act, expected] of steps) {
      // Those of the step before have all come.
      await new Promise((resolve) => setTimeout(resolve, 50))
      hints.clear()
      act(at)
      const isTold = (path: string): boolean => [...hints].some((hint) => `${path}/`.startsWith(`${hint}/`))
      await vi.waitFor(() => expect(expected.filter((path) => !isTold(path))).toEqual([]), {timeout: 5000})
    }
  })

  test('nothing that is ignored', async () => {
    const {at, hints} = await watchSite()
    mkdirSync(at('dist/deep'), {recursive: true})
    writeFileSync(at('dist/deep/a.html'), 'A')
    writeFileSync(at('content/last.md'), 'A')
    await vi.waitFor(() => expect([...hints]).toContain('content/last.md'))
    expect([...hints]).toEqual(['content/last.md'])
  })

  test('however many files by one watch for each folder, and by none when nobody wants to hear', async () => {
    const before = watchCount()
    const many = Object.fromEntries(Array.from({length: 300}, (_, n) => [`site/content/in/${n}.md`, '']))
    const {close} = await watchSite(many)
    // The site, `content`, `in`, `in/deeper`, `other` and `elsewhere`.
    expect(watchCount() - before).toBe(6)
    await close()
    expect(watchCount()).toBe(before)
  })
})

async function watchSite(more: Readonly<Record<string, string>> = {}) {
  const {root} = temporarySite({
    'site/content/a.md': 'A',
    'site/content/in/c.md': 'C',
    'site/content/in/deeper/e.md': 'E',
    'site/content/other/f.md': 'F',
    'site/elsewhere/g.md': 'G',
    ...more
  })
  const hints = new Set<string>()
  const {ready, close} = watchFolders({
    root,
    isIgnored: (path) => relative(root, path).split('/')[0] === 'dist',
    onHint: (path) => hints.add(relative(root, path)),
    onError(error) {
      throw error
    }
  })
  onTestFinished(close)
  await ready
  return {at: (path: string) => join(root, path), hints, close}
}

/** Folders and files that the system watches for this process. */
function watchCount(): number {
  const texts = readdirSync('/proc/self/fdinfo').map((name) => {
    try {
      return readFileSync(`/proc/self/fdinfo/${name}`, 'utf8')
    } catch {
      return ''
    }
  })
  return texts.join('').match(/^inotify wd:/gm)?.length ?? 0
}
