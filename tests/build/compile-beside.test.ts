import type {PageView} from 'galley'
import {expect, test} from 'vitest'
import {type BuildOptions, build} from '#src/build/build.ts'
import {markdownHash} from '#src/build/read/fingerprint.ts'
import {type CompileReply, openThreadWork, type ThreadRequest} from '#src/build/thread-work.ts'
import {checkConfig, overridesOf} from '#src/config/check-config.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {Host, LoadedTemplate, SourceTask, Thread} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

/** More than threads are worth while this one goes on. */
const count = 120

/** Articles that need each other: neighbors, links to headings before and after, and one without a title. */
function articles(): Record<string, string> {
  const texts = Array.from({length: count}, (_, number): [string, string] => {
    const other = (number * 37 + 11) % count
    const title =
      number === 7 ? '# Called by its heading' : `---\ntitle: P${number}\ntags: [t${number % 5}]\n---`
    return [
      `content/a/p${number}.md`,
      `${title}\n\n## Part ${number}\n\nTo [it](p${other}.md#part-${other}).\n`
    ]
  })
  return Object.fromEntries(texts)
}

/** Articles changed at once: more than a handful. */
const editCount = 12

const unrelated = {related: false}

/**
 * @param sources
 *   From how many on all threads compile.
 */
function site(
  files = articles(),
  config: object = unrelated,
  templates = plainTemplates,
  sources = 10_000
): MemoryHost {
  const host = memoryHost(files, {templates, config})
  return {...host, threadsPayFrom: {...host.threadsPayFrom, sources}}
}

type Ask = Thread['ask']

/** A host with threads, each of them spoiled, and how many sources they compiled. */
function withThreads(
  host: MemoryHost,
  spoil: (ask: Ask) => Ask = (ask) => ask
): {readonly host: Host; readonly compiled: () => number} {
  let compiled = 0
  const openThread = (): Thread => {
    const work = openThreadWork(host)
    const ask = spoil(async (given) => {
      const request = structuredClone(given) as ThreadRequest
      // What goes to a thread and comes back is copied, but for memory that both share.
      const answer = await work(request.kind === 'compile' ? (given as ThreadRequest) : request)
      if (request.kind === 'compile') compiled += (answer as CompileReply).length
      return structuredClone(answer)
    })
    return {ask, close: async () => undefined}
  }
  const threadsPayFrom = {...host.threadsPayFrom, beside: {first: 100, later: 3}}
  return {host: {...host, openThread, threadsPayFrom}, compiled: () => compiled}
}

/** Build with threads and without, and again after some edits: each time the same. */
async function checkSame(
  spoil?: Parameters<typeof withThreads>[1],
  given: Partial<BuildOptions> = {},
  sites: readonly [MemoryHost, MemoryHost] = [site(), site()]
): Promise<{readonly compiled: number; readonly notices: ReadonlyArray<string>}> {
  const [plain, threaded] = sites
  const notices: Array<string> = []
  const {host, compiled} = withThreads(threaded, spoil)
  const options = {...plainOptions, ...given, onNotice: (text: string) => void notices.push(text)}
  for (const edits of [0, editCount]) {
    for (const {files} of sites) {
      for (let number = 0; number < edits; number++)
        files.set(`content/a/p${20 + number}.md`, `---\ntitle: Other ${number}\n---\n\n## Another part\n`)
    }
    const result = await build(host, {...options, jobs: 3})
    const expected = await build(plain, options)
    expect(problemsOf(result)).toEqual(problemsOf(expected))
    expect(result.rendered).toEqual(expected.rendered)
    expect(result.documentCount).toBe(expected.documentCount)
    expect(threaded.outputs).toEqual(plain.outputs)
  }
  expect((await build(host, {...options, jobs: 3})).rendered).toEqual([])
  return {compiled: compiled(), notices}
}

test('pages that are rendered while threads compile are those that one thread makes', async () => {
  const {compiled, notices} = await checkSame()
  // The one without a title is compiled before: its first heading is its name.
  expect(compiled).toBe(count - 1 + editCount)
  expect(notices).toEqual([])
})

/** Templates of which the one of articles does something first. */
function withArticle(act: (view: PageView) => void): ReadonlyArray<LoadedTemplate> {
  return plainTemplates.map((template): LoadedTemplate => {
    if (template.name !== 'article') return template
    const render: LoadedTemplate['render'] = (view) => {
      act(view as PageView)
      return template.render(view)
    }
    return {...template, render}
  })
}

/** What holds back all answers of compiling but the first, until it is called. */
function holdAnswers(): {readonly release: () => void; readonly spoil: (ask: Ask) => Ask} {
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let answers = 0
  const spoil =
    (ask: Ask): Ask =>
    async (request) => {
      const answer = await ask(request)
      if ((request as ThreadRequest).kind === 'compile' && answers++ > 0) await released
      return answer
    }
  return {release, spoil}
}

test('a page is rendered before the last source is compiled', async () => {
  const {release, spoil} = holdAnswers()
  const {host} = withThreads(site(articles(), unrelated, withArticle(release)), spoil)
  // Without such a page it would never end.
  const {isWritten} = await build(host, {...plainOptions, jobs: 2})
  expect(isWritten).toBe(true)
})

test('a page waits for the documents that it asks for, and is rendered once', async () => {
  const {release, spoil} = holdAnswers()
  const begun: Array<string> = []
  const rendered: Array<string> = []
  const templates = withArticle(({page, view}) => {
    begun.push(page.source)
    // Let the others come after this turn.
    setTimeout(release)
    view.outline({source: `content/a/p${count - 1}.md` as PageView['page']['source']})
    rendered.push(page.source)
  })
  const made = site(articles(), unrelated, templates)
  const read: Array<string> = []
  const counting: MemoryHost = {
    ...made,
    read: (path) => {
      read.push(path)
      return made.read(path)
    }
  }
  await build(withThreads(counting, spoil).host, {...plainOptions, jobs: 2})
  expect(begun.length).toBeGreaterThan(rendered.length)
  expect([...rendered].sort()).toEqual(Object.keys(articles()).sort())
  // Nothing had to begin anew.
  expect(read.filter((path) => path.startsWith('content/'))).toHaveLength(count)
})

test('what is wrong in bodies is told of, and keeps the output as it was', async () => {
  const files = {...articles(), 'content/a/p9.md': '---\ntitle: Broken\n---\n\n::include{file="/none.md"}\n'}
  await checkSame(undefined, {}, [site(files), site(files)])
})

test('a build that keeps going has to know which articles are whole, and leaves the others out', async () => {
  const files = {...articles(), 'content/a/p9.md': '---\ntitle: Broken\n---\n\n::include{file="/none.md"}\n'}
  const {compiled} = await checkSame(undefined, {keepGoing: true}, [site(files), site(files)])
  expect(compiled).toBe(0)
})

test('articles that are related wait for all others', async () => {
  const {compiled} = await checkSame(undefined, {}, [site(articles(), {}), site(articles(), {})])
  expect(compiled).toBe(count - 1 + editCount)
})

test('where many articles have to be compiled before the others, threads help with these', async () => {
  const files = Object.fromEntries(
    Object.entries(articles()).map(([path, text], number) => [
      path,
      number % 2 === 0 ? text : text.replace(/^---[\s\S]*?---/, '# A heading')
    ])
  )
  const untitled = Object.values(files).filter((text) => text.startsWith('#')).length
  const early = new Set<string>()
  const siteOf = (): MemoryHost => site(files, unrelated, plainTemplates, 100)
  const spoil = (ask: Ask) => async (given: unknown) => {
    const request = given as ThreadRequest
    if (request.kind === 'compile')
      for (const {source} of request.tasks) if (source.text.startsWith('#')) early.add(source.path)
    return ask(given)
  }
  await checkSame(spoil, {}, [siteOf(), siteOf()])
  // The rest is compiled by the thread that asks.
  expect(early.size).toBeGreaterThan(0)
  expect(early.size).toBeLessThan(untitled)
})

test.each<[string, (ask: Ask, request: ThreadRequest) => Promise<unknown>]>([
  ['that die', async () => undefined],
  ['that throw', async () => Promise.reject(new Error('a fault in the thread'))],
  ['that have another configuration', async () => 'other-config'],
  [
    'of which some answers are missing',
    async (ask, request) => ('tasks' in request && request.tasks.length % 16 === 0 ? ask(request) : undefined)
  ]
])('threads %s leave what they had to this one', async (_, answer) => {
  const {notices} = await checkSame((ask) => async (given) => {
    const request = given as ThreadRequest
    return request.kind === 'compile' ? answer(ask, request) : ask(request)
  })
  expect(notices).toEqual([])
})

test('the host is told that cores are shared when threads compile', async () => {
  const told: Array<string> = []
  const {host} = withThreads({...site(), tuneEngine: () => void told.push('tuned')})
  await build(host, {...plainOptions, jobs: 2})
  expect(told).toEqual(['tuned'])
})

test('few sources need no thread', async () => {
  const few = Object.fromEntries(Object.entries(articles()).slice(0, 50))
  const told: Array<string> = []
  const {host, compiled} = withThreads({...site(few), tuneEngine: () => void told.push('tuned')})
  await build(host, {...plainOptions, jobs: 2})
  expect(compiled()).toBe(0)
  expect(told).toEqual([])
})

test('a thread compiles nothing by other options than those that it is asked for', async () => {
  const host = site()
  const {value: loaded} = await host.loadConfig('production')
  const path = 'content/a/p1.md' as SourcePath
  const tasks: ReadonlyArray<SourceTask> = [{source: {path, text: '# A'}, document: 'document-1'}]
  const answers = [plainOptions, {...plainOptions, untrusted: true}].map(async (options) => {
    const {markdown, hash} = (await checkConfig(loaded, options)).value
    const wanted = markdownHash({...markdown, keepsProse: false}, hash)
    return openThreadWork(host)({
      kind: 'compile',
      overrides: overridesOf(plainOptions),
      markdownHash: wanted,
      keepsProse: false,
      tasks,
      begun: new Int32Array(1)
    })
  })
  expect(await Promise.all(answers)).toEqual([
    [expect.objectContaining({location: expect.anything()})],
    'other-config'
  ])
})

test('a thread is done with what it was asked first before it begins with the next', async () => {
  const host = site()
  const {value: loaded} = await host.loadConfig('production')
  const {markdown, hash} = (await checkConfig(loaded, plainOptions)).value
  const shared = {
    overrides: overridesOf(plainOptions),
    markdownHash: markdownHash({...markdown, keepsProse: false}, hash)
  }
  const work = openThreadWork(host)
  const ask = (from: number): {readonly begun: Int32Array; readonly answer: Promise<unknown>} => {
    const begun = new Int32Array(1)
    const tasks = [0, 1, 2, 3].map((number): SourceTask => {
      const path = `content/a/p${from + number}.md` as SourcePath
      return {source: {path, text: articles()[path] ?? ''}, document: `document-${from + number}`}
    })
    const request = {kind: 'compile', ...shared, keepsProse: false} as const
    return {begun, answer: work({...request, tasks, begun})}
  }
  const [first, second] = [ask(20), ask(30)]
  await first.answer
  expect(first.begun[0]).toBe(4)
  expect(second.begun[0]).toBeLessThan(2)
  await second.answer
  expect(second.begun[0]).toBe(4)
})
