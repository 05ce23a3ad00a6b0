import {expect, test} from 'vitest'
import {memoryHost} from '#src/host/memory-host.ts'
import type {OutputPath} from '#src/model/route.ts'

test('lists what a disk would list', async () => {
  const host = memoryHost({'content/b.md': 'ä', 'content/a/x.md': '', 'content/.x.md': '', 'contents.md': ''})
  const {value} = await host.list('content')
  expect(value).toMatchObject([{path: 'content/a/x.md'}, {path: 'content/b.md'}])
})

test('a file has another stamp when, and only when, its content is another', async () => {
  const host = memoryHost({'content/a.md': 'one'})
  const stamp = async () => (await host.list('content')).value[0]?.identity
  const before = await stamp()
  host.files.set('content/a.md', new TextEncoder().encode('one'))
  expect(await stamp()).toBe(before)
  host.files.set('content/a.md', 'two')
  expect(await stamp()).not.toBe(before)
})

test('reads and writes', async () => {
  const host = memoryHost({'a.txt': 'A'})
  host.store.write('x/y', [new TextEncoder().encode('kept')])
  expect(new TextDecoder().decode(host.store.read('x/y'))).toBe('kept')
  expect(host.store.list('x')).toEqual(['y'])
  expect(new TextDecoder().decode(await host.read('a.txt'))).toBe('A')
  expect(await host.read('b.txt')).toBeUndefined()
  host.output.stage('a/b.html' as OutputPath, 'B')
  expect(host.output.list()).toEqual([])
  expect([...host.output.publish()].map(({path}) => path)).toEqual(['a/b.html'])
  expect(host.output.list()).toEqual(['a/b.html'])
  expect(new TextDecoder().decode(host.outputs.get('a/b.html' as OutputPath))).toBe('B')
  host.output.remove('a/b.html' as OutputPath)
  expect(host.output.list()).toEqual([])
})

test('has the configuration that it is given, or one of JSON', async () => {
  const given = memoryHost({}, {config: ({environment}: {environment: string}) => ({title: environment})})
  expect((await given.loadConfig('staging')).value).toMatchObject({text: '', value: {title: 'staging'}})
  const read = memoryHost({'galley.config.json': '{"title": "A"}'})
  expect((await read.loadConfig('production')).value).toMatchObject({
    file: 'galley.config.json',
    text: '{"title": "A"}',
    value: {title: 'A'}
  })
  const hashes = await Promise.all(
    [given, read, memoryHost({})].map(async (host) => (await host.loadConfig('production')).value.hash)
  )
  expect(new Set(hashes).size).toBe(3)
})

test('time stands still, templates are sorted', async () => {
  const template = {file: '', hash: '', render: () => ({}) as never}
  const host = memoryHost({}, {templates: ['b', 'a'].map((name) => ({...template, name}))})
  expect(new Date(host.now()).toISOString()).toBe('2024-06-01T12:00:00.000Z')
  expect((await host.findTemplates().then(({load}) => load())).value.map(({name}) => name)).toEqual([
    'a',
    'b'
  ])
})

test.each([
  ['examples/a.ts', 'file', undefined],
  ['examples', 'unusable', undefined],
  ['../a.ts', 'outside', undefined],
  ['.galley/files', 'outside', undefined],
  ['.env', 'outside', undefined],
  ['exmples/a.ts', 'absent', 'examples'],
  ['examples/b.ts', 'absent', 'examples/a.ts'],
  ['elsewhere/b.ts', 'absent', undefined]
])('locates %s as a disk would', async (path, kind, near) => {
  const host = memoryHost({'examples/a.ts': 'a', '.galley/files': ''})
  expect(await host.locate(path)).toMatchObject({kind, ...(near === undefined ? {} : {near})})
})
