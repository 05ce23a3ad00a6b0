import type {Root} from 'mdast'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {openThreadWork, type ThreadRequest} from '#src/build/thread-work.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {Host, Thread} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

/** As many as threads are started for. */
const manySources = 600

function site(count: number): MemoryHost {
  const files = Array.from(
    {length: count},
    (_, number) => [`content/a/p${number}.md`, `# P${number}`] as const
  )
  return memoryHost(Object.fromEntries(files), {templates: plainTemplates})
}

/** A host whose threads die of a source that says so, and what they were asked to compile. */
function withThreads(host: MemoryHost): {readonly host: Host; readonly batches: Array<number>} {
  const batches: Array<number> = []
  const openThread = (): Thread => {
    const answer = openThreadWork(host)
    return {
      async ask(given) {
        const request = given as ThreadRequest
        if (request.kind !== 'compile') return answer(request)
        batches.push(request.tasks.length)
        const isDeadly = request.tasks.some(({source}) => source.text.includes('deadly'))
        // On the way to a thread a request is copied.
        return isDeadly ? undefined : answer(structuredClone(request))
      },
      close: async () => undefined
    }
  }
  return {host: {...host, openThread}, batches}
}

test('many sources are compiled by threads, with the same result', async () => {
  const [plain, threaded] = [site(manySources), site(manySources)]
  const {host, batches} = withThreads(threaded)
  const result = await build(host, {...plainOptions, jobs: 4})
  const expected = await build(plain, plainOptions)
  // The rest is this thread's own.
  const compiled = batches.reduce((sum, count) => sum + count)
  expect(compiled).toBeGreaterThan(0)
  expect(compiled).toBeLessThan(manySources)
  expect(threaded.outputs).toEqual(plain.outputs)
  expect(problemsOf(result)).toEqual(problemsOf(expected))
})

test('threads are handed what articles include', async () => {
  const [plain, threaded] = [site(manySources), site(manySources)]
  for (const {files} of [plain, threaded]) {
    files.set('shared/part.md', '```js file="code.js"\n```\n\n::include{file="/none.md"}\n')
    files.set('shared/code.js', 'shared()\n')
    for (let number = 0; number < manySources; number += 2) {
      files.set(`content/a/p${number}.md`, `# P${number}\n\n::include{file="/shared/part.md"}\n`)
    }
  }
  const {host, batches} = withThreads(threaded)
  const keepGoing = {...plainOptions, keepGoing: true}
  const result = await build(host, {...keepGoing, jobs: 4})
  const expected = await build(plain, keepGoing)
  expect(batches.length).toBeGreaterThan(0)
  expect(threaded.outputs).toEqual(plain.outputs)
  // What is wrong in an included file is told once, however many include it.
  expect(problemsOf(result)).toHaveLength(1)
  expect(problemsOf(result)).toEqual(problemsOf(expected))
})

test.each([
  ['few sources', 100, 4],
  ['one job', manySources, 1]
])('%s need no thread', async (_, count, jobs) => {
  const {host, batches} = withThreads(site(count))
  await build(host, {...plainOptions, jobs})
  expect(batches).toEqual([])
})

test('articles that end their threads are named, and all others are compiled', async () => {
  const held = site(manySources)
  const deadly = Array.from({length: 40}, (_, number) => `content/a/p${number * 13}.md`)
  for (const path of deadly) held.files.set(path, 'deadly')
  const {host} = withThreads(held)
  const result = await build(host, {...plainOptions, jobs: 4, keepGoing: true})
  const errors = problemsOf(result).filter((line) => line.includes(' error '))
  expect(errors.length).toBeGreaterThan(0)
  // What this thread compiled did not end it: only those that were tried in another are named.
  expect(errors.filter((line) => !deadly.some((path) => line.startsWith(`${path} `)))).toEqual([])
  expect(errors.filter((line) => !line.includes('build/compile-crashed'))).toEqual([])
  expect(result.documentCount).toBe(manySources - errors.length)
  for (const path of deadly) held.files.set(path, '# Mended')
  expect((await build(host, {...plainOptions, jobs: 2})).isWritten).toBe(true)
})

test('a long text is compiled in a thread, however few there are', async () => {
  const held = site(3)
  held.files.set('content/a/long.md', `# Long\n\n${'Many words. '.repeat(10_000)}`)
  const {host, batches} = withThreads(held)
  const result = await build(host, plainOptions)
  expect(batches).toEqual([1])
  expect(result).toMatchObject({documentCount: 4, isWritten: true})
})

test('an article that takes too long is named, its thread is ended, and all others are compiled', async () => {
  const held = memoryHost(Object.fromEntries(site(20).files), {
    templates: plainTemplates,
    config: {markdown: {secondsMax: 1, remarkPlugins: [function endless() {}]}}
  })
  held.files.set('content/a/endless.md', '# Endless')
  let threadsEnded = 0
  const openThread = (): Thread => {
    const answer = openThreadWork(held)
    let end: (answer: undefined) => void = () => undefined
    return {
      async ask(given) {
        const request = given as ThreadRequest
        if (request.kind !== 'compile') return answer(request)
        const isEndless = request.tasks.some(({source}) => source.text.includes('Endless'))
        if (!isEndless) return answer(request)
        Atomics.add(request.begun, 0, 1)
        return new Promise((resolve) => {
          end = resolve
        })
      },
      async close() {
        threadsEnded++
        end(undefined)
      }
    }
  }
  const result = await build({...held, openThread}, {...plainOptions, keepGoing: true})
  expect(problemsOf(result)).toEqual([
    'content/a/endless.md error build/compile-too-slow: Expected to compile the article in 1 s, but it was still under way and was given up'
  ])
  expect(result.documentCount).toBe(20)
  // Once with the others of its batch, once alone, and once when all is done.
  expect(threadsEnded).toBeGreaterThanOrEqual(3)
})

test('one new article among many is compiled without threads', async () => {
  const held = site(manySources)
  const {host, batches} = withThreads(held)
  await build(host, {...plainOptions, jobs: 2})
  const before = batches.length
  held.files.set('content/a/new.md', '# New')
  await build(host, {...plainOptions, jobs: 2})
  expect(batches).toHaveLength(before)
})

test('a thread that finds another configuration than the build has compiles nothing by it', async () => {
  const signed = (mark: string): object => ({markdown: {remarkPlugins: [[sign, mark]]}})
  const {files} = site(20)
  const given = Object.fromEntries(files)
  const plain = memoryHost(given, {templates: plainTemplates, config: signed('first')})
  await build(plain, plainOptions)
  const edited = ['first']
  const held = memoryHost(given, {
    templates: plainTemplates,
    config: () => signed(edited.shift() ?? 'second')
  })
  const {host, batches} = withThreads(held)
  await build(host, plainOptions)
  expect(batches.length).toBeGreaterThan(0)
  expect(edited).toEqual([])
  expect(textOf(plain.outputs.get('a/p1/index.html' as OutputPath))).toContain('first')
  expect(held.outputs).toEqual(plain.outputs)
})

function textOf(content: string | Uint8Array | undefined): string {
  return Buffer.from(content ?? '').toString()
}

/** A plugin that puts a mark below each article. */
function sign(mark: string): (tree: Root) => void {
  return ({children}) => void children.push({type: 'paragraph', children: [{type: 'text', value: mark}]})
}
