import {describe, expect, test} from 'vitest'
import {compileText, showDiagnostics} from './compile-text.ts'

/** Diagnostics of a text, which both parsers agree on. */
async function diagnosticsOf(text: string): Promise<string> {
  const [native, remark] = await Promise.all(
    (['native', 'remark'] as const).map((parser) => compileText(text, {parser}))
  )
  expect(native?.diagnostics).toEqual(remark?.diagnostics)
  return showDiagnostics(native?.diagnostics ?? [])
}

describe('a container that nothing closes is reported at its opening', () => {
  test.each([
    ['to the end of the article', ':::note\na\n', '1:1-1:8 error', 'note'],
    ['with a title', 'a\n\n:::box[A *b*]{c=d}\na\n', '3:1-3:19 warning', 'box'],
    ['in a quote', '> :::note\n> a\n\nb\n', '1:3-1:10 error', 'note'],
    ['in a list', '- :::note\n  a\n- b\n', '1:3-1:10 error', 'note'],
    ['around code', ':::code-group\n```js [A]\n```\n', '1:1-1:14 error', 'code-group'],
    ['with as many colons as the one around it', ':::box\n:::inner\na\n:::\n', '2:1-2:9 warning', 'inner'],
    ['without content', ':::note', '1:1-1:8 error', 'note']
  ])('%s', async (_, text, place, name) => {
    expect(await diagnosticsOf(text)).toBe(
      `${place} markdown/unclosed-container Expected a line \`:::\` that closes \`${name}\`, found none\n`
    )
  })
})

test.each([
  ':::note\n:::\n',
  ':::note\na\n:::',
  ':::note\na\n:::  \n\nb\n',
  '> :::note\n> a\n> :::\n',
  '- :::note\n  a\n  :::\n',
  '::::box\n:::inner\na\n:::\n::::\n',
  ':::box\n| a |\n|---|\n| b |\n:::\n\nc\n',
  '::: box\na\n:::\n'
])('a container that is closed is none: %j', async (text) => {
  expect(await diagnosticsOf(text)).toBe('')
})
