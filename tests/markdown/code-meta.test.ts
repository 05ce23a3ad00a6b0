import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parseCodeMeta, parseLineRanges} from '#src/markdown/features/code-meta.ts'

describe('the meta of a code fence', () => {
  test.each([
    ['title="a b.ts"', {title: 'a b.ts'}],
    ['title=\'a "b"\'', {title: 'a "b"'}],
    ['file=a.ts lines=3-9,12', {file: 'a.ts', lines: '3-9,12'}],
    ['title=""', {title: ''}],
    ['title=', {title: ''}],
    ['a="1" a="2"', {a: '1'}],
    ['url=a=b', {url: 'a=b'}],
    ['title="not closed', {title: '"not'}],
    ['__proto__=1', {['__proto__']: '1'}]
  ])('%s has attributes', (meta, expected) => {
    const {attributes} = parseCodeMeta(meta)
    expect([...attributes].map(([name, {value}]) => [name, value])).toEqual(Object.entries(expected))
  })

  test.each([
    ['numbers diff', ['numbers', 'diff']],
    ['{a} {1-} = "x"', ['{a}', '=', '"x"']],
    ['title="x" bare', ['bare']],
    ['', []]
  ])('%s has words', (meta, expected) => {
    expect(parseCodeMeta(meta).words).toEqual(expected)
  })

  test.each([
    ['[a.js]', 'a.js'],
    ['{1}[a b.js] x', 'a b.js'],
    ['x [app/[slug]/page.tsx] [b]', 'app/[slug]/page.tsx'],
    ['[ ]', undefined],
    ['[a]b', undefined],
    ['a[b]', undefined],
    ['[a', undefined]
  ])('%s has in brackets %s', (meta, expected) => {
    expect(parseCodeMeta(meta).bracketed).toBe(expected)
  })

  test('has options in braces', () => {
    expect(parseCodeMeta('{linenos=table, hl_lines=[1,"2-3"]} {1} {a}').options).toEqual([
      'linenos=table, hl_lines=[1,"2-3"]'
    ])
  })

  test('has ranges', () => {
    expect(parseCodeMeta('{1, 4-6} x {9-}').ranges).toEqual([
      {first: 1, last: 1},
      {first: 4, last: 6},
      {first: 9, last: Number.POSITIVE_INFINITY}
    ])
  })

  test('tells where attributes stand', () => {
    const meta = 'x title="a b" file=c'
    const {attributes} = parseCodeMeta(meta)
    const written = [...attributes.values()].map(({offset, end}) => meta.slice(offset, end))
    expect(written).toEqual(['title="a b"', 'file=c'])
  })

  test('is read whatever it is, and nothing of it is lost', () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(...'ab1 -,={}"\'\n')}), (meta) => {
        const {attributes, words} = parseCodeMeta(meta)
        for (const {offset, end, value} of attributes.values()) {
          expect(meta.slice(offset, end)).toContain(value)
        }
        for (const word of words) expect(meta).toContain(word)
      })
    )
  })
})

test.each([
  [
    '3-9,12',
    [
      [3, 9],
      [12, 12]
    ]
  ],
  ['-3', [[1, 3]]],
  ['5-', [[5, Number.POSITIVE_INFINITY]]],
  [' 1 - 2 ', [[1, 2]]],
  ['', undefined],
  ['-', undefined],
  ['0', undefined],
  ['9-3', undefined],
  ['1,', undefined],
  ['1 2', undefined],
  ['a', undefined]
])('the ranges of %j are %j', (text, expected) => {
  expect(parseLineRanges(text)?.map(({first, last}) => [first, last])).toEqual(expected)
})
