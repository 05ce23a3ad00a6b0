import {describe, expect, test} from 'vitest'
import {compileText, htmlOf, showDiagnostics} from './compile-text.ts'

/** HTML of four lines behind a fence, which both parsers agree on. */
async function compileFence(info: string): Promise<{readonly html: string; readonly diagnostics: string}> {
  const text = `\`\`\`${info}\na\nb\nc\nd\n\`\`\`\n`
  const [native, remark] = await Promise.all(
    (['native', 'remark'] as const).map((parser) => compileText(text, {parser}))
  )
  if (native === undefined) throw new Error('Expected a result')
  expect(native).toEqual(remark)
  return {html: htmlOf(native.value.body), diagnostics: showDiagnostics(native.diagnostics)}
}

describe('what is written for other generators means the same as', () => {
  test.each([
    ['text [a b.ts]', 'text title="a b.ts"'],
    ['text{2}[a.ts]', 'text {2} title="a.ts"'],
    ['text [x] title="a.ts"', 'text title="a.ts"'],
    ['text:line-numbers', 'text lineNumbers'],
    ['text:line-numbers=5 {2}', 'text lineNumbers=5 {2}'],
    ['text:line-numbers{2,4}', 'text lineNumbers {2,4}'],
    ['text:no-line-numbers', 'text noLineNumbers'],
    ['text {linenos=table,hl_lines=[2,"3-4"],linenostart=5}', 'text lineNumbers=5 {2,3-4}'],
    ['text {linenos=inline}', 'text lineNumbers'],
    ['text {linenos=true}', 'text lineNumbers'],
    ['text{linenos=false}', 'text noLineNumbers'],
    ['text {hl_lines="1-2 4"}', 'text {1-2,4}'],
    ['text { title="a b", class="x" id=y anchorlinenos=true lineanchors=z style=emacs }', 'text title="a b"']
  ])('%s: %s', async (info, own) => {
    const found = await compileFence(info)
    expect(found).toEqual(await compileFence(own))
    expect(found.diagnostics).toBe('')
  })
})

describe('a misspelled option is reported', () => {
  test.each([
    ['text titel="x"', '1:9-1:14', 'titel'],
    ['text nowrap', '1:9-1:15', 'nowrap'],
    ['text line-numbers', '1:9-1:21', 'line-numbers'],
    ['text {1} showLineNumber', '1:13-1:27', 'showLineNumber'],
    ['text {linenos=true, hl_line=[1]}', '1:24-1:31', 'hl_line']
  ])('%s', async (info, place, found) => {
    const {diagnostics} = await compileFence(info)
    expect(diagnostics).toBe(
      `${place} warning markdown/unknown-code-option Expected a known option of code, found \`${found}\`\n`
    )
  })

  test('as are braces without lines', async () => {
    const {diagnostics} = await compileFence('text {abc}')
    expect(diagnostics).toBe(
      '1:9-1:14 warning markdown/bad-lines Expected lines such as `{1,4-6}`, found `{abc}`\n'
    )
  })
})

test.each([
  'text live',
  'text copy twoslash static noInline should_panic',
  'text name="a" caption="b" line=5 mark={1} ins={2} frame=none group=x',
  'text {.class #id} numberLines collapse',
  'text {cmd=true, foo=1} {{x}}',
  'text [a]b [',
  'text playground editable ignore no_run edition2021',
  '{r, echo=FALSE}'
])('what other tools may know is left alone: %s', async (info) => {
  expect((await compileFence(info)).diagnostics).toBe('')
})
