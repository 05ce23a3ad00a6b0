import {expect, test} from 'vitest'
import {openLately} from '#src/graph/lately.ts'

test.each([
  ['of fewer values all are held', 9, 9],
  ['of more values the last are held', 1995, 10]
])('%s', (_, count, expected) => {
  const lately = openLately<number, string>(10)
  const keys = Array.from({length: count}, (_, key) => key)
  for (const key of keys) lately.hold(key, `${key}`)
  // The last first: looking at one holds it on, in the place of another.
  const held = keys.toReversed().filter((key) => lately.at(key) === `${key}`)
  expect(held.toReversed()).toEqual(keys.slice(-expected))
})

test('a value that is asked for again and again stays', () => {
  const lately = openLately<number, string>(10)
  lately.hold(-1, 'asked for')
  for (let key = 0; key < 1000; key++) {
    lately.hold(key, 'not asked for')
    expect(lately.at(-1)).toBe('asked for')
  }
  expect(lately.at(0)).toBeUndefined()
})
