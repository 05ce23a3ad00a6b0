import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {placesIn} from '#src/content/find-place.ts'
import {parseDocumentOf} from '#src/content/parse-yaml.ts'
import {plainTree} from '#src/content/plain-yaml.ts'

/** The tree is that of the parser, with the same ranges, or there is none. */
function checkPlain(text: string): void {
  const tree = plainTree(text)
  if (tree === undefined) return
  const origin = {file: 'content/a.md', placeOf: placesIn(text)}
  const parsed = parseDocumentOf(text, 'YAML', origin)
  const message = JSON.stringify(text)
  expect(parsed.diagnostics, message).toEqual([])
  // The range of the whole is of no use to anyone.
  expect({...tree, start: 0, end: 0}, message).toEqual({...parsed.tree, start: 0, end: 0})
}

/** Values that are as plain as they look. */
const plainValues = [
  ...['word', 'two words', 'C#', 'a:b', 'a#', '(a)', '/a/b?c=d#e', 'Ünïcode — “x”', '日本', 'yes', 'so "so"'],
  ...['true', 'false', '0', '7', '123456789012345', '2024-05-01', '2024-05-01 10:00', '5 things'],
  ...['', "''", "'a'", "'it''s'", "'a: #b'", '""', '"a"', '"a: #b"'],
  ...['[]', '[a]', '[a, b c]', '[ a , "b, c" , \'d\' ]', '[a,b]', '[1, true]', '[a?b]']
]

/** Values that are something else than they look like. */
const oddValues = [
  ...['a #b', 'a: b', 'a:', '#', '👍', 'True', 'null', 'NULL', '~', '-0', '007', '0x1F', '0o7', '1.5', '1.'],
  ...['1e3', '1234567890123456', '.inf', '.5', '+1', '1_000', '2024-05-01e5', '3d', '-', '?'],
  ...["'a' b", "'", "'a', 'b'", '"\\n"', '"a" #c', '"', '"a": b', '"a"b'],
  ...[
    '[ ]',
    '[a,]',
    '[,]',
    '[a, [b]]',
    '[a: b]',
    '["a":b]',
    '[a',
    '[a]b',
    '[a"b]',
    '[- a]',
    '[null]',
    '[a] #b'
  ],
  ...['{a: b}', '{}', '- a', '? a', '&a b', '*a', '!!str a', '|', '>-', '@a', '`a`', '%a', '---', '...'],
  ...['a\u00a0', '\u00a0a', 'a\tb', 'a\t', 'a\u2028b', 'a\ufeff', '\ud800', 'a\u0085b', 'a\rb']
]

const mostly = (plain: ReadonlyArray<string>, odd: ReadonlyArray<string>): fc.Arbitrary<string> =>
  fc.oneof(
    {weight: 30, arbitrary: fc.constantFrom(...plain)},
    {weight: 1, arbitrary: fc.constantFrom(...odd)}
  )

const name = mostly(
  ['title', 'date', 'a', 'a-b', 'a_1', 'true', 'null', 'constructor', 'n1', 'tags', 'Ab'],
  ['__proto__', '<<', '1', '?', '', 'a b', '"a"', '-', '- a', ' a']
)
const value = fc.oneof(
  {weight: 30, arbitrary: mostly(plainValues, oddValues)},
  {weight: 1, arbitrary: fc.string({maxLength: 8})},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 4})}
)
const end = mostly(
  ['\n', '\n', '\r\n', ' \n', '\n\n', '\n# note: a\n', '\n  \r\n#\n\n'],
  ['\t\n', '\n  # note\n', '\n\t\n', '', '\r', '\n...\n', '\n---\n']
)
const colon = mostly([': ', ':  '], [':', ' : ', ':\t'])
const dash = mostly(['- ', '-  '], ['-', ' - ', '-\t', '? '])

const entry = fc.tuple(name, colon, value, end).map((parts) => parts.join(''))
const list = fc
  .tuple(
    name,
    mostly([':\n', ': \n', ':\r\n'], [':', ':\n\n', ': a\n']),
    mostly(['', ' ', '    '], ['\t']),
    fc.array(fc.tuple(dash, value, end), {minLength: 1, maxLength: 4})
  )
  .map(([field, lineEnd, indentation, items]) => {
    const lines = items.map((parts) => indentation + parts.join(''))
    return `${field}${lineEnd}${lines.join('')}`
  })

describe('plainTree', () => {
  test('gives the tree of the parser', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(entry, list), {maxLength: 5}).map((parts) => parts.join('')),
        checkPlain
      ),
      {numRuns: 3_000}
    )
  })

  test.each([...plainValues, ...oddValues])('gives the tree of the parser for %j', (text) => {
    for (const block of [
      `a: ${text}\n`,
      `a: ${text}`,
      `a:\n- ${text}\nb: 1\n`,
      `a:\n  - b\n  - ${text}\r\n`
    ]) {
      checkPlain(block)
    }
  })

  test('reads the common forms', () => {
    const text = `title: 'It''s C#'
date: 2024-05-01 10:00
description: "Plain: no escapes"
draft: false
weight: 7
tags: [a, "b, c", d e]
series:

# Where it was.
aliases:
  - /old/
  - "/older/"
`
    expect(plainTree(text)).toBeDefined()
    checkPlain(text)
  })

  test('leaves a long text to the parser, which knows the limits', () => {
    expect(plainTree('a: b\n')).toBeDefined()
    expect(plainTree(`a: ${'b'.repeat(10_000)}\n`)).toBeUndefined()
  })
})
