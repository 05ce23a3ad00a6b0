import {describe, expect, test} from 'vitest'
import {allFeatures, compileBlock, compileText, htmlOf, showDiagnostics, showSlots} from './compile-text.ts'

const deep = 'Expected moderate nesting of lists, quotes, emphasis and elements, found nesting too deep'

describe('nesting', () => {
  test.each([
    ['quotes', '>'.repeat(60_000), '1:301-1:60001'],
    ['lists', `${'* '.repeat(5_000)}a`, '1:301-1:10002'],
    ['quotes and lists', `a\n\n${'> - '.repeat(50_000)}a`, '3:401-3:200002'],
    ['emphasis', `${'**x '.repeat(5_000)}y${'**'.repeat(5_000)}`, '1:1195-1:1197'],
    ['elements', `Text\n\n${'<div>'.repeat(1_000)}`, '3:1501-3:5001']
  ])('of too many %s is an error at its place', async (_, text, place) => {
    const {value, diagnostics} = await compileText(text, {})
    expect(showDiagnostics(diagnostics)).toBe(`${place} error markdown/too-deep ${deep}\n`)
    expect(value.body).toEqual({chunks: [''], slots: []})
  })

  test('that overflows the stack of a library is the same error', async () => {
    const {diagnostics} = await compileText('<div>'.repeat(50_000), {})
    expect(showDiagnostics(diagnostics)).toBe(`- error markdown/too-deep ${deep}\n`)
  })

  test.each(['- '.repeat(400), `> ${'* '.repeat(400)}`, `\`\`\`\n${'> '.repeat(400)}a\n\`\`\``])(
    'is none in %s',
    async (text) => {
      expect((await compileText(text, {})).diagnostics).toEqual([])
    }
  )

  test('of 100 levels compiles', async () => {
    const {value, diagnostics} = await compileText(`${'> '.repeat(100)}${'- '.repeat(50)}<b>x</b>`, {})
    expect(diagnostics).toEqual([])
    expect(htmlOf(value.body)).toContain('<li><b>x</b></li>')
  })
})

describe('a number', () => {
  test.each([
    [1000, []],
    [1001, ['markdown/too-many']]
  ])('of %d ignores', async (count, problems) => {
    const {diagnostics} = await compileText('<!-- galley-ignore a/b: c -->\n\n'.repeat(count), {})
    const found = diagnostics.filter(({silences}) => silences === undefined).map(({code}) => code)
    expect(found).toEqual(problems)
  })

  test.each([
    ['directives', (count: number) => '::a\n\n'.repeat(count), '40001:1-40001:4'],
    ['containers', (count: number) => ':::a\n:::\n\n'.repeat(count), '60001:1-60002:4'],
    ['footnotes', (count: number) => '[^1]: a\n\n'.repeat(count), '40001:1-40001:8'],
    ['formulas', (count: number) => '$$a$$\n\n'.repeat(count), '40001:1-40001:6'],
    ['shortcodes', (count: number) => '{{< a >}}\n\n'.repeat(count), '40001:1-40001:10']
  ])('of %s that no book has is refused at the first that is one too many', async (what, write, place) => {
    const {value, diagnostics} = await compileText(write(20_001), {features: allFeatures})
    const name = what === 'containers' ? 'directives' : what
    expect(showDiagnostics(diagnostics)).toBe(
      `${place} error markdown/too-many Expected at most 20000 ${name} in an article, found more\n`
    )
    expect(value.body).toEqual({chunks: [''], slots: []})
  })

  test('of 20,000 compiles', async () => {
    const {diagnostics} = await compileText('::a\n\n'.repeat(20_000), {features: allFeatures})
    expect(diagnostics.map(({code}) => code)).not.toContain('markdown/too-many')
  })
})

describe('size', () => {
  const times = 50_000
  test.each([
    ['brackets', '['.repeat(times)],
    ['nested brackets', `${'['.repeat(times)}a${']'.repeat(times)}`],
    ['asterisks', '*'.repeat(times)],
    ['open emphasis', '*a **a '.repeat(times)],
    ['underscores', '_'.repeat(times)],
    ['backticks', '`'.repeat(times)],
    ['angle brackets', '<'.repeat(times)],
    ['exclamation marks', '!'.repeat(times)],
    ['CDATA sections', 'a <![CDATA['.repeat(times)],
    ['footnote marks', '[^x '.repeat(times)],
    ['ampersands', '&'.repeat(times)],
    ['commas in a srcset', `<img srcset="${', '.repeat(times)}">`],
    ['heading marks', `# x${' {#'.repeat(times)}`]
  ])('of %s compiles', async (_, text) => {
    const {value} = await compileText(text, {})
    expect(htmlOf(value.body).length).toBeGreaterThan(0)
  })

  const name = ':a[b]'
  test.each([
    ['colons of directives', name.repeat(times), '1:1'],
    ['character references', `a\n\nb\n${'&amp;'.repeat(times)}`, '3:1'],
    ['signs beside a letter beyond ASCII', `# A\n\né ${'*a* '.repeat(times)}`, '3:1'],
    ['rows of a table with directives', `${name}\n\n|a|\n|-|\n${'|12:30|\n'.repeat(times)}`, '3:1']
  ])('of a paragraph with %s is refused', async (_, text, start) => {
    for (const parser of ['native', 'remark'] as const) {
      const {diagnostics} = await compileText(text, {parser})
      expect(showDiagnostics(diagnostics)).toMatch(
        new RegExp(`^${start}-${start} error markdown/long-paragraph Expected at most \\d+ signs`)
      )
    }
  })

  test.each([
    ['colons, and no directive', 'b: '.repeat(times)],
    ['colons in code', `${name}\n\n\`\`\`\n${'b: \n'.repeat(times)}\`\`\`\n`],
    ['colons in raw HTML', `${name}\n\n<script>\n${'b: &a;\n\n'.repeat(times)}</script>\n`],
    ['definitions', `${name} é\n\n${'[b]: http://c.d\n'.repeat(times)}`],
    ['items', `${name} é\n\n${'- b: *c* &amp;\n'.repeat(5_000)}`],
    ['rows of a table', `é\n\n|é|\n|-|\n${'|12:30 *b*|\n'.repeat(5_000)}`],
    ['paragraphs', `${name} é: *b* &amp;\n\n`.repeat(2_000)]
  ])('of %s compiles', async (_, text) => {
    const {value} = await compileText(text, {})
    expect(htmlOf(value.body).length).toBeGreaterThan(0)
  })

  test('of a table compiles', async () => {
    const row = `${'|b'.repeat(20)}|\n`
    const {value} = await compileText(`${row}${'|-'.repeat(20)}|\n${row.repeat(2_000)}`, {})
    expect(htmlOf(value.body).match(/<td>/g)).toHaveLength(40_000)
  })
})

describe('text', () => {
  const text =
    'a\nb  \nc\n\n```js\nx\n\ny\n```\n\n<div\nclass="x">\n\nz\n</div>\n\n[l](l.md)\n\n<!-- more -->\n\n[^n]\n'

  test.each(['\r\n', '\r'])('with line ends %j compiles as with line feeds', async (lineEnd) => {
    for (const parser of ['native', 'remark'] as const) {
      const expected = await compileText(text, {parser})
      expect(await compileText(text.replaceAll('\n', lineEnd), {parser})).toEqual(expected)
    }
  })

  test('with U+0000 has the replacement character instead', async () => {
    const {value} = await compileText('a\0b', {})
    expect(htmlOf(value.body)).toBe('<p>a\uFFFDb</p>')
  })

  test('cannot forge a slot', async () => {
    const {value} = await compileText('[a](a.md) slot-0123-0. <b title="slot-0.">', {})
    expect(value.body.slots).toHaveLength(1)
    expect(showSlots(value.body)).toContain('slot-0123-0.')
  })

  test('without content is an empty fragment', async () => {
    const {value, diagnostics} = await compileText('', {})
    const empty = {chunks: [''], slots: []}
    const lists = {outline: [], ids: [], externalLinks: [], codeLanguages: [], features: []}
    const facts = {...lists, text: '', wordCount: 0}
    expect({value, diagnostics}).toEqual({value: {body: empty, excerpt: empty, facts}, diagnostics: []})
  })
})

describe('front matter', () => {
  test.each([
    ['none', ''],
    ['yaml', '---\na: 1\n---\n'],
    ['yaml', '---\n---\n'],
    ['yaml', '---yaml\na: 1\n---\n'],
    ['yaml', '---\na: |\n  x\n---\n\n\n'],
    ['yaml', '---\r\na: 1\r\n---\r\n'],
    ['toml', '+++\na = 1\n+++\n'],
    ['toml', '---toml\na = 1\n---\n'],
    ['json', '---json\n{"a": 1}\n---\n'],
    ['json-braces', '{\n    "a": "*x*"\n}\n']
  ] as const)('%s %j stays out, and places are those of the file', async (format, head) => {
    const line = head.split('\n').length
    for (const parser of ['native', 'remark'] as const) {
      const {value} = await compileBlock(`${head}[a](a.md)\n`, {format, bodyOffset: head.length}, {parser})
      expect(showSlots(value.body)).toBe('<p><a href="{{link:a.md}}">a</a></p>')
      const place = {line, column: 5, endLine: line, endColumn: 9}
      expect(value.body.slots).toEqual([{reference: 'a.md', role: 'link', place}])
    }
  })

  test('is none where a thematic break opens the body', async () => {
    for (const parser of ['native', 'remark'] as const) {
      const {value} = await compileText('---\n\nText *a*: b\n\n---\n', {parser})
      expect(htmlOf(value.body)).toBe('<hr>\n<p>Text <em>a</em>: b</p>\n<hr>')
    }
  })
})

test('a text of more words than anybody reads at once is a hint', async () => {
  const words = (count: number): string => 'word '.repeat(count)
  expect((await compileText(words(20_000), {})).diagnostics).toEqual([])
  expect(showDiagnostics((await compileText(words(20_001), {})).diagnostics)).toBe(
    '- hint markdown/long-text Expected a text of at most 20000 words, found 20001\n'
  )
})
