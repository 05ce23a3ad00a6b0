import {expect, test} from 'vitest'
import {columnOf, decodeColumns, encodeColumns, numbersOf} from '#src/graph/columns.ts'

test('columns of any length come back, wherever their bytes lie', () => {
  const numbers = Uint32Array.from([1, 2 ** 32 - 1])
  const texts = ['', 'a', 'ab', 'abc', 'abcd'].map((text) => Buffer.from(text))
  const encoded = Buffer.concat(encodeColumns([...texts, columnOf(numbers)]))
  for (const shift of [0, 1, 2, 3, 4]) {
    const moved = new Uint8Array(encoded.length + shift).subarray(shift)
    moved.set(encoded)
    const columns = decodeColumns(moved)
    expect(columns.slice(0, -1).map(String)).toEqual(texts.map(String))
    expect(numbersOf(columns.at(-1))).toEqual(numbers)
  }
})
