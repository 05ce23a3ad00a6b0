import {isDeepStrictEqual} from 'node:util'
import {expect, test} from 'vitest'
import {createCompiler} from '#src/markdown/create-compiler.ts'
import {blockOf, sourcePath, testOptions} from '../markdown/compile-text.ts'

const [native, remark] = (['native', 'remark'] as const).map((parser) =>
  createCompiler(testOptions({parser}))
)

/** What the parsers read differently, as small as it gets, and which of the two is at odds with the specification. */
const differences: ReadonlyArray<readonly [cause: string, text: string]> = [
  ['remark takes a tab after a colon for the name of a directive', ':b[c]\n\na:\t'],
  ['native keeps no blank at the end of a label', ':b[c ]'],
  ['native takes a label of blanks for none', ':x[ ]'],
  ['remark takes an empty line after a list, both in a quote, for one between its items', '>- a\n>\n>'],
  ['native ends a table that ends a quote, and begins another where the text goes on', '>a\n>-|\na\n-|'],
  ['native sees no link with an empty address around a footnote mark', '[[^m]]()\n[^m]:'],
  ['native links an address of which the host begins with a dot', 'http://.c'],
  ['remark gives no place to an address that is followed by a dot and the end', 'see www.'],
  ['remark keeps a line of blanks at the end of indented code', '>\n---\n    s\n     ']
]

test.each(differences)('%s', async (_, text) => {
  const source = {path: sourcePath('a.md'), text}
  const [one, other] = await Promise.all([native, remark].map((compile) => compile?.(source, blockOf(text))))
  expect(one).toBeDefined()
  expect(isDeepStrictEqual(one, other)).toBe(false)
})
