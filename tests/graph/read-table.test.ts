import {expect, test} from 'vitest'
import {openReadTable} from '#src/graph/read-table.ts'

test('has the reads of each position, as they were set last', () => {
  const table = openReadTable()
  const expected = new Map<number, ReadonlyArray<number>>()
  for (let step = 0; step < 2000; step++) {
    const position = (step * 7919) % 500
    const reads = Array.from({length: (step * 31) % 9}, (_, index) => step + index)
    table.set(position, reads)
    expected.set(position, reads)
  }
  expect([...table.positions()]).toEqual([...expected.keys()].sort((a, b) => a - b))
  for (const [position, reads] of expected) expect([...(table.at(position) ?? [-1])]).toEqual(reads)
})

test('tells a query that read nothing from one that has not run', () => {
  const table = openReadTable()
  table.set(3, [])
  expect([table.has(2), table.at(2), table.has(3), table.at(3)]).toEqual([
    false,
    undefined,
    true,
    new Uint32Array(0)
  ])
})
