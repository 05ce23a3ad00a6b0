import {expect, test} from 'vitest'
import {editorAddress} from '#src/cli/editor-address.ts'

test.each([
  [undefined, 'vscode://file{file}:{line}:{column}'],
  ['', 'vscode://file{file}:{line}:{column}'],
  ['nonsense', 'vscode://file{file}:{line}:{column}'],
  ['constructor', 'vscode://file{file}:{line}:{column}'],
  ['idea', 'idea://open?file={file}&line={line}&column={column}'],
  ['my-editor://go?{file}#{line}', 'my-editor://go?{file}#{line}'],
  ['javascript:alert(1)', 'vscode://file{file}:{line}:{column}']
])('%s', (wanted, expected) => {
  expect(editorAddress(wanted)).toBe(expected)
})
