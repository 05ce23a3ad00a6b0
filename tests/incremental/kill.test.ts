import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, expect, test} from 'vitest'
import {cleanBuilds} from './built.ts'
import {bundleCommand, type Ended} from './bundled-command.ts'
import {differenceOfFiles} from './difference.ts'
import {diskWorld} from './disk-world.ts'
import {largeSite, laterEdition} from './large-site.ts'
import {runsOf} from './runs.ts'
import {type SiteFolder, siteFolder, tornFiles} from './site-folder.ts'

const command = bundleCommand()
afterAll(command.close)

/** An edit of the site, and a build of it that is killed. */
interface Kill {
  readonly numbers: ReadonlyArray<number>
  /** From 0 to 1: when. */
  readonly moment: number
  /** Whether a build that is not killed follows before the next edit. */
  readonly isMended: boolean
}

const {count, seed, timeoutMs} = runsOf('GALLEY_KILLS', 25)
const kills = fc.sample(
  fc.record<Kill>({
    numbers: fc.array(fc.nat(9_999), {minLength: 8, maxLength: 8}),
    moment: fc.nat(1_000).map((number) => number / 1_000),
    isMended: fc.boolean()
  }),
  {numRuns: count, seed, unbiased: true}
)

/** The sites after the edits are the same, whatever kills their builds. */
const buildClean = cleanBuilds(diskWorld)

test('a build that is killed at any moment tears nothing, and the next one mends it', {
  timeout: timeoutMs
}, async () => {
  const site = siteFolder(command)
  try {
    site.show(largeSite(40))
    const begin = performance.now()
    await site.build()
    const fullBuildMs = performance.now() - begin
    await checkKills(site, async ({moment}) => {
      const {child, ended} = site.start()
      const timer = setTimeout(() => child.kill('SIGKILL'), moment * fullBuildMs * 1.3)
      await ended
      clearTimeout(timer)
    })
  } finally {
    site.close()
  }
})

test('a build that is killed at any change of the disk tears nothing, and the next one mends it', {
  timeout: timeoutMs
}, async () => {
  const site = siteFolder(command)
  try {
    site.show(largeSite(40))
    await site.build()
    await checkKills(site, async ({moment}) => {
      // Small edits make few changes: the smaller the number, the more often it is tried.
      await killAtChange(site, Math.ceil(changesMax ** moment))
    })
  } finally {
    site.close()
  }
})

test('what a killed build had begun is gone when it is taken back', {timeout: timeoutMs}, async () => {
  const site = siteFolder(command)
  try {
    const [before, after] = [largeSite(8), largeSite(10)]
    const [old, fresh] = [await buildClean(before), await buildClean(after)]
    site.show(before)
    await site.build()
    site.show(after)
    const changeCount = await countChanges(site)
    site.show(before)
    await site.build()
    for (const {moment} of kills.slice(0, Math.ceil(count / 2))) {
      site.show(after)
      const change = 1 + Math.floor(moment * changeCount)
      await killAtChange(site, change)
      const when = `after a kill at change ${change} of ${changeCount}`
      expect(tornFiles(site.output(), [old.output, fresh.output]), when).toEqual([])
      site.show(before)
      expect((await site.build()).status, when).toBe(0)
      expect(differenceOfFiles(site.output(), old.output), when).toBe(undefined)
    }
  } finally {
    site.close()
  }
})

/** Build a site; returns how often that changed the disk. */
async function countChanges(site: SiteFolder): Promise<number> {
  const {stderr} = await killAtChange(site, 0)
  return Number(/^Changes: (\d+)$/m.exec(stderr)?.[1])
}

/** Build a site, and kill the build at a change of the disk, counted from 1; at 0 not at all. */
function killAtChange(site: SiteFolder, change: number): Promise<Ended> {
  const environment = {GALLEY_KILL_AT: String(change), GALLEY_KILL_BELOW: site.root}
  const preload = join(import.meta.dirname, 'kill-at-change.js')
  return site.start({nodeArgv: ['--import', preload], environment}).ended
}

/** About as many as a build makes that writes every page. */
const changesMax = 200

/** Begins with a site that was built: edit it, `killBuild`, and look at what is in `dist/`. */
async function checkKills(site: SiteFolder, killBuild: (kill: Kill) => Promise<void>): Promise<void> {
  let state = largeSite(40)
  /** What a file in `dist/` may be: as it was after the last whole build, or as it would be after one since. */
  let versions = [(await buildClean(state)).output]
  for (const [index, kill] of kills.entries()) {
    state = laterEdition(state, kill.numbers)
    site.show(state)
    const clean = await buildClean(state)
    versions = [...versions, clean.output]
    await killBuild(kill)
    const when = `after kill ${index} of seed ${seed}`
    expect(tornFiles(site.output(), versions), when).toEqual([])
    if (!kill.isMended && index < kills.length - 1) continue
    const {status, stderr} = await site.build()
    expect({status, stderr}, when).toMatchObject({status: 0})
    expect(differenceOfFiles(site.output(), clean.output), when).toBe(undefined)
    versions = [clean.output]
  }
}
