import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {type Fault, faults} from './faults.ts'
import {type FaultSite, openFaultSite} from './open-fault-site.ts'
import {realisticSite} from './realistic-site.ts'

const files = realisticSite()

let site: FaultSite

beforeAll(() => {
  site = openFaultSite(files)
})

afterAll(() => site.close())

/** A problem as `file:line:column code`. */
function spotOf({file, place, code}: Diagnostic): string {
  return `${file}${place === undefined ? '' : `:${place.line}:${place.column}`} ${code}`
}

/** The file that a fault is in, with it. */
function faulty({file, from, to}: Fault): string {
  if (from === undefined) return to
  const [before, after, ...more] = String(files[file]).split(from)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`Expected \`${from}\` once in ${file}`)
  }
  return before + to + after
}

function expected({at, code, file, told = file}: Fault, text: string): string {
  if (at === undefined) return `${told} ${code}`
  const before = text.slice(0, text.indexOf(at)).split('\n')
  return `${told}:${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${code}`
}

describe('in a realistic site', () => {
  test('nothing is wrong', async () => {
    expect((await site.checkWith({})).map(spotOf)).toEqual([])
  })

  test.each(faults.map((fault) => [fault.code, fault.to.split('\n').at(-1), fault] as const))(
    '%s is told of: %s',
    async (_code, _to, fault) => {
      const text = faulty(fault)
      const {told = fault.file, also = []} = fault
      const found = (await site.checkWith({[fault.file]: text})).map(spotOf)
      const spot = expected(fault, told === fault.file ? text : String(files[told]))
      expect(found).toContain(spot)
      const others = found.filter((one) => one !== spot).map((one) => one.replace(/:\d+:\d+/, ''))
      expect(others).toEqual(also)
    }
  )
})
