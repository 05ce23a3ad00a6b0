import {readdirSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {temporarySite} from './temporary-site.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('files grow at their end, and are read in parts', () => {
  const {host, root} = temporarySite({})
  const {store} = host
  const name = store.freshName('documents', '.pack')
  expect(store.size(name)).toBe(0)
  expect(store.append(name, [bytes('one'), bytes('two')])).toBe(0)
  expect(store.append(name, [bytes('three')])).toBe(6)
  expect(store.size(name)).toBe(11)
  expect(store.readPart(name, 3, 3)).toEqual(bytes('two'))
  expect(store.readPart(name, 6, 6)).toBeUndefined()
  expect(store.readPart('documents/none', 0, 1)).toBeUndefined()
  expect(store.freshName('documents', '.pack')).not.toBe(name)

  truncateSync(join(root, '.galley', name), 5)
  expect(store.readPart(name, 3, 3)).toBeUndefined()
  store.remove(name)
  expect(store.readPart(name, 0, 1)).toBeUndefined()
  store.release()
})

test('more files are read from than are held open', () => {
  const {host, root} = temporarySite({'site/.galley/documents/x': ''})
  const names = Array.from({length: 200}, (_, number) => `documents/${number}`)
  for (const name of names) writeFileSync(join(root, '.galley', name), name)
  const openBefore = openCount()
  for (const name of [...names, ...names]) {
    expect(host.store.readPart(name, 0, name.length)).toEqual(bytes(name))
  }
  expect(openCount() - openBefore).toBeLessThanOrEqual(64)
  host.store.release()
  expect(openCount()).toBe(openBefore)
  rmSync(join(root, '.galley'), {recursive: true})
  expect(host.store.readPart('documents/0', 0, 1)).toBeUndefined()
})

/** Descriptors of this process, where the system tells. */
function openCount(): number {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0
}
