import {afterAll, expect, test} from 'vitest'
import {cleanBuilds} from './built.ts'
import {bundleCommand, type Ended} from './bundled-command.ts'
import {differenceOfFiles} from './difference.ts'
import {diskWorld} from './disk-world.ts'
import {largeSite, laterEdition, withEdition} from './large-site.ts'
import {type SiteFolder, siteFolder, tornFiles} from './site-folder.ts'

const command = bundleCommand()
afterAll(command.close)

const articleCount = 40
const buildClean = cleanBuilds(diskWorld)

test.each([0, 20, 100, 200])(
  'a build that begins %i ms after another (hakyll#336, SCons#1725)',
  async (delayMs) => {
    await withBuiltSite(async (site) => {
      const [before, after] = [
        largeSite(articleCount),
        laterEdition(largeSite(articleCount), [1, 2, 3, 4, 5, 2])
      ]
      const versions = [(await buildClean(before)).output, (await buildClean(after)).output]
      site.show(after)
      const first = site.start()
      await passed(delayMs)
      const second = site.start()
      const watched = watchForTorn(site, versions)
      const both = await Promise.all([first.ended, second.ended])
      expect(await watched.stop()).toEqual([])
      expect(both.map(toldEnd)).toEqual(['built', expect.stringMatching(/^(?:built|refused)$/)])
      expect(differenceOfFiles(site.output(), versions[1] ?? new Map())).toBe(undefined)
      await expectNothingToDo(site)
    })
  }
)

test('articles that are written while a build reads them are right in the next', async () => {
  await withBuiltSite(async (site) => {
    let state = largeSite(articleCount)
    for (let round = 0; round < 4; round++) {
      const {ended} = site.start()
      const isOver = ended.then(() => true)
      for (let edition = 0; !(await Promise.race([isOver, passed(1)])); edition++) {
        // All editions of a round are equally long, so that sizes tell nothing.
        state = withEdition(state, edition % articleCount, 1_000 * (round + 1) + (edition % 1_000))
        site.show(state)
      }
      // What was half there when it was read may be an error, once.
      expect([0, 1]).toContain((await ended).status)
      expect((await site.build()).status).toBe(0)
      expect(differenceOfFiles(site.output(), (await buildClean(state)).output)).toBe(undefined)
      await expectNothingToDo(site)
    }
  })
})

test.each([
  {numbers: [7, 21, 34, 5, 18], msFirst: 0},
  {numbers: [30, 2, 11, 26, 39], msFirst: 150}
])(
  'articles and files that go and come while a build runs, from $msFirst ms after its start, are right in the next',
  async ({numbers, msFirst}) => {
    await withBuiltSite(async (site) => {
      let state = largeSite(articleCount)
      for (const [round, number] of numbers.entries()) {
        const {ended} = site.start()
        await passed(msFirst + 30 * round)
        state = laterEdition(state, [number, number + 1, number + 2, round, round, round % 4])
        site.show(state)
        expect([0, 1]).toContain((await ended).status)
        expect((await site.build()).status).toBe(0)
        expect(differenceOfFiles(site.output(), (await buildClean(state)).output)).toBe(undefined)
      }
    })
  }
)

/** Use a site that was built once. */
async function withBuiltSite(use: (site: SiteFolder) => Promise<void>): Promise<void> {
  const site = siteFolder(command)
  try {
    site.show(largeSite(articleCount))
    expect((await site.build()).status).toBe(0)
    await use(site)
  } finally {
    site.close()
  }
}

/** A build may wait for another, or refuse to run beside it; it says so. */
function toldEnd({status, stderr}: Ended): string {
  if (status === 0) return 'built'
  return /another build/i.test(stderr) ? 'refused' : `ended with ${status}: ${stderr.slice(0, 1_000)}`
}

async function expectNothingToDo(site: SiteFolder): Promise<void> {
  const {stdout} = await site.start({options: ['--json']}).ended
  expect(JSON.parse(stdout)).toMatchObject({isWritten: true, created: 0, updated: 0, removed: 0})
}

/** Look again and again for torn files, until it is stopped. */
function watchForTorn(
  site: SiteFolder,
  versions: Parameters<typeof tornFiles>[1]
): {readonly stop: () => Promise<ReadonlyArray<string>>} {
  let isStopped = false
  const found = look()
  return {
    stop() {
      isStopped = true
      return found
    }
  }

  async function look(): Promise<ReadonlyArray<string>> {
    const torn = new Set<string>()
    while (!isStopped) {
      for (const path of tornFiles(site.output(), versions)) torn.add(path)
      await passed(5)
    }
    return [...torn]
  }
}

function passed(durationMs: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), durationMs))
}
