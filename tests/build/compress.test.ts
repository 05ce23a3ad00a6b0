import {brotliDecompressSync, gunzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {type BuildResult, build} from '#src/build/build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import {buildSite, plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

const long = 'All work and no play makes a long text. '.repeat(60)
const page = (name: string, body: string): string =>
  `-- content/${name}.md --\n---\ntitle: T\n---\n\n${body}\n`
const site = `${page('a', long)}${page('b', `${long}b`)}${page('short', 'x')}-- public/c.css --\n${long}\n-- public/d.png --\n${long}\n`

/** A site that counts what it compresses. */
function openSite(files: MemoryHost['files'], config: object) {
  const host = memoryHost(Object.fromEntries(files), {templates: plainTemplates, config})
  const compressed: Array<string> = []
  const {compressor} = host
  const counting = {
    ...compressor,
    compress(bytes: Uint8Array, encoding: 'br' | 'gzip') {
      compressed.push(encoding)
      return compressor.compress(bytes, encoding)
    }
  }
  return {host: {...host, compressor: counting}, compressed}
}

function compressedPaths({outputs}: Pick<MemoryHost, 'outputs'>): ReadonlyArray<string> {
  return [...outputs.keys()].filter((path) => /\.(?:br|gz)$/.test(path)).sort()
}

function filesOf(text: string): MemoryHost['files'] {
  return new Map(Object.entries(parseSite(text)))
}

const all = [
  'a/index.html.br',
  'a/index.html.gz',
  'b/index.html.br',
  'b/index.html.gz',
  'c.css.br',
  'c.css.gz'
]

describe('compressed files', () => {
  test('lie beside each text that is long enough, and have its bytes', async () => {
    const {host} = openSite(filesOf(site), {compress: true})
    await build(host, plainOptions)
    expect(compressedPaths(host)).toEqual(all)
    for (const path of all) {
      const bytes = host.outputs.get(path as never) ?? new Uint8Array()
      const read = path.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes)
      const original = host.outputs.get(path.replace(/\.\w+$/, '') as never)
      expect([path, Buffer.from(original ?? []).equals(read)]).toEqual([path, true])
    }
  })

  test('are in the encodings that are asked for, and else are none', async () => {
    const {files} = await buildSite(site, {config: {compress: ['gzip']}})
    expect(Object.keys(files).filter((path) => path.endsWith('.br'))).toEqual([])
    expect(Object.keys(files)).toContain('c.css.gz')
    const without = await buildSite(site)
    expect(Object.keys(without.files).filter((path) => /\.(?:br|gz)$/.test(path))).toEqual([])
  })

  test("are the author's own where there are such", async () => {
    const {files} = await buildSite(`${site}-- public/c.css.br --\nmine\n`, {config: {compress: true}})
    expect(files['c.css.br']).toBe('mine\n')
    expect(Object.keys(files).filter((path) => path.startsWith('c.css'))).toHaveLength(3)
  })

  test('are made of what the search has', async () => {
    const indexSearch = async () => [{path: 'pagefind.js', bytes: new TextEncoder().encode(long)}]
    const host = memoryHost(parseSite(site), {
      templates: plainTemplates,
      config: {compress: true, search: true},
      packages: {pagefind: '1.6.0'},
      indexSearch
    })
    await build(host, plainOptions)
    expect(compressedPaths(host)).toContain('pagefind/pagefind.js.br')
  })
})

describe('a build after an edit', () => {
  const config = {compress: true}

  test.each<[string, (files: MemoryHost['files']) => void, object, ReadonlyArray<string>]>([
    ['of nothing compresses nothing', () => undefined, config, []],
    [
      'of a text compresses that page',
      (files) => files.set('content/a.md', `---\ntitle: T\n---\n\n${long}edited\n`),
      config,
      ['br', 'gzip']
    ],
    [
      'of a copied file compresses it',
      (files) => files.set('public/c.css', `${long}edited`),
      config,
      ['br', 'gzip']
    ],
    ['that removes a text removes what was made of it', (files) => files.delete('content/a.md'), config, []],
    [
      'that makes a text short removes what was made of it',
      (files) => files.set('public/c.css', 'x'),
      config,
      []
    ],
    ['to another encoding removes the one', () => undefined, {compress: ['br']}, []],
    ['to none removes all', () => undefined, {}, []]
  ])('%s', async (_, edit, after, expected) => {
    const first = openSite(filesOf(site), config)
    await build(first.host, plainOptions)
    const files = new Map(first.host.files)
    edit(files)
    const {host, compressed} = openSite(files, after)
    for (const [path, bytes] of first.host.outputs) host.outputs.set(path, bytes)
    await build(host, plainOptions)
    const clean = openSite(new Map([...files].filter(([path]) => !path.startsWith('.galley/'))), after)
    await build(clean.host, plainOptions)
    expect(new Map([...host.outputs].sort())).toEqual(new Map([...clean.host.outputs].sort()))
    expect(compressed.sort()).toEqual(expected)
    expect(await build(host, plainOptions)).toMatchObject({created: 0, updated: 0, removed: 0})
  })

  test('mends what somebody has damaged or removed', async () => {
    const {host} = openSite(filesOf(site), config)
    await build(host, plainOptions)
    const before = new Map(host.outputs)
    host.outputs.delete('c.css.br' as never)
    host.outputs.set('a/index.html.gz' as never, new TextEncoder().encode('damaged'))
    const {created, updated}: BuildResult = await build(host, plainOptions)
    expect([created, updated]).toEqual([1, 1])
    expect(host.outputs).toEqual(before)
  })
})
