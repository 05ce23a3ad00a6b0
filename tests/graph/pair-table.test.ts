import {expect, test} from 'vitest'
import {openPairTable} from '#src/graph/pair-table.ts'

test('each pair has one number, also when the table has grown', () => {
  const firsts = Uint32Array.from([7, 7, 8])
  const seconds = Uint32Array.from([1, 2, 1])
  const table = openPairTable(firsts, seconds)
  expect([table.numberOf(7, 2), table.numberOf(8, 1), table.numberOf(1, 8)]).toEqual([1, 2, 3])
  const pairs = Array.from({length: 5000}, (_, number) => [number % 50, Math.floor(number / 50)] as const)
  const numbers = pairs.map(([first, second]) => table.numberOf(first, second))
  expect(pairs.map(([first, second]) => table.numberOf(first, second))).toEqual(numbers)
  expect(numbers.map((number) => [table.firstAt(number), table.secondAt(number)])).toEqual(pairs)
  expect(new Set(numbers).size).toBe(pairs.length)
  expect(table.size()).toBe(new Set([...numbers, 0, 1, 2, 3]).size)
  // What it was made of is someone else's.
  expect([...firsts, ...seconds]).toEqual([7, 7, 8, 1, 2, 1])
})
