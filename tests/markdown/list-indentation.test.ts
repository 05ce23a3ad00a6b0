import {expect, test} from 'vitest'
import {listIndentationReader} from '#src/markdown/list-indentation.ts'

test.each([
  ['- a\n  b', [0, 2]],
  ['- a\n\n      b', [0, 0, 2]],
  ['10. a\n\n    b\n   c', [0, 0, 4, 0]],
  ['- a\n  - b\n    c\n\n  d\ne', [0, 2, 4, 0, 2, 0]],
  ['- 1. a\n     b', [0, 5]],
  ['-     a\n  b', [0, 2]],
  ['a\n2. b\n\n   c', [0, 0, 0, 0]],
  ['a\n1. b\n   c', [0, 0, 3]],
  ['a\n-\n  b', [0, 0, 0]],
  ['* * *\n  a', [0, 0]],
  ['-a\n  b', [0, 0]]
])('%j: how many blanks lists ask for', (text, expected) => {
  const indentationOf = listIndentationReader()
  expect(text.split('\n').map(indentationOf)).toEqual(expected)
})
