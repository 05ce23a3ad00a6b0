import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {isSettled} from '#src/build/read/file-index.ts'
import {seal, unseal} from '#src/build/store/sealed-store.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {Host} from '#src/model/host.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const files = {'content/a/x.md': '# X', 'content/a/y.md': '# Y'}

async function noticesOf(host: Host): Promise<ReadonlyArray<string>> {
  const notices: Array<string> = []
  await build(host, {...plainOptions, onNotice: (text) => notices.push(text)})
  return notices
}

async function builtHost(): Promise<MemoryHost> {
  const host = memoryHost(files, {templates: plainTemplates})
  expect(await noticesOf(host)).toEqual([])
  return host
}

test('what another version remembered is set aside, in one line', async () => {
  const host = await builtHost()
  expect(await noticesOf({...host, version: 'later'})).toEqual([
    'What the last build remembered is another version’s: set aside'
  ])
  expect(await noticesOf({...host, version: 'later'})).toEqual([])
})

test('what is damaged is set aside, in one line', async () => {
  const host = await builtHost()
  for (const name of ['answer', 'traces', 'files']) host.files.set(`.galley/${name}`, 'galley damaged')
  expect(await noticesOf(host)).toEqual(['What the last build remembered is damaged: set aside'])
})

test('a document that is lost is compiled again', async () => {
  const host = await builtHost()
  for (const path of host.files.keys()) if (path.startsWith('.galley/documents/')) host.files.delete(path)
  host.files.set('content/a/x.md', '# X\nEdited.')
  host.outputs.clear()
  expect(await noticesOf(host)).toEqual(['Documents of the last build are lost or damaged: compiled again'])
  expect([...host.outputs.keys()]).toContain('a/y/index.html')
})

test('a store that cannot be written is told of, and the site is built', async () => {
  const host = memoryHost(files, {templates: plainTemplates})
  const notices = await noticesOf({...host, store: {...host.store, problem: () => 'EROFS: read-only'}})
  expect(notices).toEqual(['Nothing can be remembered in .galley (EROFS: read-only): built without'])
  expect(host.outputs.size).toBeGreaterThan(0)
})

test('a seal tells version, name and content', () => {
  const sealed = Buffer.concat(seal('1', 'traces', 'con', 'tent'))
  expect(unseal(sealed, '1', 'traces').toString()).toBe('content')
  expect(unseal(sealed, '1', 'answer')).toMatch(/damaged/)
  expect(unseal(sealed, '2', 'traces')).toMatch(/another version/)
  expect(unseal(sealed.subarray(0, -1), '1', 'traces')).toMatch(/damaged/)
  expect(unseal(new Uint8Array(), '1', 'traces')).toMatch(/damaged/)
})

test('a stamp proves nothing as long as the file may change within the same tick', () => {
  const at = (changed: number, readAt: number): boolean => isSettled({identity: '', changed}, readAt)
  expect(at(10_000.25, 10_010)).toBe(false)
  expect(at(10_000.25, 10_100)).toBe(true)
  // A time in whole seconds is from a file system that knows no finer ones.
  expect(at(10_000, 11_900)).toBe(false)
  expect(at(10_000, 12_100)).toBe(true)
})
