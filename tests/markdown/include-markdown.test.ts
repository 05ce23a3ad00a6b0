import {expect, test} from 'vitest'
import {createCompiler} from '#src/markdown/create-compiler.ts'
import {includedMax, levelsMax} from '#src/markdown/includes/find-included.ts'
import {rebaseUrl} from '#src/markdown/includes/rebase-url.ts'
import {checkIncludes} from './check-includes.ts'
import {blockOf, htmlOf, sourceOf, testOptions} from './compile-text.ts'

test('a directive brings the blocks of a file', async () => {
  await checkIncludes({
    article: '# A\n\n::include{file="/parts/b.md"}\n\nc',
    files: '-- parts/b.md --\n## B\n\n- d\n',
    html: '<h1 id="a">A</h1>\n<h2 id="b">B</h2>\n<ul>\n<li>d</li>\n</ul>\n<p>c</p>'
  })
})

test.each([
  ['file="b.md" region="r"', '<p>r <em>1</em></p>'],
  ['file="b.md" lines="6"', '<p>r <em>1</em></p>'],
  ['file="b.md"', '<p>B</p>\n<p>r <em>1</em></p>'],
  ['file=b.md', '<p>B</p>\n<p>r <em>1</em></p>'],
  ["file='b.md' lines='1-4'", '<p>B</p>']
])('%s, without front matter and markers', async (attributes, html) => {
  await checkIncludes({
    article: `::include{${attributes}}`,
    files: '-- content/b.md --\n---\ntitle: B\n---\nB\n<!-- #region r -->\nr *1*\n<!-- #endregion -->\n',
    html
  })
})

test('an included text may stand in a list or a quote', async () => {
  await checkIncludes({
    article: '- a\n\n  ::include{file="b.md"}\n\n> ::include{file="b.md"}',
    files: '-- content/b.md --\nb\n',
    html: '<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n<blockquote>\n<p>b</p>\n</blockquote>'
  })
})

test('an empty file brings nothing', async () => {
  await checkIncludes({
    article: 'a\n\n::include{file="b.md"}\n\nc',
    files: '-- content/b.md --\n\n-- content/c.md --\n',
    html: '<p>a</p>\n<p>c</p>'
  })
})

test('links and images lead where they lead from the included file, by references and in raw HTML too', async () => {
  await checkIncludes({
    article: '::include{file="/content/parts/p.md"}\n\n[r]\n\n[r]: /article',
    files: `
-- content/parts/p.md --
[b](b.md#x) ![i](../i.png "t") [c](/c/) [d](#d) [e](https://example.org/) [r] ![r]

[r]: sub/r.md 'T'

<img alt="" src="raw.png" srcset="x.png 1x, https://example.org/y.png 2x"> <a href="../a.md">a</a>

<video poster="p.png">
<p>v</p>
</video>
`,
    html: [
      '<p><a href="{{link:parts/b.md#x}}">b</a> <img src="{{asset:i.png}}" alt="i" title="t">',
      ' <a href="{{link:/c/}}">c</a> <a href="{{link:#d}}">d</a> <a href="https://example.org/">e</a>',
      ' <a href="{{link:parts/sub/r.md}}" title="T">r</a> <img src="{{asset:parts/sub/r.md}}" alt="r" title="T"></p>\n',
      '<p><img alt="" src="{{asset:parts/raw.png}}" srcset="{{asset:parts/x.png}} 1x, https://example.org/y.png 2x">',
      ' <a href="{{link:a.md}}">a</a></p>\n',
      '<video poster="{{asset:parts/p.png}}">\n<p>v</p>\n</video>\n',
      '<p><a href="{{link:/article}}">r</a></p>'
    ].join('')
  })
})

test.each([
  ['b.png', 'parts/p.md', 'content/a/b.md', '../../parts/b.png'],
  ['./b.png?x#y', 'content/p/p.md', 'content/a.md', 'p/b.png?x#y'],
  ['../b.md', 'content/p/q/p.md', 'content/p/a.md', 'b.md'],
  ['../', 'content/p/q/p.md', 'content/a.md', 'p/'],
  ['b.md', 'content/p.md', 'content/a.md', 'b.md'],
  ['b.md', 'content/ä #1/p.md', 'content/a.md', '%C3%A4%20%231/b.md'],
  ['c:d.md', 'content/p/p.md', 'content/a.md', 'c:d.md'],
  ['./c:d.md', 'content/p/p.md', 'content/p/q/a.md', '../c:d.md'],
  ['../c:d.md', 'content/p/p.md', 'content/a.md', './c:d.md'],
  ['../../../b.md', 'content/p/p.md', 'content/a.md', '../../../b.md'],
  ['?q', 'content/p/p.md', 'content/a.md', '?q'],
  ['//b/c', 'content/p/p.md', 'content/a.md', '//b/c'],
  ['', 'content/p/p.md', 'content/a.md', '']
])('%j of %s is, in %s, %j', (url, from, to, expected) => {
  expect(rebaseUrl(url, from, to)).toBe(expected)
})

test('files include files, each from its own folder, and code', async () => {
  await checkIncludes({
    article: '::include{file="b/b.md"}',
    files: `
-- content/b/b.md --
b [l](l.md)

::include{file="c/c.md"}
-- content/b/c/c.md --
c [l](l.md)

\`\`\`file="c.js"
\`\`\`
-- content/b/c/c.js --
c()
`,
    html: [
      '<p>b <a href="{{link:b/l.md}}">l</a></p>\n<p>c <a href="{{link:b/c/l.md}}">l</a></p>\n',
      '<pre><code class="language-js">c()\n</code></pre>'
    ].join('')
  })
})

test('footnotes keep apart', async () => {
  const files = {
    'content/a.md': 'a[^1]\n\n[^1]: A\n\n::include{file="b.md"}\n\n::include{file="b.md"}',
    'content/b.md': 'b[^1]\n\n[^1]: B\n'
  }
  await checkIncludes({article: files['content/a.md'], files: `-- content/b.md --\n${files['content/b.md']}`})
  const source = await sourceOf('content/a.md', files)
  const {value} = await createCompiler(testOptions({}))(source, blockOf(source.text))
  expect(htmlOf(value.body).match(/<li id="[^"]*">\n<p>[AB]/g)).toEqual([
    '<li id="user-content-fn-1">\n<p>A',
    '<li id="user-content-fn-1-2">\n<p>B',
    '<li id="user-content-fn-1-3">\n<p>B'
  ])
})

test('the excerpt ends where the article has its mark, whatever is included', async () => {
  const html = '<div>\n\na long text in raw HTML\n\n</div>\n'
  const source = await sourceOf('content/a.md', {
    'content/a.md': '::include{file="b.md"}\n\n<!-- more -->\n\nc',
    'content/b.md': `b\n\n<!-- more -->\n\n${html}`
  })
  for (const parser of ['native', 'remark'] as const) {
    const {value} = await createCompiler(testOptions({parser}))(source, blockOf(''))
    expect(htmlOf(value.excerpt)).toBe('<p>b</p>\n<div>\n<p>a long text in raw HTML</p>\n</div>')
    expect(htmlOf(value.body)).toBe('<p>b</p>\n<div>\n<p>a long text in raw HTML</p>\n</div>\n<p>c</p>')
  }
})

test.each([
  ['', '1:1-1:10 error markdown/include-without-file Expected `file="…"` of what to include, found none'],
  [
    '{file="b.md" region=x}',
    '1:23-1:31 error markdown/include-missing-region Expected a region `x` in `content/b.md`, found no region'
  ],
  [
    '{file="none.md"}',
    '1:11-1:25 error markdown/include-missing-file Expected a file `content/none.md` to include, found none'
  ],
  [
    '{file="/../x.md"}',
    '1:11-1:26 error markdown/include-outside Expected a file of the site to include, found `/../x.md`'
  ],
  [
    '{file="a.md"}',
    '1:11-1:22 error markdown/include-cycle Expected files that end, found one that includes itself: `content/a.md` → `content/a.md`'
  ],
  [
    '{file="c.md"}',
    'content/d.md 1:11-1:22 error markdown/include-cycle Expected files that end, found one that includes itself: `content/a.md` → `content/c.md` → `content/d.md` → `content/c.md`'
  ],
  [
    '{file="e.md"}',
    'content/e.md 3:7-3:21 error markdown/include-missing-file Expected a file `content/none.ts` to include, found none'
  ],
  [
    '{file="f.md"}',
    'content/f.md 3:3-3:20 warning markdown/dangerous-url Expected an address without script in `href`, found `javascript:x`'
  ],
  [
    '{file="g.md"}',
    'content/g.md 5:1-5:29 warning markdown/dangerous-url Expected an address without script in `href`, found `javascript:y`'
  ]
])('::include%s is told of', async (attributes, problem) => {
  await checkIncludes({
    article: `::include${attributes}`,
    files: `
-- content/b.md --
b
-- content/c.md --
::include{file="d.md"}
-- content/d.md --
::include{file="c.md"}
-- content/e.md --
e

\`\`\`ts file="none.ts"
\`\`\`
-- content/f.md --
f

g [x](javascript:x)
-- content/g.md --
g

<div>

<a href="javascript:y">y</a></div>
`,
    problems: [problem]
  })
})

test('an indented part, and one in CRLF, is told of at its columns in the file', async () => {
  await checkIncludes({
    article: '::include{file="b.md" region=part}',
    files:
      '-- content/b.md --\nb\r\n\r\n<!-- #region part -->\r\n  one\r\n\r\n  [x](javascript:x)\r\n<!-- #endregion -->\r\n',
    problems: [
      'content/b.md 6:3-6:20 warning markdown/dangerous-url Expected an address without script in `href`, found `javascript:x`'
    ]
  })
})

test('an included text that is refused names itself, and the rest is compiled', async () => {
  const deep = `${'> '.repeat(400)}x`
  await checkIncludes({
    article: 'a\n\n::include{file="b.md"}\n\n[x](javascript:x)',
    files: `-- content/b.md --\nb\n\n${deep}\n`,
    problems: [
      '5:1-5:18 warning markdown/dangerous-url Expected an address without script in `href`, found `javascript:x`',
      'content/b.md 3:601-3:802 error markdown/too-deep Expected moderate nesting of lists, quotes, emphasis and elements, found nesting too deep'
    ]
  })
})

test('what stands behind an include keeps its place', async () => {
  await checkIncludes({
    article:
      '::include{file="b.md"}\n\na [x](javascript:x)\n\n> ::include{file="b.md"}\n\n[^1] <a href="javascript:y">y</a>',
    files: '-- content/b.md --\none\n\ntwo [^2]\n\nthree\n',
    problems: [
      '3:3-3:20 warning markdown/dangerous-url Expected an address without script in `href`, found `javascript:x`',
      '7:1-7:5 warning markdown/undefined-footnote Expected a definition for the footnote `[^1]`, found none',
      '7:6-7:34 warning markdown/dangerous-url Expected an address without script in `href`, found `javascript:y`',
      ...Array(2).fill(
        'content/b.md 3:5-3:9 warning markdown/undefined-footnote Expected a definition for the footnote `[^2]`, found none'
      )
    ]
  })
})

test('links have places in the file that they stand in', async () => {
  const source = await sourceOf('content/a.md', {
    'content/a.md': '::include{file="b.md"}\n\n[c](c.md)\n',
    'content/b.md': 'one\n\n\n[b](b.md) [d](https://example.org/)\n'
  })
  const {value} = await createCompiler(testOptions({}))(source, blockOf(''))
  const from = {path: 'content/b.md', includedAt: 1}
  expect(value.body.slots).toEqual([
    {reference: 'b.md', role: 'link', place: {line: 4, column: 5, endLine: 4, endColumn: 9}, from},
    {reference: 'c.md', role: 'link', place: {line: 3, column: 5, endLine: 3, endColumn: 9}}
  ])
  expect(value.facts.externalLinks).toEqual([
    {href: 'https://example.org/', place: {line: 4, column: 11, endLine: 4, endColumn: 36}, from}
  ])
})

test('components are called from included text, and stand around includes', async () => {
  const source = await sourceOf('content/a.md', {
    'content/a.md': ':::frame\n::include{file="b.md"}\n:::\n\n::after{x=1}\n',
    'content/b.md': '10:am\n\n::chart{title="a &amp; b" .wide}\n'
  })
  for (const parser of ['native', 'remark'] as const) {
    const {value, diagnostics} = await createCompiler(testOptions({parser}))(source, blockOf(''))
    const line = {line: 3, endLine: 3}
    const chart = {
      component: 'chart',
      place: {...line, column: 1, endColumn: 33},
      from: {path: 'content/b.md', includedAt: 2},
      attributes: [
        {name: 'title', value: 'a & b', place: {...line, column: 9, endColumn: 26}},
        {name: 'class', value: 'wide', place: {...line, column: 27, endColumn: 32}}
      ]
    }
    expect(diagnostics).toEqual([])
    expect(value.body.slots).toMatchObject([
      {component: 'frame', place: {line: 1}, children: {slots: [chart]}},
      {component: 'after', place: {line: 5}, attributes: [{place: {line: 5, column: 9}}]}
    ])
    expect(value.facts.text).toBe('10:am')
  }
})

test('files include each other in a limited row', async () => {
  const chain = Array.from(
    {length: levelsMax + 1},
    (_, number) => `-- content/p${number}.md --\n::include{file="p${number + 1}.md"}\n`
  )
  const article = '::include{file="p1.md"}'
  const end = `-- content/p${levelsMax}.md --\nend\n`
  await checkIncludes({article, files: [...chain, end].join(''), html: '<p>end</p>'})
  await checkIncludes({
    article: '::include{file="p0.md"}',
    files: [...chain, end].join(''),
    problems: [
      `content/p9.md 1:11-1:24 error markdown/include-too-deep Expected at most ${levelsMax} files that include each other in a row, found \`content/p${levelsMax}.md\` behind them`
    ]
  })
})

test('files that multiply end', async () => {
  const levels = Array.from(
    {length: 6},
    (_, number) => `-- content/p${number}.md --\n${`::include{file="p${number + 1}.md"}\n\n`.repeat(8)}`
  )
  await checkIncludes({
    article: '::include{file="p0.md"}',
    files: `${levels.join('')}-- content/p6.md --\nend\n`,
    problems: [
      `content/p4.md 11:11-11:23 error markdown/include-too-much Expected an article to include ${includedMax} files and 10000000 characters at most, found more from \`content/p5.md\` on`
    ]
  })
})
