import {h} from 'preact'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {helpRank, type RankRequest} from '#src/build/render/rank-in-threads.ts'
import {openThreadWork, type ThreadRequest} from '#src/build/thread-work.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {Host, Thread} from '#src/model/host.ts'
import type {PageView} from '#src/model/view.ts'
import {randomArticles} from '../related/random-articles.ts'
import {plainOptions} from './check-build.ts'
import {withArticle} from './plain-templates.ts'

/** As many as are worth a thread. */
const articleCount = 520

const templates = withArticle('article that relates', ({view, page}: PageView) =>
  h(
    'p',
    null,
    view
      .related(page)
      .map(({title}) => title)
      .join(', ')
  )
)

function site(): MemoryHost {
  const files = randomArticles(articleCount).map(({title, body}, number) => [
    `content/a/p${number}.md`,
    `---\ntitle: ${title}\n---\n${body}\n`
  ])
  return memoryHost(Object.fromEntries(files), {templates})
}

/** Threads that do at once what they are asked. */
function withThreads(host: MemoryHost, helpWith: (request: RankRequest) => void): Host {
  const work = openThreadWork(host)
  const openThread = (): Thread => ({
    async ask(given) {
      const request = given as ThreadRequest
      if (request.kind !== 'rank') return work(request)
      helpWith(structuredClone(request))
      return undefined
    },
    close: async () => undefined
  })
  return {...host, openThread}
}

test.each<[string, number, (request: RankRequest) => void, number]>([
  ['one job', 1, helpRank, 0],
  ['a thread that ranks all', 2, helpRank, 1],
  ['threads that come too late', 4, () => undefined, 3],
  ['threads that die over what they began', 4, ({task}) => Atomics.add(task.begun, 0, 2), 3]
])('the articles beside each other are the same with %s', async (_, jobs, helpWith, expectedCalls) => {
  const [plain, threaded] = [site(), site()]
  await build(plain, plainOptions)
  let calls = 0
  const host = withThreads(threaded, (request) => {
    calls++
    helpWith(request)
  })
  await build(host, {...plainOptions, jobs})
  expect(calls).toBe(expectedCalls)
  const page = new TextDecoder().decode(plain.outputs.get('a/p7/index.html' as never))
  expect(page).toMatch(/<p>w\d+/)
  expect(threaded.outputs).toEqual(plain.outputs)
})

test('a few articles are ranked without help', async () => {
  const held = site()
  for (let number = 400; number < articleCount; number++) held.files.delete(`content/a/p${number}.md`)
  const host = withThreads(held, () => expect.unreachable())
  await build(host, {...plainOptions, jobs: 2})
  expect(held.outputs.size).toBeGreaterThan(400)
})
