import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {compileTasks} from '#src/build/compile-source.ts'
import {packWriter} from '#src/build/document-pack.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import {createCompiler} from '#src/markdown/create-compiler.ts'
import type {CompileWorkers, Host} from '#src/model/host.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

function site(count: number): MemoryHost {
  const files = Array.from(
    {length: count},
    (_, number) => [`content/a/p${number}.md`, `# P${number}`] as const
  )
  return memoryHost(Object.fromEntries(files), {templates: plainTemplates})
}

/** A host whose threads die of a source that says so, and what was handed to them. */
function withThreads(host: MemoryHost): {readonly host: Host; readonly batches: Array<number>} {
  const compile = createCompiler({parser: 'native', html: 'keep', remarkPlugins: [], rehypePlugins: []})
  const append = packWriter(host.store, undefined)
  const batches: Array<number> = []
  const workers: CompileWorkers = {
    async compile(tasks) {
      batches.push(tasks.length)
      if (tasks.some(({source}) => source.text.includes('deadly'))) return undefined
      return compileTasks(tasks, compile, append)
    },
    close: async () => undefined
  }
  return {host: {...host, startWorkers: () => workers}, batches}
}

test('many sources are compiled by threads, with the same result', async () => {
  const [plain, threaded] = [site(200), site(200)]
  const {host, batches} = withThreads(threaded)
  const result = await build(host, {...plainOptions, jobs: 4})
  const expected = await build(plain, plainOptions)
  expect(batches.reduce((sum, count) => sum + count)).toBe(200)
  expect(threaded.outputs).toEqual(plain.outputs)
  expect(problemsOf(result)).toEqual(problemsOf(expected))
})

test.each([
  ['few sources', 100, 4],
  ['one job', 200, 1]
])('%s need no thread', async (_, count, jobs) => {
  const {host, batches} = withThreads(site(count))
  await build(host, {...plainOptions, jobs})
  expect(batches).toEqual([])
})

test('an article that ends its thread is named, and the others of its batch are compiled', async () => {
  const held = site(200)
  held.files.set('content/a/p7.md', 'deadly')
  const {host} = withThreads(held)
  const result = await build(host, {...plainOptions, jobs: 2, keepGoing: true})
  expect(problemsOf(result).filter((line) => line.includes(' error '))).toEqual([
    'content/a/p7.md error build/compile-crashed: Expected to compile the article, but the thread that did so died of it'
  ])
  expect(held.outputs.size).toBeGreaterThan(200)
  held.files.set('content/a/p7.md', '# Mended')
  expect((await build(host, {...plainOptions, jobs: 2})).isWritten).toBe(true)
})

test('one new article among many is compiled without threads', async () => {
  const held = site(200)
  const {host, batches} = withThreads(held)
  await build(host, {...plainOptions, jobs: 2})
  const before = batches.length
  held.files.set('content/a/new.md', '# New')
  await build(host, {...plainOptions, jobs: 2})
  expect(batches).toHaveLength(before)
})
