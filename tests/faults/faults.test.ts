import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {OwnCode} from '#src/diagnostics/codes.ts'
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
      expect(found, found.join(', ')).toContain(spot)
      const others = found.filter((one) => one !== spot).map((one) => one.replace(/:\d+:\d+/, ''))
      expect(others).toEqual(also)
    }
  )
})

/** Mistakes within a sentence: what is written, and where in it that is told. */
const slips: ReadonlyArray<{readonly code: OwnCode; readonly written: string; readonly at: string}> = [
  {code: 'routing/broken-reference', written: 'see [it](nowhere.md)', at: 'nowhere.md'},
  {code: 'routing/broken-reference', written: 'see ![it](gone.png)', at: 'gone.png'},
  {code: 'routing/broken-reference', written: 'see <img src="gone.png" alt="it">', at: 'gone.png'},
  {code: 'routing/broken-reference', written: 'see [[no such page]]', at: '[[no such page]]'},
  {code: 'routing/unknown-heading', written: 'see [it](#nothing-here)', at: '#nothing-here'},
  {code: 'routing/unknown-heading', written: 'see [it](/about/#nothing-here)', at: '/about/#nothing-here'},
  {code: 'markdown/undefined-footnote', written: 'see it[^nothing]', at: '[^nothing]'},
  {code: 'markdown/unclosed-tag', written: 'see <b>it', at: '<b>'},
  {code: 'markdown/unopened-tag', written: 'see it</b>', at: '</b>'},
  {code: 'markdown/dangerous-url', written: 'see [it](javascript:it)', at: '[it]'},
  {code: 'render/unknown-component', written: 'see {{< nothing >}}', at: '{{< nothing >}}'}
]

/** Places behind which a slip can stand: the ends of lines of running text, by file. */
const sentences = Object.entries(files).flatMap(([file, content]) => {
  if (!file.startsWith('content/') || typeof content !== 'string') return []
  const body = content.indexOf('\n---\n', 4) + 5
  return Array.from(content.matchAll(/^[A-Z][^\n]*\.$/gm), ({0: line, index}) => ({
    file,
    end: index + line.length
  })).filter(({end}) => end > body)
})

test('a slip behind any sentence is told of there, and nothing else is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...slips),
      fc.constantFrom(...sentences),
      async ({code, written, at}, {file, end}) => {
        const before = String(files[file])
        const text = `${before.slice(0, end)} And ${written}.${before.slice(end)}`
        const lines = text.slice(0, text.indexOf(at, end)).split('\n')
        const found = await site.checkWith({[file]: text})
        expect(found.map(spotOf)).toEqual([
          `${file}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1} ${code}`
        ])
      }
    ),
    {numRuns: 60}
  )
}, 60_000)
