import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {differenceOfFiles} from '../incremental/difference.ts'
import type {Contents} from '../incremental/disturbances.ts'
import {tornFiles} from '../incremental/site-folder.ts'
import {type DiskFault, withFault} from './failing-disk.ts'
import {type Report, type SmallSite, smallSite} from './small-site.ts'

let site: SmallSite
/** What takes the place of a store that cannot be written is removed with the process that made it: here that is none of a build's own. */
const substitutes = mkdtempSync(join(tmpdir(), 'galley-test-'))
/** What clean builds write of the two editions. */
const clean: Array<Contents> = []

beforeAll(async () => {
  site = smallSite()
  vi.stubEnv('TMPDIR', substitutes)
  for (const edition of [0, 1] as const) {
    startAnew()
    site.show(edition)
    expect(await site.build()).toMatchObject({status: 0})
    clean[edition] = site.written()
  }
}, 60_000)

afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(substitutes, {recursive: true})
  site.close()
})

/** How a disk may fail. */
const faults: ReadonlyArray<readonly [string, Omit<DiskFault, 'at'>]> = [
  ['is full from then on', {code: 'ENOSPC', calls: 'writes', isLasting: true, isTorn: true}],
  ['becomes read-only', {code: 'EROFS', calls: 'writes', isLasting: true, isTorn: false}],
  ['refuses one write', {code: 'EACCES', calls: 'writes', isLasting: false, isTorn: false}],
  ['breaks at one write', {code: 'EIO', calls: 'writes', isLasting: false, isTorn: true}],
  ['refuses one read', {code: 'EACCES', calls: 'reads', isLasting: false, isTorn: false}],
  ['has no handle left for one read', {code: 'EMFILE', calls: 'reads', isLasting: false, isTorn: false}]
]

/** Calls between two that are tried, other ones for each fault: there are hundreds. All are tried with `GALLEY_FAULTS=all`, which takes some minutes. */
const steps = process.env['GALLEY_FAULTS'] === 'all' ? {writes: 1, reads: 1} : {writes: 3, reads: 20}

describe.each(['a first build', 'a build after edits'])('%s, of a disk that', (kind) => {
  test.each(faults.map((fault, index) => [...fault, index] as const))(
    '%s, tells of it, tears nothing, and the next build is a clean one',
    {
      timeout: 600_000
    },
    async (_, fault, index) => {
      let edition = next()
      const {count} = await withFault(site.root, {...fault, at: 0}, () => site.build())
      await site.build()
      expect(count).toBeGreaterThan(10)
      const step = steps[fault.calls]
      for (let at = 1 + (index % step); at <= count + 2; at += step) {
        edition = next(edition)
        const {done} = await withFault(site.root, {...fault, at}, () => site.build())
        const when = `${fault.code} at call ${at} of ${count}: ${done.text}`
        expect(faultOf(done), when).toBe(undefined)
        const wanted = clean[edition] ?? new Map()
        expect(tornFiles(site.written(), clean), when).toEqual([])
        if (done.status === 0) expect(differenceOfFiles(site.written(), wanted), when).toBe(undefined)
        const later = await site.build()
        expect(later.status, `${when}\nthen ${later.text}`).toBe(0)
        expect(differenceOfFiles(site.written(), wanted), when).toBe(undefined)
      }
    }
  )

  /** Show the other edition, to a site that was never built or that has the one before. */
  function next(edition: 0 | 1 = 0): 0 | 1 {
    if (kind === 'a first build') startAnew()
    const other = edition === 0 ? 1 : 0
    site.show(other)
    return other
  }
})

function startAnew(): void {
  for (const folder of [site.output, site.store]) rmSync(folder, {recursive: true, force: true})
}

/** What is wrong with how a build told of a fault; `undefined` when nothing is. */
function faultOf({status, text}: Report): string | undefined {
  if (/^\s+at /m.test(text)) return 'a stack trace'
  if (![0, 1, 74].includes(status)) return `status ${status}`
  if (status === 0) return undefined
  // What went wrong in the system's own words, and what to do about it.
  return /E[A-Z]{2,}|gone/.test(text) && text.includes('hint:') ? undefined : 'no way out'
}
