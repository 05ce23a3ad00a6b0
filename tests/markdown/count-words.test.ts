import fc from 'fast-check'
import {expect, test} from 'vitest'
import {countWords} from '#src/markdown/count-words.ts'

/** A word outside of the scripts without spaces, as a pattern. */
const word =
  /[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}\p{Cf}_]|(?<=\p{L}\p{M}*)[.'’·](?=\p{L})|(?<=\p{N})[.,;'’](?=\p{N}))*/gu

const characters = [..."aZé9٣_.,;'’· -\n&—", '\u0301', '\u00ad', '\u200d', '\u{1d400}', '\u{1f600}', '\ud800']

test('words are what the pattern finds', () => {
  const texts = fc.array(fc.constantFrom(...characters), {maxLength: 30}).map((list) => list.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      expect(countWords(text)).toBe(text.match(word)?.length ?? 0)
    }),
    {numRuns: 5_000}
  )
})

test('words in scripts without spaces are found by dictionary', () => {
  expect(countWords('東京 and 大阪 with 3.14 people’s')).toBe(6)
})
