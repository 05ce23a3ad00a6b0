import {expect, test} from 'vitest'
import {hasTextAt, type TextColumn, textAt, textColumn, textCount, withTexts} from '#src/graph/text-column.ts'

function textsOf(column: TextColumn): ReadonlyArray<string | undefined> {
  return Array.from({length: textCount(column)}, (_, position) => textAt(column, position))
}

const texts = ['a', '', 'é€', 'long text']

test('a column has the texts that it was made of', () => {
  const column = textColumn(texts)
  expect(textsOf(column)).toEqual(texts)
  expect(textAt(column, texts.length)).toBeUndefined()
  expect(textsOf(textColumn([]))).toEqual([])
})

test('replaced texts may be longer and shorter, at both ends and beside each other', () => {
  for (const changed of [
    new Map([[0, 'longer']]),
    new Map([[3, '']]),
    new Map([
      [2, 'x'],
      [1, 'öö'],
      [3, 'z']
    ]),
    new Map(texts.map((text, position) => [position, `${text}+`])),
    new Map<number, string>()
  ]) {
    const column = withTexts(textColumn(texts), changed)
    expect(column).toEqual(textColumn(texts.map((text, position) => changed.get(position) ?? text)))
  }
})

test('a text is told from others as by comparing', () => {
  const others = ['', 'a', 'b', 'é', 'e', 'Ã©', 'é€', 'Ã©â\u0082¬', 'long text', 'long texts']
  const column = textColumn(others)
  for (const [position, own] of others.entries()) {
    for (const text of others) expect(hasTextAt(column, position, text), `${own} ${text}`).toBe(own === text)
  }
  expect(hasTextAt(column, others.length, '')).toBe(false)
})
