import {expect, test} from 'vitest'
import {keepListing} from '#src/dev-server/keep-listing.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import type {Host} from '#src/model/host.ts'

/** Change files of a host, hint at paths, and list a folder: what is listed, and the folders that were looked through. */
async function checkListing(
  change: Readonly<Record<string, string | undefined>>,
  hints: ReadonlyArray<string>,
  expected: {readonly files: ReadonlyArray<string>; readonly looked: ReadonlyArray<string>}
): Promise<void> {
  const {host, files, looked} = countingHost()
  const listing = keepListing(host)
  await listing.host.list('content')
  looked.length = 0
  for (const [path, text] of Object.entries(change)) {
    if (text === undefined) files.delete(path)
    else files.set(path, text)
  }
  for (const hint of hints) listing.hint(hint)
  const listed = await listing.host.list('content')
  expect(listed.value.map(({path, identity}) => `${path} ${identity}`)).toEqual(
    (await memoryHost(Object.fromEntries(files)).list('content')).value.map(
      ({path, identity}) => `${path} ${identity}`
    )
  )
  expect({files: listed.value.map(({path}) => path), looked}).toEqual(expected)
  looked.length = 0
  await listing.host.list('content')
  expect(looked).toEqual([])
}

test('nothing is looked at without a hint', () =>
  checkListing({}, [], {files: ['content/a.md', 'content/b/c.md', 'content/b/d.md'], looked: []}))

test('a changed file is looked at alone', () =>
  checkListing({'content/a.md': 'longer'}, ['content/a.md'], {
    files: ['content/a.md', 'content/b/c.md', 'content/b/d.md'],
    looked: []
  }))

test('files that come and go', () =>
  checkListing({'content/b/a.md': 'new', 'content/b/c.md': undefined}, ['content/b/c.md', 'content/b/a.md'], {
    files: ['content/a.md', 'content/b/a.md', 'content/b/d.md'],
    looked: []
  }))

test('a folder that comes', () =>
  checkListing({'content/e/f.md': 'f', 'content/e/g/h.md': 'h'}, ['content/e'], {
    files: ['content/a.md', 'content/b/c.md', 'content/b/d.md', 'content/e/f.md', 'content/e/g/h.md'],
    looked: ['content/e']
  }))

test('a folder that goes', () =>
  checkListing({'content/b/c.md': undefined, 'content/b/d.md': undefined}, ['content/b'], {
    files: ['content/a.md'],
    looked: []
  }))

test('hints elsewhere', () =>
  checkListing({}, ['templates/a.tsx', 'contents/x.md', 'galley.config.ts'], {
    files: ['content/a.md', 'content/b/c.md', 'content/b/d.md'],
    looked: []
  }))

test('of very many hints all is looked at', () =>
  checkListing(
    {},
    Array.from({length: 500}, (_, index) => `content/b/${index}.md`),
    {files: ['content/a.md', 'content/b/c.md', 'content/b/d.md'], looked: ['content']}
  ))

test('what was not hinted at is found when all is forgotten', async () => {
  const {host, files} = countingHost()
  const listing = keepListing(host)
  await listing.host.list('content')
  files.set('content/z.md', 'z')
  expect((await listing.host.list('content')).value.length).toBe(3)
  listing.forget()
  expect((await listing.host.list('content')).value.length).toBe(4)
})

test('folders that are small are looked at each time', async () => {
  const {host, looked} = countingHost()
  const listing = keepListing(host)
  await listing.host.list('templates/assets')
  await listing.host.list('templates/assets')
  expect(looked).toEqual(['templates/assets', 'templates/assets'])
})

function countingHost(): {
  readonly host: Host
  readonly files: Map<string, string | Uint8Array>
  readonly looked: Array<string>
} {
  const memory = memoryHost({
    'content/a.md': 'a',
    'content/b/c.md': 'c',
    'content/b/d.md': 'd',
    'templates/assets/x.css': ''
  })
  const looked: Array<string> = []
  return {
    files: memory.files,
    looked,
    host: {
      ...memory,
      list(folder) {
        looked.push(folder)
        return memory.list(folder)
      }
    }
  }
}

test('templates are looked at again when anything but a text may have changed', async () => {
  const host = memoryHost({})
  let looks = 0
  const listing = keepListing({
    ...host,
    findTemplates() {
      looks++
      return host.findTemplates()
    }
  })
  const looksAfter = async (act: () => void): Promise<number> => {
    act()
    looks = 0
    await listing.host.findTemplates()
    await listing.host.findTemplates()
    return looks
  }
  expect(await looksAfter(() => undefined)).toBe(1)
  expect(await looksAfter(() => listing.hint('content/a.md'))).toBe(0)
  expect(await looksAfter(() => listing.hint('templates/partials/card.tsx'))).toBe(1)
  expect(await looksAfter(() => listing.hint('data/people.json'))).toBe(1)
  expect(await looksAfter(() => listing.hint('content/folder'))).toBe(1)
  expect(await looksAfter(listing.forget)).toBe(1)
})
