import {expect, test} from 'vitest'
import {isHarmless} from '#src/build/compile/open-compiler.ts'
import {sourcePath, testOptions} from '../markdown/compile-text.ts'

test.each([
  ['a text of some pages', 'Some words.\n\n'.repeat(500), true],
  ['a long text', 'word '.repeat(20_001), false],
  ['a text of many short lines', '> a\n\n'.repeat(2001), false],
  ['a text of fewer', '> a\n\n'.repeat(1900), true]
])('%s is compiled in the thread of the build: %s', (_, text, isHere) => {
  expect(isHarmless({path: sourcePath('a.md'), text}, testOptions({}))).toBe(isHere)
})
