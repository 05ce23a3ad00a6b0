import {Buffer} from 'node:buffer'
import {expect, test} from 'vitest'
import {layOutAnswers} from '#src/graph/lay-out-answers.ts'
import {noTraces} from '#src/graph/traces.ts'

const megabyte = 1024 * 1024

test.each([
  ['none', []],
  ['small ones', ['"a"', '"bä€😀"', '[1,2,3]']],
  ['such that fill a piece', ['a'.repeat(megabyte), 'b', 'c'.repeat(megabyte - 1), 'd']],
  ['such that are longer than a piece', ['a', 'ä'.repeat(megabyte), 'b', 'c'.repeat(3 * megabyte)]]
])('of answers, %s, each lies in the bytes where its place says', (_, values: ReadonlyArray<string>) => {
  const positions = Uint32Array.from(values, (_, position) => position)
  const keys = {...noTraces.keys, queries: ['text'], queryIds: positions.map(() => 0), argumentIds: positions}
  const added = new Map(values.map((value, position) => [position, value]))
  const {places, byteLength, pieces} = layOutAnswers({
    ...noTraces,
    keys,
    answers: {...noTraces.answers, starts: positions, lengths: positions.map(() => 0), added}
  })
  const all = [...pieces()]
  expect(all.every(({length}) => length > 0)).toBe(true)
  const bytes = Buffer.concat(all)
  expect(bytes).toHaveLength(byteLength)
  const read = values.map((_, at) =>
    bytes.toString('utf8', places.starts[at], (places.starts[at] ?? 0) + (places.lengths[at] ?? 0))
  )
  expect(read).toEqual(values)
})
