import {readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {differenceOfFiles} from '../incremental/difference.ts'
import type {Contents} from '../incremental/disturbances.ts'
import {withFault} from './failing-disk.ts'
import {type SmallSite, smallSite} from './small-site.ts'

let site: SmallSite
/** What clean builds write of the two editions. */
const clean: Array<Contents> = []

beforeAll(async () => {
  site = smallSite()
  for (const edition of [0, 1] as const) {
    rmSync(site.output, {recursive: true, force: true})
    rmSync(site.store, {recursive: true, force: true})
    site.show(edition)
    expect(await site.build()).toMatchObject({status: 0})
    clean[edition] = site.written()
  }
}, 60_000)

afterAll(() => site.close())

/** Calls between two that are tried; all are with `GALLEY_FAULTS=all`. */
const steps = process.env['GALLEY_FAULTS'] === 'all' ? {writes: 1, reads: 1} : {writes: 3, reads: 11}

/** The claim of the build that runs, and what says which files of the output are Galley's: without it none of them would ever be removed. */
const kept: ReadonlySet<string> = new Set(['lock', 'manifest'])

test.each([
  {calls: 'reads', part: 'all of it'},
  {calls: 'writes', part: 'all of it'},
  {calls: 'reads', part: 'one part'}
] as const)(
  'when somebody removes the store while a build $calls, $part, it is made again, and the output is that of a clean build',
  {timeout: 600_000},
  async ({calls, part}) => {
    let edition: 0 | 1 = 1
    let turn = 0
    const fault = {code: '', calls, isLasting: false, isTorn: false, meanwhile}
    const {count} = await withFault(site.root, {...fault, at: 0}, () => site.build())
    for (let at = 1; at <= count; at += steps[calls]) {
      turn++
      edition = edition === 0 ? 1 : 0
      site.show(edition)
      const {done} = await withFault(site.root, {...fault, at}, () => site.build())
      const when = `at call ${at} of ${count}: ${done.text}`
      expect(done.status, when).toBe(0)
      const later = await site.build()
      expect(later.status, `${when}\nthen ${later.text}`).toBe(0)
      expect(differenceOfFiles(site.written(), clean[edition] ?? new Map()), when).toBe(undefined)
    }

    function meanwhile(): void {
      const names = readdirSync(site.store).filter((name) => !kept.has(name))
      const [one = ''] = names.slice(turn % names.length)
      for (const name of part === 'one part' ? [one] : names) {
        rmSync(join(site.store, name), {recursive: true, force: true})
      }
    }
  }
)
