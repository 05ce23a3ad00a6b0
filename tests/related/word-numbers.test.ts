import {expect, test} from 'vitest'
import {wordNumbers} from '#src/related/word-numbers.ts'

test('each word has the number of its first occurrence, in whatever text', () => {
  const words = wordNumbers()
  const read = (text: string): ReadonlyArray<number | 'end'> => {
    const found: Array<number | 'end'> = []
    words.read(
      text,
      (number) => found.push(number),
      () => found.push('end')
    )
    return found
  }
  expect(read('red été red\n\n静的  red')).toEqual([0, 1, 0, 'end', 'end', 2, 0, 'end'])
  expect(read('')).toEqual(['end'])
  expect(read('été 💐 reds')).toEqual([1, 3, 4, 'end'])
  expect(Array.from({length: words.count()}, (_, number) => words.wordOf(number))).toEqual([
    'red',
    'été',
    '静的',
    '💐',
    'reds'
  ])
})

test('a hundred thousand words are told apart', () => {
  const words = wordNumbers()
  const text = Array.from({length: 100_000}, (_, number) => `w${(number * 7919) % 100_003}`).join(' ')
  for (const _ of ['first', 'again']) {
    const numbers: Array<number> = []
    words.read(
      text,
      (number) => numbers.push(number),
      () => undefined
    )
    expect(numbers).toEqual(Array.from({length: 100_000}, (_, number) => number))
  }
  expect(words.wordOf(99_999)).toBe(`w${(99_999 * 7919) % 100_003}`)
})
