import {afterEach, expect, test, vi} from 'vitest'
import {openSite} from '#src/build/open-site.ts'
import {allQueries} from '#src/build/queries/all-queries.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {plainTemplates} from './plain-templates.ts'

afterEach(() => vi.restoreAllMocks())

const options = {
  ...{environment: 'development', drafts: true, future: true, expired: false, keepGoing: true},
  ...{onCompiled: () => undefined, onNotice: () => undefined}
}

function article(number: number, {title = `Title ${number}`, body = 'A body.'} = {}): string {
  const day = new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10)
  return `---\ntitle: ${title}\ndate: ${day}\ntags: [t${number % 3}]\n---\n${body}\n`
}

const pathOf = (number: number): string => `content/s${number % 3}/a${number}.md`

/** Which queries run, and how often, until an open page of a site that is edited is there and the site is checked. */
async function runsOf(articleCount: number, edited: Parameters<typeof article>[1]) {
  const files = Array.from({length: articleCount}, (_, number) => [pathOf(number), article(number)] as const)
  const host = memoryHost(Object.fromEntries(files), {templates: plainTemplates})
  const site = openSite(host, options)
  const page = 's1/a4/index.html' as OutputPath
  const first = await site.renew()
  await site.compileRest(() => false)
  const whole = await site.renew()
  for (const state of [first, whole]) {
    state.hash(page)
    state.diagnostics()
  }
  const spies = allQueries.flatMap((query) =>
    query.run === undefined ? [] : [[query.name, vi.spyOn(query, 'run')] as const]
  )
  host.files.set(pathOf(4), article(4, edited))
  const state = await site.renew()
  state.hash(page)
  const runs = spies.map(([name, spy]) => [name, spy.mock.calls.length] as const)
  vi.restoreAllMocks()
  return Object.fromEntries(runs.filter(([, count]) => count > 0))
}

test('an edited body runs as many queries whatever the size of the site', async () => {
  const edited = {body: 'Another body.'}
  const runs = await runsOf(60, edited)
  expect(runs).toMatchObject({output: 1})
  // What an article says of itself is known to be what it was: nothing that lists it is looked at.
  expect(runs).not.toHaveProperty('ownFrontMatter')
  expect(await runsOf(120, edited)).toEqual(runs)
})

test('an edited title does too, and asks for no addresses, terms or lists again', async () => {
  const edited = {title: 'Another title'}
  const runs = await runsOf(60, edited)
  expect(runs).toMatchObject({page: 1, pageEntry: 1, output: 1})
  expect(Object.keys(runs)).not.toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^(?:routes|authoredRoutes|listedPages|termGroups|pages)$/)
    ])
  )
  expect(await runsOf(120, edited)).toEqual(runs)
})
