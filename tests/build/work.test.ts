import {beforeEach, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {Host} from '#src/model/host.ts'
import {plainOptions} from './check-build.ts'
import {countingRecording} from './counting-recording.ts'
import {plainTemplates} from './plain-templates.ts'

/** What builds of a site cost, counted rather than timed, so that no machine makes a difference. */

const articleCount = 60

let site: MemoryHost

beforeEach(() => {
  const files = Array.from(
    {length: articleCount},
    (_, number) => [`content/a/p${number}.md`, articleOf(number, 'Text')] as const
  )
  site = memoryHost(Object.fromEntries(files), {templates: plainTemplates})
})

function articleOf(number: number, body: string): string {
  return `---\ntitle: P${number}\ntags: [t${number % 5}]\n---\n${body}\n`
}

/** What one build did to the world, and what it worked out. */
interface Work {
  readonly filesRead: number
  /** Files that articles include, looked for. */
  readonly filesLocated: number
  readonly articlesCompiled: number
  readonly pagesRendered: number
  readonly outputsStaged: number
  /** Writes of whole files and appends. */
  readonly storeWrites: number
  /** Reads of documents, heads and whole ones. */
  readonly documentsRead: number
}

async function workOf(files: Readonly<Record<string, string>> = {}): Promise<Work> {
  for (const [path, text] of Object.entries(files)) site.files.set(path, text)
  const counts = {read: 0, locate: 0, stage: 0, store: 0, readPart: 0}
  const counted = <Parameters extends ReadonlyArray<unknown>, Result>(
    name: keyof typeof counts,
    act: (...parameters: Parameters) => Result
  ): ((...parameters: Parameters) => Result) => {
    return (...parameters) => {
      counts[name]++
      return act(...parameters)
    }
  }
  const host: Host = {
    ...site,
    read: counted('read', site.read),
    locate: counted('locate', site.locate),
    output: {...site.output, stage: counted('stage', site.output.stage)},
    store: {
      ...site.store,
      write: counted('store', site.store.write),
      append: counted('store', site.store.append),
      readPart: counted('readPart', site.store.readPart)
    }
  }
  const recorder = countingRecording()
  await build(host, {...plainOptions, recorder})
  return {
    filesRead: counts.read,
    filesLocated: counts.locate,
    articlesCompiled: recorder.names('article').length,
    pagesRendered: recorder.names('page').length,
    outputsStaged: counts.stage,
    storeWrites: counts.store,
    documentsRead: counts.readPart
  }
}

test('a first build does everything once, in a few files of the store', async () => {
  const {pagesRendered, storeWrites, documentsRead, ...work} = await workOf()
  expect(work).toEqual({
    filesRead: articleCount,
    filesLocated: 0,
    articlesCompiled: articleCount,
    outputsStaged: pagesRendered
  })
  // Appended in batches of eight; beside them locations, files, traces with keys and answers, answer, history and the manifest, which
  // is written twice.
  expect(storeWrites).toBeLessThanOrEqual(Math.ceil(articleCount / 8) + 9)
  // The head to find out what pages there are, head and texts to render the page.
  expect(documentsRead).toBeLessThanOrEqual(3 * articleCount)
})

test('a build without a change opens, compiles, renders and writes nothing', async () => {
  await workOf()
  // The first build without a change empties the history.
  await workOf()
  expect(await workOf()).toEqual({
    filesRead: 0,
    filesLocated: 0,
    articlesCompiled: 0,
    pagesRendered: 0,
    outputsStaged: 0,
    storeWrites: 0,
    documentsRead: 0
  })
})

test('an edited body costs that article, whatever the size of the site', async () => {
  await workOf()
  const {storeWrites, documentsRead, ...work} = await workOf({
    'content/a/p7.md': articleOf(7, 'Another text')
  })
  expect(work).toEqual({
    filesRead: 1,
    filesLocated: 0,
    articlesCompiled: 1,
    pagesRendered: 1,
    outputsStaged: 1
  })
  expect(storeWrites).toBeLessThanOrEqual(8)
  expect(documentsRead).toBeLessThanOrEqual(3)
})

test('a file that articles include is read once, and found by its stamp from then on', async () => {
  const include = '```js file="/shared/code.js"\n```'
  for (const number of [3, 5]) site.files.set(`content/a/p${number}.md`, articleOf(number, include))
  const first = await workOf({'shared/code.js': 'one()'})
  expect(first).toMatchObject({filesRead: articleCount + 1, filesLocated: 1})
  await workOf()
  const unchanged = {filesRead: 0, filesLocated: 1, articlesCompiled: 0, storeWrites: 0, documentsRead: 0}
  expect(await workOf()).toMatchObject(unchanged)
  // Located to find the change, then to read it.
  const edited = await workOf({'shared/code.js': 'two()'})
  expect(edited).toMatchObject({filesRead: 3, filesLocated: 2, articlesCompiled: 2, pagesRendered: 2})
})
