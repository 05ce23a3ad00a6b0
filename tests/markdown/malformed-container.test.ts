import {describe, expect, test} from 'vitest'
import {compileText, htmlOf, noFeatures, showDiagnostics} from './compile-text.ts'

/** Diagnostics and HTML of a text, which both parsers agree on. */
async function compileBoth(text: string): Promise<{readonly html: string; readonly diagnostics: string}> {
  const [native, remark] = await Promise.all(
    (['native', 'remark'] as const).map((parser) => compileText(text, {parser}))
  )
  if (native === undefined) throw new Error('Expected a result')
  expect(native).toEqual(remark)
  return {html: htmlOf(native.value.body), diagnostics: showDiagnostics(native.diagnostics)}
}

describe('a line that starts a container but for a mistake is reported where the mistake is', () => {
  test.each([
    ['a bracket missing', ':::tip[Title\n', '1:13-1:14', '`]`', 'its end'],
    ['a bracket missing behind a blank', '::: tip [Title\n', '1:15-1:16', '`]`', 'its end'],
    ['a brace missing', ':::tip{a=b\n', '1:11-1:12', '`}`', 'its end'],
    ['a brace missing behind a title', 'a\n\n> ::: details Ti {open\n', '3:23-3:24', '`}`', 'its end'],
    ['a brace missing behind a label', ':::details[Ti]{open\n', '1:20-1:21', '`}`', 'its end'],
    ['a quote missing', ':::tip{a="b}\n', '1:13-1:14', 'a quote and `}`', 'its end'],
    ['no name', '- x\n  :::[Title]\n', '2:6-2:13', 'a name such as `note`', '`[Title]`'],
    ['a class for a name', '::: {.warning}\n', '1:5-1:15', 'a name such as `note`', '`{.warning}`'],
    ['text behind it', ':::tip[x] more\n', '1:11-1:15', 'nothing more', '`more`'],
    ['a colon behind the name', '::: tip: x\n', '1:8-1:11', 'a blank, `[` or `{` behind `tip`', '`: x`'],
    [
      'attributes that are none',
      ':::tip{a=}\n',
      '1:7-1:11',
      'attributes such as `{#id .class name="value"}`',
      '`{a=}`'
    ],
    ['a bracket in code', '::: tip a `[`\n', '1:1-1:14', '`:::tip[Title]`', '`::: tip a [`']
  ])('%s', async (_, text, place, expected, found) => {
    const {diagnostics} = await compileBoth(text)
    expect(diagnostics).toBe(
      `${place} warning markdown/malformed-container Expected ${expected} in the first line of a container, found ${found}\n`
    )
  })
})

describe('a directive by itself that is none is reported where the mistake is, and shown as it is', () => {
  test.each([
    ['a value missing', '::leaf{a=}', '1:7-1:11', 'attributes such as `{#id .class name="value"}`', '`{a=}`'],
    ['a brace missing', '::leaf[Text]{a="b"', '1:19-1:20', '`}`', 'its end'],
    ['a bracket missing', '::leaf[Text', '1:12-1:13', '`]`', 'its end'],
    ['a quote missing', '::leaf{a="b}', '1:13-1:14', 'a quote and `}`', 'its end'],
    ['text behind it', '::leaf{a=b} more', '1:13-1:17', 'nothing more', '`more`']
  ])('%s', async (_, line, place, expected, found) => {
    const {html, diagnostics} = await compileBoth(`${line}\n`)
    expect(diagnostics).toBe(
      `${place} warning markdown/malformed-directive Expected ${expected} in the line of a directive, found ${found}\n`
    )
    expect(html).toBe(`<p>${line}</p>`)
  })

  test('in a quote, and after another line', async () => {
    const {diagnostics} = await compileBoth('> a\n> ::leaf{b=}\n')
    expect(diagnostics).toMatch(/^2:9-2:13 warning markdown\/malformed-directive/)
  })
})

test('the fence that belongs to such a line is not reported', async () => {
  const {diagnostics} = await compileBoth(':::tip[Title\na\n:::\n')
  expect(diagnostics.split('\n')).toHaveLength(2)
})

test.each([
  [':::\n', '1:1-1:4', ':::'],
  ['a\n\n::::\n', '3:1-3:5', '::::'],
  [':::note\na\n:::\n\nb\n\n:::\n', '7:1-7:4', ':::'],
  ['> a\n> :::\n', '2:3-2:6', ':::']
])('a fence that closes nothing is reported: %j', async (text, place, fence) => {
  const {diagnostics} = await compileBoth(text)
  expect(diagnostics).toBe(
    `${place} warning markdown/unopened-container Expected a container that \`${fence}\` closes, found none\n`
  )
})

test.each([
  '\\:::tip[a\n',
  '`a\n:::tip[a`\n',
  '```\n:::\n```\n',
  '    :::tip[a\n',
  '<div>\n:::\n</div>\n',
  'a ::: b\n',
  'a\n::b\n',
  '::std vector\n',
  'a ::b{c=}\n',
  '`a\n::b{c=}`\n'
])('nothing is said of %j', async (text) => {
  expect((await compileBoth(text)).diagnostics).toBe('')
})

test('nothing is said, nor read, where directives are off', async () => {
  const {value, diagnostics} = await compileText(':::tip Title\na\n:::\n', {features: noFeatures})
  expect(htmlOf(value.body)).toBe('<p>:::tip Title\na\n:::</p>')
  expect(diagnostics).toEqual([])
})

describe('a container may be written as elsewhere', () => {
  test.each([
    [':::x Title', 'title="Title"'],
    [':::x [Title]', 'title="Title"'],
    ['::: x[Title]', 'title="Title"'],
    ['::: x Title :::', 'title="Title"'],
    ['::: x Use a[0]', 'title="Use a[0]"'],
    ['::: x From [0, 1)', 'title="From [0, 1)"'],
    ['::: x Back\\', 'title="Back\\\\"'],
    ['::: x Title {a=b}', 'a="b" title="Title"'],
    [':::x Title {.a #b}', 'class="a" id="b" title="Title"'],
    [':::x[Title] {a}', 'a="" title="Title"'],
    ['::: x {a="b c"}', 'a="b c"'],
    ['::: x Use {{ a }}', 'title="Use {{ a }}"'],
    ['::: x', ''],
    [':::   x   Title', 'title="Title"']
  ])('%s', async (line, attributes) => {
    const {html, diagnostics} = await compileBoth(`${line}\na\n:::\n`)
    expect(diagnostics).toBe('')
    expect(html).toBe(`{{block x${attributes === '' ? '' : ` ${attributes}`}}}\n<p>a</p>\n{{/x}}`)
  })

  test('and what stands in its title keeps its place', async () => {
    for (const before of ['::: tip ', ':::tip ', ':::tip[', ':::  tip  [']) {
      const text = `${before}a [b](javascript:c)${before.endsWith('[') ? ']' : ''}\nd\n:::\n`
      const {diagnostics} = await compileBoth(text)
      const column = before.length + 3
      expect(diagnostics).toMatch(new RegExp(`^1:${column}-1:${column + 17} warning markdown/dangerous-url`))
    }
  })

  test('and front matter that looks like it stays', async () => {
    const {value} = await compileText('---\n::: a b c: d\n---\n\ne\n', {})
    expect(htmlOf(value.body)).not.toBe('')
  })
})
