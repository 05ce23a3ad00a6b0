import fc from 'fast-check'
import {expect, test} from 'vitest'
import {alignLists} from '#src/dev-server/client/align-lists.ts'

test.each([
  ['abc', 'abc', '00 11 22'],
  ['abc', 'axbc', '00 12 23'],
  ['abxc', 'abc', '00 11 32'],
  ['abcd', 'aXcd', '00 22 33'],
  ['abcabba', 'cbabac', '20 41 53 64'],
  ['', 'abc', ''],
  ['abc', '', '']
])('%s and %s', (before, after, expected) => {
  expect(
    pairsOf(before, after)
      .map((pair) => pair.join(''))
      .join(' ')
  ).toBe(expected)
})

test('pairs are equal and ascend', () => {
  const list = fc.string({unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12})
  fc.assert(
    fc.property(list, list, (before, after) => {
      const pairs = pairsOf(before, after)
      for (const [one, other] of pairs) expect(before[one]).toBe(after[other])
      for (const [index, pair] of pairs.slice(1).entries()) {
        expect(pair[0]).toBeGreaterThan(pairs[index]?.[0] ?? 0)
        expect(pair[1]).toBeGreaterThan(pairs[index]?.[1] ?? 0)
      }
    })
  )
})

test('of very long lists the ends are aligned', () => {
  const middle = (text: string): ReadonlyArray<string> =>
    Array.from({length: 2000}, (_, index) => text + index)
  const pairs = alignLists(['a', ...middle('x'), 'b'], ['a', ...middle('y'), 'b'])
  expect(pairs).toEqual([
    [0, 0],
    [2001, 2001]
  ])
})

function pairsOf(before: string, after: string): ReadonlyArray<readonly [number, number]> {
  return alignLists([...before], [...after])
}
