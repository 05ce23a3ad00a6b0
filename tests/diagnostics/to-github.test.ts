import {expect, test} from 'vitest'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {githubCommand} from '#src/diagnostics/to-github.ts'

const broken: Diagnostic = {
  code: 'routing/broken-reference',
  severity: 'warning',
  reason: 'Expected a page, found none',
  file: 'docs/content/a.md',
  place: {line: 7, column: 3, endLine: 7, endColumn: 9}
}

const cases: ReadonlyArray<readonly [name: string, change: Partial<Diagnostic>, expected: string]> = [
  [
    'a place in one line',
    {},
    '::warning file=docs/content/a.md,line=7,col=3,endLine=7,endColumn=9,title=routing/broken-reference::Expected a page, found none'
  ],
  [
    'an error over several lines, without columns, which GitHub refuses there',
    {severity: 'error', place: {line: 7, column: 3, endLine: 9, endColumn: 1}},
    '::error file=docs/content/a.md,line=7,endLine=9,title=routing/broken-reference::Expected a page, found none'
  ],
  [
    'a hint is a line of its own, and nothing ends a property or the command',
    {file: 'a,b:c%.md', reason: 'Not 5 % : 6,\r7', hint: 'Try `b`'},
    '::warning file=a%2Cb%3Ac%25.md,line=7,col=3,endLine=7,endColumn=9,title=routing/broken-reference::Not 5 %25 : 6,%0D7%0ATry `b`'
  ]
]

test.each(cases)('%s', (_, change, expected) => {
  expect(githubCommand({...broken, ...change})).toBe(expected)
})

test('a whole file, and no file at all', () => {
  const {place, ...whole} = broken
  expect(githubCommand(whole)).toBe(
    '::warning file=docs/content/a.md,title=routing/broken-reference::Expected a page, found none'
  )
  expect(githubCommand({...whole, file: ''})).toBe(
    '::warning title=routing/broken-reference::Expected a page, found none'
  )
})
