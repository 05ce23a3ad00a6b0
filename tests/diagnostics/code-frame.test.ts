import {expect, test} from 'vitest'
import {codeFrame} from '#src/diagnostics/code-frame.ts'
import type {Place} from '#src/diagnostics/diagnostic.ts'

interface Case {
  readonly name: string
  readonly text: string
  readonly place: Place
  readonly frame: string
}

const cases: ReadonlyArray<Case> = [
  {
    name: 'a place on a line has carets below it and the line before',
    text: '---\ndate: 2024-01-01\ntilte: Hello\n---\n',
    place: at(3, 1, 3, 6),
    frame: `
  2 | date: 2024-01-01
> 3 | tilte: Hello
    | ^^^^^`
  },
  {
    name: 'the first line has none before it',
    text: 'one\ntwo',
    place: at(1, 3, 1, 4),
    frame: `
> 1 | one
    |   ^`
  },
  {
    name: 'line numbers are aligned',
    text: `${'\n'.repeat(8)}nine\nten`,
    place: at(10, 1, 10, 4),
    frame: `
   9 | nine
> 10 | ten
     | ^^^`
  },
  {
    name: 'an empty place has one caret',
    text: 'title:',
    place: at(1, 7, 1, 7),
    frame: `
> 1 | title:
    |       ^`
  },
  {
    name: 'an empty line before is kept without trailing blanks',
    text: 'a\n\nb',
    place: at(3, 1, 3, 2),
    frame: `
  2 |
> 3 | b
    | ^`
  },
  {
    name: 'tabs stay tabs below',
    text: '\tkey:\tvalue',
    place: at(1, 7, 1, 12),
    frame: `
> 1 | \tkey:\tvalue
    | \t    \t^^^^^`
  },
  {
    name: 'wide characters take two columns',
    text: '標題: 你好 x',
    place: at(1, 5, 1, 7),
    frame: `
> 1 | 標題: 你好 x
    |       ^^^^`
  },
  {
    name: 'emoji take two columns however they are composed',
    text: '👩‍👩‍👧 ❤️ 🎉 x',
    place: at(1, 16, 1, 17),
    frame: `
> 1 | 👩‍👩‍👧 ❤️ 🎉 x
    |          ^`
  },
  {
    name: 'combining characters take none',
    text: 'cafe\u0301 [x](y)',
    place: at(1, 7, 1, 13),
    frame: `
> 1 | cafe\u0301 [x](y)
    |      ^^^^^^`
  },
  {
    name: 'all kinds of line endings count',
    text: 'a\r\nb\rc\nd',
    place: at(4, 1, 4, 2),
    frame: `
  3 | c
> 4 | d
    | ^`
  },
  {
    name: 'a place over two lines has carets to the end of the first',
    text: 'a [b\nc](d) e',
    place: at(1, 3, 2, 6),
    frame: `
> 1 | a [b
    |   ^^
> 2 | c](d) e`
  },
  {
    name: 'a place that ends before a line does not reach it',
    text: 'a\nb\nc',
    place: at(1, 1, 2, 1),
    frame: `
> 1 | a
    | ^`
  },
  {
    name: 'of a place over many lines the first three are shown',
    text: '```js\n1\n2\n3\n4\n',
    place: at(1, 1, 5, 2),
    frame: `
> 1 | \`\`\`js
    | ^^^^^
> 2 | 1
> 3 | 2
    | …`
  },
  {
    name: 'a long line is cut around the place',
    text: `${'a'.repeat(300)}[x]${'b'.repeat(300)}`,
    place: at(1, 301, 1, 304),
    frame: `
> 1 | …${'a'.repeat(60)}[x]${'b'.repeat(97)}…
    | ${' '.repeat(61)}^^^`
  },
  {
    name: 'the line before is cut at the same column',
    text: `${'c'.repeat(241)}!\n${'a'.repeat(300)}[x]`,
    place: at(2, 301, 2, 304),
    frame: `
  1 | …${'c'.repeat(98)}!
> 2 | …${'a'.repeat(157)}[x]
    | ${' '.repeat(158)}^^^`
  },
  {
    name: 'a cut parts no surrogate pair',
    text: `${'🎉'.repeat(100)}${'a'.repeat(41)}x${'b'.repeat(200)}`,
    place: at(1, 242, 1, 243),
    frame: `
> 1 | …${'🎉'.repeat(10)}${'a'.repeat(41)}x${'b'.repeat(98)}…
    | ${' '.repeat(62)}^`
  },
  {
    name: 'characters that act on the terminal are shown as visible ones',
    text: 'a\u001B[31mb \u202Ec',
    place: at(1, 7, 1, 8),
    frame: `
> 1 | a␛[31mb �c
    |       ^`
  },
  {
    name: 'a place beyond the end of its line has its caret at the end',
    text: 'ab',
    place: at(1, 9, 1, 12),
    frame: `
> 1 | ab
    |   ^`
  },
  {
    name: 'a place beyond the end of the text is moved to the last line',
    text: 'ab\ncd',
    place: at(9, 1, 9, 2),
    frame: `
  1 | ab
> 2 | cd
    | ^`
  },
  {
    name: 'an empty text has a frame',
    text: '',
    place: at(1, 1, 1, 1),
    frame: `
> 1 |
    | ^`
  }
]

test.each(cases)('$name', ({text, place, frame}) => {
  const lines = codeFrame(text, place).map((line) => line.text)
  expect(`\n${lines.join('\n')}`).toBe(frame)
})

function at(line: number, column: number, endLine: number, endColumn: number): Place {
  return {line, column, endLine, endColumn}
}
