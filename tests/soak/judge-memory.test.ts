import {expect, test} from 'vitest'
import {growthOf} from './judge-memory.ts'

const warming = Array.from({length: 15}, (_, index) => 5 * index)

test('growth is counted from when caches are full, and single peaks and dips do not count', () => {
  const measured = Array.from({length: 16}, (_, index) =>
    index % 4 === 0 ? 300 : index % 4 === 2 ? 20 : 100
  )
  expect(growthOf([...warming, ...measured])).toEqual({before: 100, after: 100, share: 0})
})

test('what is never given back counts', () => {
  const measured = Array.from({length: 16}, (_, index) => 100 + 2 * index)
  expect(growthOf([...warming, ...measured])).toMatchObject({before: 106, after: 124})
})

test('a handful of measurements tells nothing', () => {
  expect(growthOf([...warming, ...Array(13).fill(100)])).toBe(undefined)
})
