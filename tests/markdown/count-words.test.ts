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

test.each([
  [
    'Chinese',
    '静态网站生成器把文章变成一个完整的网站。每次构建都会记住它读过的内容，因此只有改变的页面才会重新渲染。'
  ],
  [
    'Japanese',
    '静的サイトジェネレーターは、記事を完全なウェブサイトに変換します。ビルドは読み取った内容を記憶するため、変更されたページだけが再びレンダリングされます。'
  ]
])(
  '%s has so many words that 200 of them are 300 to 400 characters, which is what people read in a minute',
  (_, text) => {
    const characterCount = text.replace(/[^\p{L}\p{N}]/gu, '').length
    const charactersPerMinute = (200 * characterCount) / countWords(text)
    expect(charactersPerMinute).toBeGreaterThan(300)
    expect(charactersPerMinute).toBeLessThan(400)
  }
)
