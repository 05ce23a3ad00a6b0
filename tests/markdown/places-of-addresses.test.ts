import {expect, test} from 'vitest'
import type {Fragment} from '#src/model/fragment.ts'
import {compileText} from './compile-text.ts'

/** What the places of all references in a text have. */
async function addressesOf(text: string, parser: 'native' | 'remark'): Promise<ReadonlyArray<string>> {
  const {value} = await compileText(text, {parser})
  return placesOf(value.body)

  function placesOf({slots}: Fragment): ReadonlyArray<string> {
    return slots.flatMap((slot) => {
      if ('children' in slot) return placesOf(slot.children)
      if ('sizeOf' in slot || slot.place === undefined) return []
      const {line, column, endLine, endColumn} = slot.place
      const lines = text.split('\n').slice(line - 1, endLine)
      const last = lines.length - 1
      return [
        lines
          .map((each, index) =>
            each.slice(index === 0 ? column - 1 : 0, index === last ? endColumn - 1 : undefined)
          )
          .join('\n')
      ]
    })
  }
}

test.each([
  ['a [b](c.md "c.md") d', ['c.md']],
  ['[b](<c d.md>) [e](f%20g.md)', ['c d.md', 'f%20g.md']],
  ['[![b](c.png)](d.md)', ['d.md', 'c.png']],
  ['> [b\n> c](d.md)', ['d.md']],
  ['<a href="b.md">c</a> <img src=\'d.png\'>', ['b.md', 'd.png']],
  ['[b](/c/)\n\n:::aside\n- [d](../e.md#f)\n:::', ['/c/', '../e.md#f']],
  ['[b][c]\n\n[c]: d.md', ['[b][c]']],
  ['[b](c\\_d.md)', ['[b](c\\_d.md)']],
  ['a\n[b](c.md)', ['c.md']]
])('%j', async (text, addresses) => {
  expect(await addressesOf(text, 'native')).toEqual(addresses)
  expect(await addressesOf(text, 'remark')).toEqual(addresses)
})
