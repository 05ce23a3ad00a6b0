import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {
  type DocumentLocations,
  eachLocation,
  findLocation,
  noLocations,
  withLocations
} from '#src/build/store/document-locations.ts'
import {packWriter, scanPack} from '#src/build/store/document-pack.ts'
import {MissingDocumentError, openDocumentStore, packsOf} from '#src/build/store/document-store.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {DocumentLocation, Host} from '#src/model/host.ts'
import type {Store} from '#src/model/store.ts'
import {diceOf} from '../incremental/dice.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const articles = Object.fromEntries(
  Array.from({length: 30}, (_, number) => [`content/a/p${number}.md`, `# P${number}\n\nText ${number}.`])
)

async function builtHost(): Promise<MemoryHost> {
  const host = memoryHost(articles, {templates: plainTemplates})
  await build(host, plainOptions)
  return host
}

/** Bytes of all packs. */
function packedSize({store}: Host): number {
  return packsOf(store).reduce((sum, pack) => sum + store.size(pack), 0)
}

function edit(host: MemoryHost, number: number, text: string): void {
  host.files.set(`content/a/p${number}.md`, `# P${number}\n\n${text}`)
}

/** Build with nothing but the store, and expect what a build without it gives. */
async function checkAgain(host: MemoryHost): Promise<void> {
  host.outputs.clear()
  await build(host, plainOptions)
  const site = [...host.files].filter(([path]) => !path.startsWith('.galley/'))
  const clean = memoryHost(Object.fromEntries(site), {templates: plainTemplates})
  await build(clean, plainOptions)
  expect(host.outputs).toEqual(clean.outputs)
}

test('many documents are few files, also after many builds', async () => {
  const host = await builtHost()
  for (let number = 0; number < 20; number++) {
    edit(host, number, 'Edited.')
    await build(host, plainOptions)
  }
  expect(packsOf(host.store)).toHaveLength(1)
})

test('an older state of a source finds its document again', async () => {
  const host = await builtHost()
  const before = host.files.get('content/a/p1.md') ?? ''
  edit(host, 1, 'Edited.')
  await build(host, plainOptions)
  const size = packedSize(host)
  host.files.set('content/a/p1.md', before)
  await build(host, plainOptions)
  expect(packedSize(host)).toBe(size)
})

test('documents are found again when it is lost where they lie, as after a killed build', async () => {
  const host = await builtHost()
  const size = packedSize(host)
  for (const name of ['locations', 'files', 'traces', 'answer']) host.store.remove(name)
  await checkAgain(host)
  expect(packedSize(host)).toBe(size)
})

test('damage of a pack at any place costs time only', async () => {
  const dice = diceOf(Array.from({length: 200}, (_, number) => number * 7919))
  for (let round = 0; round < 12; round++) {
    const host = await builtHost()
    const [pack = ''] = packsOf(host.store)
    const bytes = host.store.read(pack) ?? new Uint8Array()
    const place = dice.number(bytes.length)
    const damaged = round % 3 === 0 ? bytes.slice(0, place) : bytes.with(place, (bytes[place] ?? 0) ^ 1)
    host.store.write(pack, [damaged])
    // Where they lie may have to be looked for in what is damaged.
    if (round % 2 === 0) host.store.remove('locations')
    edit(host, 3, `Round ${round}`)
    await checkAgain(host)
  }
})

/** Edits after which the next build has garbage to collect. */
async function fill(host: MemoryHost): Promise<void> {
  for (let number = 0; number < 4; number++) {
    edit(host, 1, `Edition ${number}. ${'Many words. '.repeat(11_600)}`)
    await build(host, plainOptions)
  }
  edit(host, 1, 'Short again.')
}

test('what no source needs is removed when it takes most of the room, and what is needed stays', async () => {
  const host = await builtHost()
  const sizes: Array<number> = []
  for (let round = 0; round < 3; round++) {
    await fill(host)
    await build(host, plainOptions)
    sizes.push(packedSize(host))
  }
  expect(Math.max(...sizes)).toBeLessThan(3_000_000)
  expect(packsOf(host.store)).toHaveLength(1)
  for (const name of ['files', 'traces', 'answer']) host.store.remove(name)
  const size = packedSize(host)
  await checkAgain(host)
  expect(packedSize(host)).toBe(size)
})

test('garbage collection that is ended at any change of the store costs time only', async () => {
  const host = await builtHost()
  await fill(host)
  const before = new Map(host.files)
  for (let changes = 0; changes < 20; changes++) {
    host.files.clear()
    for (const [path, content] of before) host.files.set(path, content)
    const ended = await build({...host, store: endingStore(host.store, changes)}, plainOptions).then(
      () => false,
      () => true
    )
    await checkAgain(host)
    if (!ended) {
      expect(packedSize(host)).toBeLessThan(500_000)
      expect(changes).toBeGreaterThan(5)
      return
    }
  }
  throw new Error('Expected fewer changes')
})

/** A store whose changes fail after some. */
function endingStore(store: Store, changes: number): Store {
  let left = changes
  const counted =
    <Parameters extends ReadonlyArray<unknown>, Result>(change: (...parameters: Parameters) => Result) =>
    (...parameters: Parameters): Result => {
      if (left-- <= 0) throw new Error('Ended')
      return change(...parameters)
    }
  return {
    ...store,
    write: counted(store.write),
    append: counted(store.append),
    remove: counted(store.remove)
  }
}

test('a thread that is told where documents lie opens them', async () => {
  const host = await builtHost()
  const locations = structuredClone(openDocumentStore(host.store).locations())
  const names = [...eachLocation(locations)].map(([name]) => name)
  expect(names).toHaveLength(30)
  const documents = openDocumentStore({...host.store, list: unused, read: unused}, locations)
  expect(names.map((name) => documents.open.head(name).path).sort()).toEqual(Object.keys(articles).sort())
  for (const name of names) {
    const whole = documents.find(name)
    if (whole === undefined) throw new Error(`Expected a document \`${name}\``)
    const {path, frontMatter, places, diagnostics, gist, body, excerpt, facts} = whole
    const {outline, wordCount, features, ...others} = facts
    const head = {path, frontMatter, places, diagnostics, outline, wordCount, features}
    expect(documents.open.head(name)).toEqual(head)
    expect(documents.open.gist(name)).toEqual(gist)
    expect(documents.open.texts(name)).toEqual({body, excerpt, facts: others})
  }
  const {head, gist, texts} = documents.open
  for (const open of [head, gist, texts]) {
    expect(() => open('x'.repeat(22))).toThrow(MissingDocumentError)
  }
})

function unused(): never {
  throw new Error('Expected to need the packs alone')
}

test('locations are found, and replaced by later ones', () => {
  const dice = diceOf(Array.from({length: 300}, (_, number) => number * 104_729))
  const expected = new Map<string, DocumentLocation>()
  let locations: DocumentLocations = noLocations
  for (let round = 0; round < 10; round++) {
    const added = new Map<string, DocumentLocation>()
    for (let count = dice.number(12); count > 0; count--) {
      const name = `${'abcdefgh'[dice.number(8)]}${'-_09AZaz'[dice.number(8)]}`.padEnd(22, '_')
      const location = {pack: `documents/${dice.number(3)}.pack`, offset: count, length: 2 ** 32 - count}
      added.set(name, location)
      expected.set(name, location)
    }
    locations = withLocations(locations, added)
  }
  expect([...eachLocation(locations)]).toEqual([...expected].sort(([a], [b]) => (a < b ? -1 : 1)))
  for (const [name, location] of expected) expect(findLocation(locations, name)).toEqual(location)
  expect(findLocation(locations, '~')).toBeUndefined()
  expect(findLocation(noLocations, 'a')).toBeUndefined()
})

test('a pack tells what it has, up to where it is torn', () => {
  const {store} = memoryHost({})
  const append = packWriter(store, undefined)
  const records = ['a', 'b', 'c'].map((letter) => ({
    name: letter.repeat(22),
    parts: [Buffer.from(letter), Buffer.from('\ndocument ')]
  }))
  const locations = [...append(records.slice(0, 2)), ...append(records.slice(2))]
  const [{pack} = {pack: ''}] = locations
  const bytes = store.read(pack) ?? new Uint8Array()
  expect([...scanPack(pack, bytes)]).toEqual(records.map(({name}, index) => [name, locations[index]]))
  for (const [index, {name, parts}] of records.entries()) {
    const {offset, length} = locations[index] ?? {offset: 0, length: 0}
    expect(name).toHaveLength(22)
    expect(store.readPart(pack, offset, length)).toEqual(new Uint8Array(Buffer.concat(parts)))
  }
  expect([...scanPack(pack, bytes.subarray(0, -1))]).toHaveLength(2)
  expect([...scanPack(pack, Buffer.from('nonsense'))]).toEqual([])
})

test('a full pack is followed by another, and one that is gone is not gone on with', () => {
  const {store} = memoryHost({})
  const sizes = new Map<string, number>()
  const counting = {
    ...store,
    size: (name: string) => sizes.get(name) ?? 0,
    append(name: string) {
      sizes.set(name, (sizes.get(name) ?? 0) + 2 ** 25)
      return 0
    },
    freshName: () => `fresh ${sizes.size}`
  }
  const append = packWriter(counting, 'gone')
  for (let count = 0; count < 5; count++) append([])
  expect([...sizes.values()]).toEqual([2 ** 26, 2 ** 26, 2 ** 25])
})
