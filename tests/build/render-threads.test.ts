import type {PageView} from 'galley'
import {h} from 'preact'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {openRenderer, type RenderReply, type RenderRequest} from '#src/build/render/render-thread.ts'
import {openThreadWork, type ThreadRequest} from '#src/build/thread-work.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {Host, LoadedTemplate, Thread} from '#src/model/host.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

/** More pages than threads are worth. */
const pageCount = 1200

function site(count = pageCount): MemoryHost {
  const files = Array.from(
    {length: count},
    (_, number) =>
      [
        `content/a/p${number}.md`,
        `---\ntitle: P${number}\ntags: [t${number % 7}]\n---\n[to](p${number + 1}.md)\n`
      ] as const
  )
  return memoryHost(Object.fromEntries(files), {templates: plainTemplates})
}

type Answer = (request: RenderRequest) => Promise<RenderReply | undefined>

/** A host with threads that see what a thread would see, and what they were asked. */
function withThreads(
  host: MemoryHost,
  spoil: (answer: Answer) => Answer = (answer) => answer
): {readonly host: Host; readonly asked: ReadonlyArray<RenderRequest>} {
  const asked: Array<RenderRequest> = []
  const openThread = (): Thread => {
    const work = openThreadWork(host)
    const answer = spoil(openRenderer(host))
    return {
      async ask(given) {
        const request = given as ThreadRequest
        if (request.kind !== 'open' && request.kind !== 'adopt' && request.kind !== 'render')
          return work(request)
        asked.push(request)
        return structuredClone(await answer(structuredClone(request)))
      },
      close: async () => undefined
    }
  }
  return {host: {...host, openThread}, asked}
}

/** Build with threads and without, change an article, and do it again: each time the same. */
async function checkThreads(spoil?: (answer: Answer) => Answer): Promise<ReadonlyArray<RenderRequest>> {
  const [plain, threaded] = [site(), site()]
  const {host, asked} = withThreads(threaded, spoil)
  const options = {...plainOptions, jobs: 3}
  for (const text of [undefined, '---\ntitle: Other\n---\nA body.\n']) {
    if (text !== undefined) for (const {files} of [plain, threaded]) files.set('content/a/p5.md', text)
    const [result, expected] = [await build(host, options), await build(plain, plainOptions)]
    expect(problemsOf(result)).toEqual(problemsOf(expected))
    expect(result.rendered).toEqual(expected.rendered)
    expect(threaded.outputs).toEqual(plain.outputs)
  }
  expect((await build(host, options)).rendered).toEqual([])
  return asked
}

test('when a template has changed, each page is rendered once, whoever does it', async () => {
  const threaded = site()
  const options = {...plainOptions, jobs: 3}
  await build(withThreads(threaded).host, options)
  const counts = new Map<string, number>()
  const changed = plainTemplates.map((template): LoadedTemplate => {
    const render: LoadedTemplate['render'] = (view) => {
      const {path} = view as PageView
      counts.set(path, (counts.get(path) ?? 0) + 1)
      return template.render(view)
    }
    return template.name === 'article' ? {...template, hash: 'another', render} : template
  })
  const templates = {value: changed, diagnostics: []}
  const {host, asked} = withThreads({
    ...threaded,
    findTemplates: async () => ({known: templates, load: async () => templates})
  })
  const {rendered} = await build(host, options)
  expect(asked.some(({kind}) => kind === 'render')).toBe(true)
  expect(rendered).toHaveLength(pageCount)
  expect(counts.size).toBe(pageCount)
  expect([...counts].filter(([, count]) => count !== 1)).toEqual([])
})

test('a check has pages rendered in threads, and no text staged for them', async () => {
  const [plain, threaded] = [site(), site()]
  let stagedCount = 0
  const stage = () => void stagedCount++
  const {host, asked} = withThreads({...threaded, output: {...threaded.output, stage}})
  const found = await build(host, {...plainOptions, jobs: 3, checksOnly: true})
  const expected = await build(plain, plainOptions)
  expect(problemsOf(found)).toEqual(problemsOf(expected))
  expect(found.rendered).toEqual(expected.rendered)
  expect(asked.some(({kind}) => kind === 'render')).toBe(true)
  expect(stagedCount).toBe(0)
})

test('pages rendered in threads are those that one thread renders', async () => {
  const asked = await checkThreads()
  const routes = asked.flatMap((request) => ('tasks' in request ? request.tasks : []))
  expect(routes.length).toBeGreaterThan(0)
  expect(new Set(routes.map(({route}) => route)).size).toBe(routes.length)
  // One for each thread, once: to render what an edit has changed none is needed.
  expect(asked.filter(({kind}) => kind === 'open')).toHaveLength(2)
})

test('while articles are related, threads render what shows no text, and are told of what was found', async () => {
  const {host, asked} = withThreads(site())
  await build(host, {...plainOptions, jobs: 3})
  const early = asked.flatMap((request) => (request.kind === 'open' ? request.tasks : []))
  expect(early.map(({route}) => route)).toEqual(expect.arrayContaining(['/tags/t3/', '/404.html']))
  expect(early.filter(({route}) => /^\/a\/p\d/.test(route))).toEqual([])
  expect(asked.filter(({kind}) => kind === 'adopt')).toHaveLength(2)
})

test.each<readonly [string, (request: RenderRequest) => boolean]>([
  ['when it is opened', ({kind}) => kind === 'open'],
  ['when it is told what was found', ({kind}) => kind === 'adopt'],
  ['while it renders', ({kind}) => kind === 'render'],
  ['before it tells of its last pages', (request) => request.kind === 'render' && request.tasks.length === 0]
])('a thread that dies %s costs time only', async (_, isLast) => {
  await checkThreads((answer) => {
    let isGone = false
    return async (request) => {
      isGone ||= isLast(request)
      return isGone ? undefined : answer(request)
    }
  })
})

test('what a thread told of before it died stands', async () => {
  const told: Array<number> = []
  await checkThreads((answer) => {
    let isGone = false
    return async (request) => {
      const reply = isGone ? undefined : await answer(request)
      if (reply?.kind !== 'rendered' || reply.told === undefined) return reply
      isGone = true
      told.push(reply.told.rendered.size)
      return reply
    }
  })
  expect(told.length).toBeGreaterThan(0)
  expect(told.every((count) => count > 0)).toBe(true)
})

test('a thread tells of each page once', async () => {
  const told: Array<string> = []
  await checkThreads((answer) => async (request) => {
    const reply = await answer(request)
    if (reply?.kind === 'rendered') told.push(...(reply.told?.rendered.keys() ?? []))
    return reply
  })
  expect(told.length).toBeGreaterThan(0)
  expect(new Set(told).size).toBe(told.length)
})

test('a thread that finds another template is not asked to render', async () => {
  const held = site()
  const other = memoryHost(Object.fromEntries(held.files), {
    templates: plainTemplates.map((template) => ({...template, hash: 'saved meanwhile'}))
  })
  const {host, asked} = withThreads(held, () => openRenderer({...other, store: held.store}))
  await build(host, {...plainOptions, jobs: 2})
  expect(asked.map(({kind}) => kind)).toEqual(['open'])
  const plain = site()
  await build(plain, plainOptions)
  expect(held.outputs).toEqual(plain.outputs)
})

test.each([
  ['few pages', 100, 4],
  ['one job', pageCount, 1]
])('%s need no thread', async (_, count, jobs) => {
  const {host, asked} = withThreads(site(count))
  await build(host, {...plainOptions, jobs})
  expect(asked).toEqual([])
})

test('a template that reads what nobody records is reported once a page, with threads or without', async () => {
  const reported = await Promise.all(
    [1, 3].map(async (jobs) => {
      let counter = 0
      const templates = plainTemplates.map((template) => ({
        ...template,
        render: (view: never) => h('p', {}, [`${counter++}`, template.render(view)])
      }))
      const held = memoryHost(Object.fromEntries(site().files), {templates})
      const {host} = withThreads(held)
      await build(host, {...plainOptions, jobs})
      // What is there no more is rendered again, and comes out otherwise.
      held.outputs.clear()
      return problemsOf(await build(host, {...plainOptions, jobs}))
    })
  )
  expect(reported[0]?.filter((line) => line.includes('build/untracked-read')).length).toBeGreaterThan(
    pageCount
  )
  expect(reported[1]).toEqual(reported[0])
})

test('a disk that is full while another thread writes ends the build as it would without', async () => {
  const held = site(300)
  const full = (): never => {
    throw new Error('no space left')
  }
  const {host} = withThreads({...held, output: {...held.output, stage: full}})
  await expect(build(host, {...plainOptions, jobs: 2})).rejects.toThrow('no space left')
  expect(held.outputs.size).toBe(0)
})

test('a build that fails while threads render asks them nothing more', async () => {
  const held = site()
  const {host, asked} = withThreads(held)
  const full = (): never => {
    throw new Error('no space left')
  }
  const failing = {...host, output: {...held.output, stage: full}}
  await expect(build(failing, {...plainOptions, jobs: 3})).rejects.toThrow('no space left')
  const count = asked.length
  expect(count).toBeGreaterThan(0)
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
  expect(asked).toHaveLength(count)
})

test('a thread that is opened again knows nothing of the first time', async () => {
  const held = site()
  const {host, asked} = withThreads(held)
  await build(host, {...plainOptions, jobs: 2})
  const [open] = asked
  if (open?.kind !== 'open') throw new Error('Expected that the thread is opened first')
  const answer = openRenderer(held)
  expect(await answer(open)).toMatchObject({kind: 'opened'})
  expect(await answer({...open, inputs: 'another'})).toEqual({kind: 'other-inputs'})
  await expect(answer({kind: 'render', tasks: open.tasks, tells: true})).rejects.toThrow(
    'before it was opened'
  )
})
