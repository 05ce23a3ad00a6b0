import {expect, test} from 'vitest'
import {growthOf} from './judge-memory.ts'

const warming = [50, 80, 90, 100]

test('growth is counted from when caches are full, and peaks do not count', () => {
  const measured = [...warming, ...Array.from({length: 16}, (_, index) => (index % 3 === 0 ? 300 : 100))]
  expect(growthOf(measured)).toEqual({before: 100, after: 100, share: 0})
})

test('what is never given back counts', () => {
  const measured = [...warming, ...Array.from({length: 16}, (_, index) => 100 + 2 * index)]
  expect(growthOf(measured)).toMatchObject({before: 100, after: 122})
})

test('a handful of measurements tells nothing', () => {
  expect(growthOf([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBe(undefined)
})
