import type {Root} from 'mdast'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {type OpenSite, type OpenSiteOptions, openSite} from '#src/build/open-site.ts'
import {openThreadWork, type ThreadRequest} from '#src/build/thread-work.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {Host, Thread} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const options: OpenSiteOptions = {...plainOptions, keepGoing: true, onCompiled: () => undefined}

/** A host that counts the threads that were started and ended; each is ended by the article that says so. */
interface CountingHost extends MemoryHost {
  /** Packs that threads have begun or gone on with. */
  readonly threadPacks: Set<string>
  readonly started: () => number
  readonly ended: () => number
}

function countingHost(held: MemoryHost): CountingHost & Pick<Host, 'openThread'> {
  const threadPacks = new Set<string>()
  let [started, ended] = [0, 0]
  return {
    ...held,
    threadPacks,
    started: () => started,
    ended: () => ended,
    openThread(): Thread {
      let answer: ReturnType<typeof openThreadWork> | undefined
      const end = (): void => {
        if (answer !== undefined) ended++
        answer = undefined
      }
      return {
        async ask(given) {
          const request = given as ThreadRequest
          if (answer === undefined) started++
          answer ??= openThreadWork({...held, store: storeNoting(held, threadPacks)})
          const isDeadly =
            request.kind === 'compile' && request.tasks.some(({source}) => source.text.includes('deadly'))
          if (isDeadly) return end()
          return answer(structuredClone(request))
        },
        close: async () => end()
      }
    }
  }
}

function storeNoting({store}: MemoryHost, packs: Set<string>): Host['store'] {
  return {
    ...store,
    append(name, parts) {
      packs.add(name)
      return store.append(name, parts)
    }
  }
}

function signedSite(): {
  readonly host: ReturnType<typeof countingHost>
  readonly signWith: (mark: string) => void
} {
  let mark = 'first'
  const held = memoryHost(articles({one: 'Text.', two: 'Text.'}), {
    templates: plainTemplates,
    config: () => ({markdown: {remarkPlugins: [[sign, mark]]}})
  })
  return {
    host: countingHost(held),
    signWith(other) {
      mark = other
    }
  }
}

test('a site that is open keeps its thread from one edit to the next, until it is closed', async () => {
  const {host} = signedSite()
  const site = openSite(host, options)
  for (const word of ['alpha', 'beta', 'gamma']) {
    write(host, {one: word})
    expect(await textOf(site, 'one')).toMatch(new RegExp(`${word}.*first`, 's'))
  }
  expect([host.started(), host.ended()]).toEqual([1, 0])
  await site.close()
  expect([host.started(), host.ended()]).toEqual([1, 1])
})

test('a site that was prepared has started the thread that the first edit takes, if plugins need one', async () => {
  const {host} = signedSite()
  const site = openSite(host, options)
  await site.renew()
  await site.close()
  const stored = [...host.files.keys()]
  await site.prepare()
  expect([host.started(), host.ended()]).toEqual([2, 1])
  expect([...host.files.keys()].filter((path) => path.includes('/documents/'))).toEqual(
    stored.filter((path) => path.includes('/documents/'))
  )
  write(host, {one: 'Other.'})
  expect(await textOf(site, 'one')).toContain('Other.')
  expect(host.started()).toBe(2)
  const plain = countingHost(memoryHost(articles({one: 'Text.'}), {templates: plainTemplates}))
  const plainSite = openSite(plain, options)
  await plainSite.renew()
  await plainSite.prepare()
  expect(plain.started()).toBe(0)
})

test('another configuration has another thread, and so has an edit after one that a thread died of', async () => {
  const {host, signWith} = signedSite()
  const site = openSite(host, options)
  await site.renew()
  signWith('second')
  expect(await textOf(site, 'one')).toContain('second')
  expect([host.started(), host.ended()]).toEqual([2, 1])
  write(host, {one: 'deadly'})
  expect(await textOf(site, 'one')).toBeUndefined()
  expect([host.started(), host.ended()]).toEqual([2, 2])
  write(host, {one: 'Mended'})
  expect(await textOf(site, 'one')).toContain('Mended')
  await site.close()
  expect([host.started(), host.ended()]).toEqual([3, 3])
})

test('a thread that has loaded a configuration of a later moment is ended', async () => {
  const marks = ['first', 'later']
  const held = memoryHost(articles({one: 'Text.'}), {
    templates: plainTemplates,
    config: () => ({markdown: {remarkPlugins: [[sign, marks.shift() ?? 'first']]}})
  })
  const host = countingHost(held)
  const site = openSite(host, options)
  expect(await textOf(site, 'one')).toContain('first')
  expect([host.started(), host.ended()]).toEqual([1, 1])
  write(host, {one: 'Other.'})
  expect(await textOf(site, 'one')).toContain('Other.')
  expect([host.started(), host.ended()]).toEqual([2, 1])
})

test('a kept thread and the first one never append to one pack', async () => {
  const held = memoryHost({}, {templates: plainTemplates})
  const host = countingHost(held)
  const firstPacks = new Set<string>()
  const site = openSite({...host, store: storeNoting(held, firstPacks)}, options)
  // Only a long text is compiled by a thread, as it may take for ever.
  for (const word of ['alpha', 'beta']) {
    write(host, {long: `${word} `.repeat(30_000)})
    await site.renew()
    write(host, {short: word})
    await site.renew()
  }
  const all = [...host.threadPacks, ...firstPacks]
  expect([host.threadPacks.size, firstPacks.size, new Set(all).size]).toEqual([1, 1, 2])
  await site.close()
})

test('a build ends the thread when all is compiled', async () => {
  const {host} = signedSite()
  await build(host, plainOptions)
  expect([host.started(), host.ended()]).toEqual([1, 1])
})

function articles(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      `content/a/${name}.md`,
      `---\ntitle: ${name}\n---\n${text}\n`
    ])
  )
}

function write({files}: MemoryHost, texts: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(articles(texts))) files.set(path, text)
}

async function textOf(site: OpenSite, name: string): Promise<string | undefined> {
  const output = (await site.renew()).output(`a/${name}/index.html` as OutputPath)
  return output?.kind === 'text' ? output.text : undefined
}

/** A plugin that puts a mark below each article. */
function sign(mark: string): (tree: Root) => void {
  return ({children}) => void children.push({type: 'paragraph', children: [{type: 'text', value: mark}]})
}
