import {expect, test} from 'vitest'
import {findVendored} from '#src/build/compile/find-vendored.ts'
import {createCompiler} from '#src/markdown/create-compiler.ts'
import type {SourcePath} from '#src/model/source.ts'
import {blockOf, testOptions} from '../markdown/compile-text.ts'

const site = 'https://photos.example/'

const rules = {
  starts: [site],
  keepsHtml: true,
  pathOf: (url: string) => `vendor/images/${url.slice(site.length)}` as SourcePath
}

function find(text: string): ReadonlyArray<string> {
  return findVendored({path: 'content/a.md' as SourcePath, text}, rules).map(
    ({url, place}) => `${url.slice(site.length)} ${place.line}:${place.column}-${place.endColumn}`
  )
}

test.each([
  ['an image', `![a](${site}a.jpg)`, ['a.jpg 1:6-34']],
  ['one in angle brackets, with a title', `x\n\n![a]( <${site}a.jpg> "T")`, ['a.jpg 3:8-36']],
  ['one whose words have brackets', `![a [b] \\] c](${site}a.jpg)`, ['a.jpg 1:15-43']],
  ['one with several parameters', `![](${site}a?b&amp;c=1)`, ['a?b&c=1 1:5-39']],
  ['two in a line', `![](${site}a) ![](${site}b)`, ['a 1:5-29', 'b 1:35-59']],
  ['one in a link', `[![a](${site}a)](${site}b)`, ['a 1:7-31']],
  ['one behind code in a list', `- \`\`\`\n  x\n  \`\`\`\n\n![a](${site}a)`, ['a 5:6-30']],
  ['one behind code in a file of Windows', `\`\`\`\r\nx\r\n\`\`\`\r\n\r\n![a](${site}a)`, ['a 5:6-30']],
  ['one beside a lone backtick', `a \` ![a](${site}a)`, ['a 1:10-34']],
  ['a script', `<script async src="${site}a.js?b&amp;c"></script>`, ['a.js?b&c 1:20-55']],
  ['a style sheet', `<link href='${site}a.css' rel=stylesheet>`, ['a.css 1:13-41']]
])('%s is found', (_, text, expected) => {
  expect(find(text)).toEqual(expected)
})

test.each([
  ['a link', `[a](${site}a.jpg)`],
  ['an image of another site', '![a](https://other.example/a.jpg)'],
  ['one of this site', '![a](a.jpg)'],
  ['an address by itself', `${site}a.jpg`],
  ['one that is none', '![a](https://[/a.jpg)'],
  ['one in a block of code', `\`\`\`md\n![a](${site}a)\n\`\`\``],
  ['one between backticks', `\`\`a ![a](${site}a)\`\``],
  ['one with a backslash before it', `\\![a](${site}a)`],
  ['a script of another site', '<script src="https://other.example/a.js"></script>'],
  ['a tag in a block of code', `~~~\n<script src="${site}a.js"></script>\n~~~`],
  ['a link that is no style sheet', `<link rel="canonical" href="${site}a">`]
])('%s is not', (_, text) => {
  expect(find(text)).toEqual([])
})

test('what an included text shows is found there', () => {
  const included = new Map([
    ['content/part.txt' as SourcePath, {kind: 'text', text: `\n![](${site}b)`, bodyOffset: 0} as const],
    ['content/none.txt' as SourcePath, {kind: 'absent'} as const]
  ])
  const found = findVendored({path: 'content/a.md' as SourcePath, text: '', included}, rules)
  expect(found).toMatchObject([{url: `${site}b`, file: 'content/part.txt', place: {line: 2, column: 5}}])
})

test.each([
  ['the direct route', {}],
  ['the processor', {remarkPlugins: [() => undefined]}],
  ['the other parser', {parser: 'remark'}],
  ['a sanitizer', {html: 'sanitize'}]
] as const)('what is found is an image of the site by %s, and all else stays', async (_, options) => {
  const text = `![a](${site}a?b&amp;c=1) [a](${site}a?b&amp;c=1) ![b](https://other.example/b.jpg)`
  const source = {path: 'content/a.md' as SourcePath, text}
  const vendored = new Map(findVendored(source, rules).map(({url, path}) => [url, path]))
  const {value, diagnostics} = await createCompiler(testOptions(options))(
    {...source, vendored},
    blockOf(text)
  )
  expect(diagnostics).toEqual([])
  const references = value.body.slots.flatMap((slot) => ('reference' in slot ? [slot] : []))
  expect(references).toMatchObject([{reference: '/included/vendor/images/a?b&c=1', role: 'asset'}])
  expect(value.body.chunks.join('')).toContain('src="https://other.example/b.jpg"')
  expect(value.facts.externalLinks).toMatchObject([{href: `${site}a?b&c=1`}])
})
