import {expect, test} from 'vitest'
import {compileText, htmlOf, showDiagnostics} from './compile-text.ts'

/** HTML and diagnostics of a text, which both parsers agree on. */
async function compileBoth(text: string): Promise<{readonly html: string; readonly diagnostics: string}> {
  const [native, remark] = await Promise.all(
    (['native', 'remark'] as const).map((parser) => compileText(text, {parser}))
  )
  if (native === undefined) throw new Error('Expected a result')
  expect(native).toEqual(remark)
  return {html: htmlOf(native.value.body), diagnostics: showDiagnostics(native.diagnostics)}
}

test.each([
  ['One *two* `three`', 'One <em>two</em> <code>three</code>'],
  ['At 8:30 **b**', 'At 8:30 <strong>b</strong>'],
  ['From [here](https://e.org)', 'From <a href="https://e.org">here</a>'],
  ['snake_case_name', 'snake_case_name'],
  ['Two * three', 'Two * three'],
  ['- a *b*', '- a *b*'],
  ['a <b>*c*</b>', 'a &#x3C;b>*c*&#x3C;/b>'],
  [String.raw`\*a\*`, '*a*']
])('the caption %j is Markdown of one line', async (title, caption) => {
  for (const before of ['', '> a\n\n']) {
    const {html, diagnostics} = await compileBoth(`${before}![x](y.png "${title}")\n`)
    expect(html).toContain(
      `<img src="y.png" alt="x" loading="lazy" decoding="async">\n<figcaption>${caption}</figcaption>`
    )
    expect(diagnostics).toBe('')
  }
})

test('what is wrong in a caption is told at its place', async () => {
  const {diagnostics} = await compileBoth('a\n\n![x](y.png "b [c](javascript:d)")\n')
  expect(diagnostics).toMatch(/^3:15-3:32 warning markdown\/dangerous-url/)
})

test('the title of an image in a text stays a title', async () => {
  const {html} = await compileBoth('a ![x](y.png "b *c*")\n')
  expect(html).toContain('title="b *c*"')
})
