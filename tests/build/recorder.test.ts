import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {openRecordedWork} from '#src/build/recorded-work.ts'
import type {ThreadRequest} from '#src/build/thread-work.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {Thread} from '#src/model/host.ts'
import type {Span, SpanCategory} from '#src/model/recorder.ts'
import {plainOptions} from './check-build.ts'
import {counter, countingRecording, crossingSpans} from './counting-recording.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

const remarkFirst = () => () => undefined
const rehypeLast = () => async () => undefined

function site(): MemoryHost {
  const files = parseSite(`
-- content/a/one.md --
---
title: One
tags: [x]
---
[Two](two.md)
-- content/a/two.md --
---
title: Two
aliases: [/old/]
---
Text
-- public/logo.svg --
<svg/>
`)
  const markdown = {remarkPlugins: [remarkFirst], rehypePlugins: [rehypeLast]}
  return memoryHost(files, {templates: plainTemplates, config: {markdown}})
}

test('each stage, compiled article, plugin and rendered page is recorded once', async () => {
  const recorder = countingRecording()
  const {rendered} = await build(site(), {...plainOptions, recorder})
  expect(recorder.names('stage')).toEqual([
    'recall',
    'read',
    'configuration and templates',
    'compile',
    'bundle',
    'compare',
    'load templates',
    'routes',
    'render',
    'look for unused',
    'remember answers',
    'write',
    'remember files'
  ])
  expect(recorder.names('article')).toEqual(['content/a/one.md', 'content/a/two.md'])
  expect(recorder.names('plugin')).toEqual(['remarkFirst', 'rehypeLast', 'remarkFirst', 'rehypeLast'])
  expect(rendered).toContain('/old/')
  expect([...recorder.names('page')].sort()).toEqual([...rendered].sort())
  expect(crossingSpans(recorder.spans, 0)).toEqual([])
})

test('a page tells what it was rendered with, and compiling what became of the sources', async () => {
  const recorder = countingRecording()
  await build(site(), {...plainOptions, recorder})
  const argsOf = (name: string) => recorder.spans.find((span) => span.name === name)?.args
  expect(argsOf('/a/one/')).toEqual({kind: 'page', template: 'article'})
  expect(argsOf('/old/')).toEqual({kind: 'redirect'})
  expect(argsOf('compile')).toEqual({known: 0, read: 2, found: 0, compiled: 2})
  expect(recorder.spans.find(({category}) => category === 'plugin')?.args).toEqual({
    article: 'content/a/one.md'
  })
})

test('a build that has nothing to do records no article and no page', async () => {
  const host = site()
  await build(host, plainOptions)
  const recorder = countingRecording()
  await build(host, {...plainOptions, recorder})
  expect(recorder.names('article')).toEqual([])
  expect(recorder.names('page')).toEqual([])
  expect(recorder.names('stage')).toEqual([
    'recall',
    'read',
    'configuration and templates',
    'compile',
    'bundle',
    'compare',
    'write',
    'remember files'
  ])
  expect(recorder.spans.find(({name}) => name === 'compile')?.args).toEqual({
    known: 2,
    read: 0,
    found: 0,
    compiled: 0
  })
})

test('recording changes nothing that is built or remembered', async () => {
  const [plain, recorded] = [site(), site()]
  const edit = '---\ntitle: Other\n---\nText\n'
  for (const text of [undefined, edit]) {
    if (text !== undefined) for (const {files} of [plain, recorded]) files.set('content/a/two.md', text)
    const expected = await build(plain, plainOptions)
    const result = await build(recorded, {...plainOptions, recorder: countingRecording()})
    expect(result).toEqual(expected)
    expect(recorded.outputs).toEqual(plain.outputs)
    expect(recorded.files).toEqual(plain.files)
  }
})

test('threads send what they recorded, by the same clock', async () => {
  const files = Array.from(
    {length: 1100},
    (_, number) => [`content/a/p${number}.md`, `# P${number}`] as const
  )
  const config = {markdown: {remarkPlugins: [remarkFirst], rehypePlugins: [rehypeLast]}}
  const held = memoryHost(Object.fromEntries(files), {templates: plainTemplates, config})
  const clock = counter()
  const recorder = countingRecording('main', clock)
  const openThread = (): Thread => {
    const answer = openRecordedWork(held, (thread) => countingRecording(thread, clock))
    return {
      ask: async (request) => structuredClone(await answer(request as ThreadRequest)),
      close: async () => undefined
    }
  }
  const {rendered} = await build({...held, openThread}, {...plainOptions, jobs: 3, recorder})
  expect([...recorder.names('page')].sort()).toEqual([...rendered].sort())
  expect([...recorder.names('article')].sort()).toEqual(files.map(([path]) => path).sort())
  expect(recorder.names('plugin')).toHaveLength(2 * files.length)
  // Plugins may never end, so that they run where they can be ended.
  for (const category of ['article', 'plugin'] as const)
    expect(threadsOf(recorder.spans, category)).toEqual(['spare thread', 'thread 1', 'thread 2'])
  expect(threadsOf(recorder.spans, 'page')).toEqual(['main', 'thread 1', 'thread 2'])
  expect(crossingSpans(recorder.spans, 0)).toEqual([])
})

function threadsOf(spans: ReadonlyArray<Span>, category: SpanCategory): ReadonlyArray<string> {
  return [...new Set(spans.filter((span) => span.category === category).map(({thread}) => thread))].sort()
}
