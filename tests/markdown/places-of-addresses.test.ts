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
  ['[b][c]\n\n[c]: d.md', ['d.md']],
  [
    '[b][] ![c d] [*e*][C  d]\n\n> [B]: <f g.md> "h"\n\n[c\nd]:\n  i%20j.png',
    ['f g.md', 'i%20j.png', 'i%20j.png']
  ],
  ['[b[c]](d.md) [[b]](e.md) [b\\]c][]\n\n[b]: f.md\n[b]: g.md\n[b\\]c]: h.md', ['d.md', 'f.md', 'h.md']],
  ['[b]\n\n[b]: c&#46;md', ['[b]']],
  ['[b](c\\_d.md)', ['[b](c\\_d.md)']],
  ['a\n[b](c.md)', ['c.md']]
])('%j', async (text, addresses) => {
  expect(await addressesOf(text, 'native')).toEqual(addresses)
  expect(await addressesOf(text, 'remark')).toEqual(addresses)
})

test.each(['native', 'remark'] as const)(
  'an address that comes twice in an element has two places, with %s',
  async (parser) => {
    const {value} = await compileText('<div>\n<a href="b.md">c</a>\n<a href="b.md">d</a>\n</div>', {parser})
    const places = value.body.slots.map((slot) => ('reference' in slot ? slot.place : undefined))
    expect(places).toEqual([
      {line: 2, column: 10, endLine: 2, endColumn: 14},
      {line: 3, column: 10, endLine: 3, endColumn: 14}
    ])
  }
)

test('in a megabyte of HTML the first addresses are found, and the others cost nothing more', async () => {
  const links = Array.from({length: 20_000}, (_, index) => `<a href="c&#46;${index}">d</a>`)
  const {value} = await compileText(`<div>\n<a href="b.md">c</a>\n${links.join('\n')}\n</div>`, {
    parser: 'native'
  })
  const [first, ...others] = value.body.slots.map((slot) => ('reference' in slot ? slot.place : undefined))
  expect(first).toEqual({line: 2, column: 10, endLine: 2, endColumn: 14})
  expect(others).toHaveLength(links.length)
})
