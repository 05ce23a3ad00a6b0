import fc from 'fast-check'

const name = fc.constantFrom(
  'note',
  ' note',
  ' tip x *y*',
  'tip x [y]',
  '  note a[0',
  ' 漢字 [z](b.md) :x[y]',
  'note b \\',
  'x z :::',
  'a',
  'table-wrapper',
  'x_1',
  '漢字',
  '1',
  'a-',
  '-a',
  'é'
)

const label = fc.constantFrom(
  '',
  '',
  '[]',
  '[a]',
  '[a *b* `c`]',
  '[a [b] c]',
  '[a\\]b]',
  '[`]`]',
  '[a',
  '[a\nb]',
  ' [a]'
)

const attributes = fc.constantFrom(
  '',
  '',
  '{}',
  '{a}',
  '{#a .b .c}',
  '{a=b c="d e" f=\'g\'}',
  '{ a = b }',
  '{a="&amp;b"}',
  '{a="}"}',
  '{a="b',
  '{a=}',
  '{a="b"c}',
  '{a\nb=c}',
  '{a="b\nc"}',
  '{"}',
  '{..}',
  ' {a}',
  ' {#a b="c d"} ',
  ' {a',
  '{a}{b}'
)

const tail = fc.constantFrom('', '', '', ' ', ' x', ':', '\\')

const header = fc.tuple(name, label, attributes, tail).map((parts) => parts.join(''))

const text = fc
  .tuple(
    fc.constantFrom('', 'a', 'a ', '`', '*', '\\', '::', 'http:', '10'),
    header,
    fc.constantFrom('', ' b', '*', '`')
  )
  .map(([before, inner, after]) => `${before}:${inner}${after}`)

const table = fc.constantFrom('|a|b|\n|-|-|\n|c|d|', '\n|a|\n|-|\nb', '\n> |a|\n> |-|\n> |b|')

const {block} = fc.letrec<{block: string}>((tie) => ({
  block: fc.oneof(
    {maxDepth: 3},
    text,
    text,
    table,
    header.map((inner) => `::${inner}`),
    fc.constantFrom(
      '- a',
      '# a :b[c]',
      '```md\n:::a\n|a|\n:::\n\n```',
      '    :::a',
      '<div>\n|\n',
      ':::',
      '::::',
      'a\n:::'
    ),
    fc
      .tuple(
        fc.constantFrom(':::', '::::', ':::::'),
        header,
        tie('block'),
        fc.constantFrom(':::', '::::', ':::::', ' :::', '::: ', '')
      )
      .map(([start, inner, content, end]) => `${start}${inner}\n${content}\n${end}`),
    tie('block').map((inner) => inner.replace(/^/gm, '> ')),
    tie('block').map((inner) => `- ${inner.replaceAll('\n', '\n  ')}`)
  )
}))

/** Directives of each kind, right and wrong, nested in all that can hold them. */
export const arbitraryDirectives: fc.Arbitrary<string> = fc
  .array(fc.tuple(block, fc.constantFrom('\n', '\n\n', '')), {minLength: 1, maxLength: 4})
  .map((parts) => parts.flat().join(''))
