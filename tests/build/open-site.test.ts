import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {type OpenSite, type OpenSiteOptions, openSite} from '#src/build/open-site.ts'
import type {SiteState} from '#src/build/site-state.ts'
import {MissingDocumentError} from '#src/build/store/document-store.ts'
import {openThreadWork, type ThreadRequest} from '#src/build/thread-work.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {Thread} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

const options: OpenSiteOptions = {
  environment: 'production',
  drafts: false,
  future: false,
  expired: false,
  keepGoing: true,
  onCompiled: () => undefined,
  onNotice: () => undefined
}

const site = `
-- content/a/one.md --
---
title: One
date: 2024-01-03
tags: [x]
---
First.
-- content/a/two.md --
---
title: Two
date: 2024-01-02
aliases: [/old/]
---
See [one](one.md).
-- public/f.txt --
f
`
const one = '---\ntitle: One\ndate: 2024-01-03\ntags: [x]\n---\n'

/** More than are compiled at once. */
const manyNames = Array.from({length: 12}, (_, number) => `m${String(number).padStart(2, '0')}`)
const manySite = manyNames
  .map((name) => `-- content/a/${name}.md --\n---\ntitle: Title ${name}\n---\nText of *${name}*.\n`)
  .join('')

test('every file that a build writes is there, and nothing else, and nothing is written', async () => {
  const host = hostOf(site)
  const state = await openSite(host, options).renew()
  const files = filesOf(host, state)
  expect(host.outputs.size).toBe(0)
  expect([...host.files.keys()].filter((path) => path === '.galley/manifest')).toEqual([])
  await build(host, plainOptions)
  expect(files).toEqual(Object.fromEntries([...host.outputs].map(([path, bytes]) => [path, decode(bytes)])))
})

test('nothing changed is the same state', async () => {
  const {opened, state} = await open()
  expect(await opened.renew()).toBe(state)
})

test('a changed body is another page, and the others are as they were', async () => {
  const {host, opened, state} = await open()
  const before = hashesOf(state)
  host.files.set('content/a/one.md', `${one}Changed.\n`)
  const changed = await opened.renew()
  expect(textAt(changed, 'a/one/index.html')).toContain('Changed.')
  expect(differing(before, hashesOf(changed))).toEqual(['a/one/index.html'])
})

test('a page that comes, goes, and comes back is a route while it is there', async () => {
  const {host, opened, state} = await open()
  const path = 'a/one/index.html' as OutputPath
  const hash = state.hash(path)
  host.files.delete('content/a/one.md')
  expect((await opened.renew()).routes.has(path)).toBe(false)
  host.files.set('content/a/one.md', `${one}First.\n`)
  expect((await opened.renew()).hash(path)).toBe(hash)
})

test('another copied file has another hash', async () => {
  const {host, opened, state} = await open()
  host.files.set('public/f.txt', 'g')
  const changed = await opened.renew()
  expect(differing(state.copies(), changed.copies())).toEqual(['f.txt'])
})

test('what builds remember is used, and what is compiled here builds find', async () => {
  const host = hostOf(site)
  await build(host, plainOptions)
  const compiled: Array<number> = []
  const opened = openSite(host, {...options, onCompiled: (_, total) => compiled.push(total)})
  await opened.renew()
  expect(compiled).toEqual([])
  host.files.set('content/a/one.md', `${one}Changed.\n`)
  await opened.renew()
  expect(compiled).toEqual([1])
  const documents = host.files.get('.galley/locations')
  await build(host, plainOptions)
  expect(host.files.get('.galley/locations')).toEqual(documents)
})

test('a store that is emptied meanwhile costs time only', async () => {
  const {host, opened, state} = await open()
  for (const path of host.files.keys()) if (path.startsWith('.galley/')) host.files.delete(path)
  const error = errorOf(() => state.output('a/one/index.html' as OutputPath))
  const restored = await opened.restore(error.document)
  expect(textAt(restored, 'a/one/index.html')).toContain('First.')
})

test('a store that is emptied again and again while the site is opened costs time only', async () => {
  const host = hostOf(site)
  await build(host, plainOptions)
  let emptied = 0
  const empty = (): void => {
    if (emptied++ > 2) return
    for (const path of host.files.keys()) if (path.startsWith('.galley/')) host.files.delete(path)
  }
  const opened = openSite(
    {
      ...host,
      async findTemplates() {
        const templates = await host.findTemplates()
        return {
          load() {
            empty()
            return templates.load()
          }
        }
      }
    },
    options
  )
  expect(textAt(await opened.renew(), 'a/one/index.html')).toContain('First.')
  expect(emptied).toBe(4)
})

test('diagnostics of a page come when it is asked for, stay as long as it has them, and go', async () => {
  const {host, opened, state} = await open()
  const path = 'a/two/index.html' as OutputPath
  host.files.set('content/a/two.md', '---\ntitle: Two\n---\n[gone](gone.md)\n')
  const broken = await opened.renew()
  broken.hash(path)
  expect(codesOf(broken)).toContain('routing/broken-reference')
  host.files.set('content/a/one.md', `${one}Changed.\n`)
  const still = await opened.renew()
  still.hash(path)
  expect(codesOf(still)).toContain('routing/broken-reference')
  host.files.set('content/a/two.md', '---\ntitle: Two\n---\n[one](one.md)\n')
  const mended = await opened.renew()
  mended.hash(path)
  expect(codesOf(mended)).toEqual(codesOf(state))
})

test('a page with broken front matter cannot be made, and its neighbors can', async () => {
  const {host, opened} = await open()
  host.files.set('content/a/one.md', '---\ntitle: [\n---\nFirst.\n')
  const state = await opened.renew()
  expect(state.output('a/one/index.html' as OutputPath)).toBeUndefined()
  expect(textAt(state, 'a/two/index.html')).toContain('See')
  expect(state.diagnostics().map(({file, severity}) => `${file} ${severity}`)).toContain(
    'content/a/one.md error'
  )
})

test.each([
  ['draft: true', 'draft'],
  ['date: 2030-01-01', 'future'],
  ['expiryDate: 2020-01-01', 'expired'],
  ['draft: false', undefined]
])('an article with %s is one that readers see later: %s', async (field, expected) => {
  const host = hostOf(`-- content/a.md --\n---\ntitle: A\n${field}\n---\n`)
  const state = await openSite(host, {...options, drafts: true, future: true, expired: true}).renew()
  expect(state.unpublished('a/index.html' as OutputPath)).toBe(expected)
})

test('where many sources are new, all pages are known before a body is compiled, and asked ones are compiled', async () => {
  const host = hostOf(manySite)
  const opened = openSite(host, options)
  const state = await opened.renew()
  expect(state.pages().map(({title}) => title)).toEqual(manyNames.map((name) => `Title ${name}`))
  expect(documentsIn(host)).toEqual([])
  const path = 'a/m03/index.html' as OutputPath
  const {document} = errorOf(() => state.output(path))
  expect(await opened.restore(document)).toBe(state)
  expect(textAt(state, path)).toContain('Text of <em>m03</em>')
  expect(() => state.output('a/m04/index.html' as OutputPath)).toThrow(MissingDocumentError)
  expect(documentsIn(host)).toEqual([])
})

test('what is compiled when there is time is what a build finds, and makes', async () => {
  const host = hostOf(manySite)
  const opened = openSite(host, options)
  await opened.renew()
  expect(await opened.compileRest(() => false)).toBe(true)
  expect(await opened.compileRest(() => false)).toBe(false)
  // What is asked of all texts can be answered.
  const state = await opened.renew()
  const files = filesOf(host, state)
  expect(await opened.renew()).toBe(state)
  const documents = host.files.get('.galley/locations')
  await build(host, plainOptions)
  expect(host.files.get('.galley/locations')).toEqual(documents)
  expect(files).toEqual(Object.fromEntries([...host.outputs].map(([path, bytes]) => [path, decode(bytes)])))
})

test('when all were compiled by being asked for, there is a state that answers what is asked of all texts', async () => {
  const plugins = [{name: 'idle', version: '1', rehypePlugins: [() => undefined]}]
  const host = memoryHost(parseSite(manySite), {templates: plainTemplates, config: {plugins}})
  const batches: Array<number> = []
  const answer = openThreadWork(host)
  const openThread = (): Thread => ({
    async ask(given) {
      const request = given as ThreadRequest
      if (request.kind === 'compile') batches.push(request.tasks.length)
      return answer(request)
    },
    close: async () => undefined
  })
  const opened = openSite({...host, openThread}, options)
  const state = await opened.renew()
  for (const name of [...manyNames].reverse()) {
    const path = `a/${name}/index.html` as OutputPath
    try {
      state.output(path)
    } catch (error) {
      if (!(error instanceof MissingDocumentError)) throw error
      await opened.restore(error.document)
    }
    expect(textAt(state, path)).toContain(`Text of <em>${name}</em>`)
  }
  // A thread that is started for one compiles some that nobody has asked for yet.
  expect(batches).toEqual([8, 4])
  expect(await opened.compileRest(() => false)).toBe(true)
  expect(await opened.compileRest(() => false)).toBe(false)
  const settled = await opened.renew()
  expect(settled).not.toBe(state)
  expect(await opened.compileRest(() => false)).toBe(false)
})

test('what is compiled after a look that found nothing new is there for the state that was', async () => {
  const opened = openSite(hostOf(manySite), options)
  const state = await opened.renew()
  expect(await opened.renew()).toBe(state)
  expect(await opened.compileRest(() => false)).toBe(true)
  for (const name of manyNames) {
    expect(textAt(state, `a/${name}/index.html` as OutputPath)).toContain(`Text of <em>${name}</em>`)
  }
})

test('work that stops leaves the others waiting, and another site that is opened finds nothing amiss', async () => {
  const host = hostOf(manySite)
  const opened = openSite(host, options)
  await opened.renew()
  expect(await opened.compileRest(() => true)).toBe(true)
  expect(documentsIn(host)).toEqual([])
  const notices: Array<string> = []
  await build(host, {...plainOptions, onNotice: (text) => notices.push(text)})
  expect(notices).toEqual([])
})

test('a mistake in a body is known when it is compiled, and leaves out its own page alone', async () => {
  const host = hostOf(
    `${manySite}-- content/a/wrong.md --\n---\ntitle: Wrong\n---\n# One {#same}\n\n# Two {#same}\n`
  )
  const opened = openSite(host, options)
  const state = await opened.renew()
  const before = codesOf(state)
  const path = 'a/wrong/index.html' as OutputPath
  await opened.restore(errorOf(() => state.output(path)).document)
  expect(state.output(path)).toBeUndefined()
  expect(codesOf(state).length).toBeGreaterThan(before.length)
  const asked = codesOf(state)
  await opened.compileRest(() => false)
  expect(codesOf(state)).toEqual(asked)
})

test('an article without a title is compiled before its page is known', async () => {
  const host = hostOf(`${manySite}-- content/a/untitled.md --\n# Its heading\n`)
  const state = await openSite(host, options).renew()
  expect(state.pages().map(({title}) => title)).toContain('Its heading')
})

test('a source that is changed while it waits is another one', async () => {
  const host = hostOf(manySite)
  const opened = openSite(host, options)
  await opened.renew()
  host.files.set('content/a/m03.md', '---\ntitle: Changed\n---\nOther text.\n')
  const changed = await opened.renew()
  await opened.compileRest(() => false)
  expect(textAt(changed, 'a/m03/index.html')).toContain('Other text.')
  expect(changed.pages().map(({title}) => title)).toContain('Changed')
})

test('an article that may take for ever is compiled by a thread when it is asked for, and left out when that dies', async () => {
  const long = 'word '.repeat(30_000)
  const harmless = hostOf(
    `${manySite}${['deadly', 'long'].map((name) => `-- content/a/${name}.md --\n---\ntitle: ${name}\n---\n${name} ${long}\n`).join('')}`
  )
  const asked: Array<string> = []
  const answer = openThreadWork(harmless)
  const openThread = (): Thread => ({
    async ask(given) {
      const request = given as ThreadRequest
      if (request.kind !== 'compile') return answer(request)
      asked.push(...request.tasks.map(({source}) => source.path))
      return request.tasks.some(({source}) => source.path.includes('deadly')) ? undefined : answer(request)
    },
    close: async () => undefined
  })
  const opened = openSite({...harmless, openThread}, options)
  const state = await opened.renew()
  const [deadly, slow, plain] = ['deadly', 'long', 'm03'].map((name) => `a/${name}/index.html` as OutputPath)
  for (const path of [slow, plain]) {
    expect(await opened.restore(errorOf(() => state.output(path as OutputPath)).document)).toBe(state)
    expect(textAt(state, path ?? '')).toContain('<p>')
  }
  expect(asked).toEqual(['content/a/long.md'])
  const {document} = errorOf(() => state.output(deadly as OutputPath))
  await opened.restore(document)
  const without = await opened.restore(document)
  expect(codesOf(without)).toContain('build/compile-crashed')
  expect(textAt(without, plain ?? '')).toContain('<p>')
  // It is told of as long as it is there, and tried once.
  harmless.files.set('content/a/m03.md', '---\ntitle: Other\n---\nOther.\n')
  expect(codesOf(await opened.renew())).toContain('build/compile-crashed')
  expect(asked.filter((path) => path.includes('deadly'))).toEqual(['content/a/deadly.md'])
  harmless.files.set('content/a/deadly.md', '---\ntitle: Mended\n---\nText.\n')
  const mended = await opened.renew()
  expect(codesOf(mended)).not.toContain('build/compile-crashed')
  expect(textAt(mended, deadly ?? '')).toContain('Text.')
})

test('a package that is not installed is missed by each page that needs it and is asked for', async () => {
  const host = hostOf('-- content/a/d.md --\n---\ntitle: D\n---\n```mermaid\ngraph LR\n```\n')
  const state = await openSite(host, options).renew()
  expect(codesOf(state)).not.toContain('site/missing-package')
  state.hash('a/d/index.html' as OutputPath)
  expect(codesOf(state)).toContain('site/missing-package')
})

/** The error of a call that misses a document. */
function errorOf(call: () => unknown): MissingDocumentError {
  try {
    call()
  } catch (error) {
    if (error instanceof MissingDocumentError) return error
    throw error
  }
  throw new Error('Expected a document to be missing')
}

async function open(): Promise<{
  readonly host: MemoryHost
  readonly opened: OpenSite
  readonly state: SiteState
}> {
  const host = hostOf(site)
  const opened = openSite(host, options)
  return {host, opened, state: await opened.renew()}
}

function hostOf(text: string): MemoryHost {
  return memoryHost(parseSite(text), {templates: plainTemplates, config: {}})
}

function documentsIn(host: MemoryHost): ReadonlyArray<string> {
  return [...host.files.keys()].filter((path) => path.startsWith('.galley/documents/'))
}

function filesOf(host: MemoryHost, state: SiteState): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...state.routes.keys()].map((path) => {
      const made = state.output(path)
      if (made?.kind === 'copy') return [path, decode(host.files.get(made.source) ?? '')]
      return [path, made?.kind === 'text' ? made.text : '']
    })
  )
}

function hashesOf(state: SiteState): ReadonlyMap<string, string | undefined> {
  return new Map([...state.routes.keys()].map((path) => [path, state.hash(path)]))
}

function differing(
  before: ReadonlyMap<string, string | undefined>,
  now: ReadonlyMap<string, string | undefined>
): ReadonlyArray<string> {
  return [...now.keys()].filter((path) => now.get(path) !== before.get(path)).sort()
}

function textAt(state: SiteState, path: string): string | undefined {
  const made = state.output(path as OutputPath)
  return made?.kind === 'text' ? made.text : undefined
}

function codesOf(state: SiteState): ReadonlyArray<string> {
  return state.diagnostics().map(({code}) => code)
}

function decode(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

test('a site that was prepared is opened again without a look into its documents', async () => {
  const {host, opened, state} = await open()
  const hashes = hashesOf(state)
  const unprepared = await openCounting(host)
  expect(unprepared.documentReads).toBeGreaterThan(0)
  await opened.prepare()
  expect([...host.files.keys()].filter((path) => path === '.galley/traces')).toEqual([])
  const prepared = await openCounting(host)
  expect(prepared.documentReads).toBe(0)
  expect(hashesOf(prepared.state)).toEqual(hashes)
})

test('the configuration of a site that was prepared has been evaluated twice, as it is with the first edit', async () => {
  const {host} = await open()
  let loadCount = 0
  const loadConfig: MemoryHost['loadConfig'] = (environment) => {
    loadCount++
    return host.loadConfig(environment)
  }
  const site = openSite({...host, loadConfig}, options)
  await site.renew()
  expect(loadCount).toBe(1)
  await site.prepare()
  expect(loadCount).toBe(2)
})

/** Open a site anew, and count how often a document is read until it is there. */
async function openCounting(
  host: MemoryHost
): Promise<{readonly state: SiteState; readonly documentReads: number}> {
  let documentReads = 0
  const store = {
    ...host.store,
    readPart(name: string, offset: number, length: number) {
      if (name.startsWith('documents/')) documentReads++
      return host.store.readPart(name, offset, length)
    }
  }
  const state = await openSite({...host, store}, options).renew()
  return {state, documentReads}
}
