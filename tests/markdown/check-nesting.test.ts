import {expect, test} from 'vitest'
import {compileText, showDiagnostics} from './compile-text.ts'

test.each([
  ['Text <div>x</div>\n', '1:6-1:11 warning markdown/block-in-paragraph'],
  ['**Text <p>x</p>**\n', '1:8-1:11 warning markdown/block-in-paragraph'],
  ['[a <a href="/b">b</a>](/c)\n', '1:4-1:17 warning markdown/nested-link'],
  ['<b></b> <a href="/a">x [b](/b)</a>\n', '1:24-1:31 warning markdown/nested-link'],
  ['See <a href="/a">https://b.example/</a>\n', '1:18-1:36 warning markdown/nested-link'],
  ['## <a href="/a">x <a href="/b">y</a></a>\n', '1:19-1:32 warning markdown/nested-link']
])('what browsers take apart is told of: %s', async (text, problem) => {
  const {diagnostics} = await compileText(text, {})
  expect(showDiagnostics(diagnostics)).toMatch(problem)
  expect(diagnostics).toHaveLength(1)
})

test.each([
  '<div>\n\n[a](/b)\n\n</div>\n',
  'See <a href="/a">a</a> and [b](/b), <b>x</b>\n',
  '<a href="/a">\n\n![x](https://x.example/x.png)\n\n</a>\n\n[b](/b)\n',
  'As `<div>` and \\<div>\n',
  '- <details><summary>x</summary>y</details>\n'
])('nothing is told of: %s', async (text) => {
  const {diagnostics} = await compileText(text, {})
  expect(showDiagnostics(diagnostics)).toBe('')
})
