import {expect, test} from 'vitest'
import {createCompiler} from '#src/markdown/create-compiler.ts'
import {readRegions} from '#src/markdown/includes/read-regions.ts'
import {checkIncludes} from './check-includes.ts'
import {blockOf, compileBlock, htmlOf, showDiagnostics, sourceOf, testOptions} from './compile-text.ts'

const server = `
-- content/examples/server.ts --
import {createServer} from 'node:http'

// #region start
const server = createServer()
  // #region listen
  server.listen(80)
  // #endregion
// #endregion start

// ANCHOR: stop
function stop() {
  server.close()
}
// ANCHOR_END: stop
`

test('a fence shows a file', async () => {
  await checkIncludes({
    article: '```js file="./examples/a.js"\n```',
    files: '-- content/examples/a.js --\nlet a = 1 < 2\n\nlet b\n',
    html: '<pre><code class="language-js">let a = 1 &#x3C; 2\n\nlet b\n</code></pre>'
  })
})

test.each<[article: string, problems?: ReadonlyArray<string>]>([
  ['```ts file="/shared/a.ts"\n```'],
  ["```ts file='../shared/a.ts'\n```"],
  ['```ts title="x" file=../shared/./a.ts {1}\n```'],
  ['```file="../shared/a.ts"\n```'],
  ['```file=../shared/a.ts title=x\n```'],
  ['~~~~ts file="../shared/a.ts"\n~~~~'],
  ['```ts file="../shared/a.ts"\n\n```'],
  [
    '```ts file="../shared/a.ts"',
    ['1:1-1:4 warning markdown/unclosed-code Expected an end of the block of code, found none']
  ]
])('%j names a file from its own folder or from the root', async (article, problems = []) => {
  await checkIncludes({
    article,
    problems,
    files: '-- shared/a.ts --\nlet a\n',
    html: '<pre><code class="language-ts">let a\n</code></pre>'
  })
})

test.each([
  ['Makefile', '<pre><code>all:\n</code></pre>'],
  ['.bashrc', '<pre><code>all:\n</code></pre>'],
  ['a.test.TS', '<pre><code class="language-ts">all:\n</code></pre>'],
  ['a b.c++', '<pre><code class="language-c++">all:\n</code></pre>']
])('without a language, %s has that of its extension', async (name, html) => {
  await checkIncludes({article: `\`\`\`file="${name}"\n\`\`\``, files: `-- content/${name} --\nall:\n`, html})
})

test.each([
  ['region="listen"', 'server.listen(80)\n'],
  ['region=start', 'const server = createServer()\n  server.listen(80)\n'],
  ['region="stop"', 'function stop() {\n  server.close()\n}\n'],
  ['lines="11-13"', 'function stop() {\n  server.close()\n}\n'],
  ['lines="6,4"', '  server.listen(80)\nconst server = createServer()\n'],
  ['lines=12-', '  server.close()\n}\n'.replace(/^ {2}/, '  ')],
  ['lines="-2"', "import {createServer} from 'node:http'\n"]
])('%s is a part of the file', async (part, code) => {
  await checkIncludes({
    article: `\`\`\`ts file="examples/server.ts" ${part}\n\`\`\``,
    files: server,
    html: `<pre><code class="language-ts">${code}</code></pre>`
  })
})

test('the whole of a file is shown without marker lines', async () => {
  await checkIncludes({
    article: '```ts file="examples/server.ts"\n```',
    files: server,
    html: `<pre><code class="language-ts">import {createServer} from 'node:http'

const server = createServer()
  server.listen(80)

function stop() {
  server.close()
}
</code></pre>`
  })
})

test('code is included inside of lists and quotes, with any line ends', async () => {
  await checkIncludes({
    article: '- a\n\n  > ```c file="b.c"\n  > ```',
    files: '-- content/b.c --\n\tint b;\r\n\r\n\t\tint c;\r\n',
    html: '<ul>\n<li>\n<p>a</p>\n<blockquote>\n<pre><code class="language-c">int b;\n\n\tint c;\n</code></pre>\n</blockquote>\n</li>\n</ul>'
  })
})

test('Markdown is shown as code with its front matter', async () => {
  await checkIncludes({
    article: '```md file="b.md"\n```',
    files:
      '-- content/b.md --\n---\ntitle: B\n---\n# Region of C\n\n```js\n// #region a\n// #endregion\n```\n',
    html: '<pre><code class="language-md">---\ntitle: B\n---\n# Region of C\n\n```js\n// #region a\n// #endregion\n```\n</code></pre>'
  })
})

test('an article may show itself', async () => {
  await checkIncludes({
    article: '```md file="a.md" lines="1"\n```',
    html: '<pre><code class="language-md">```md file="a.md" lines="1"\n</code></pre>'
  })
})

test.each([
  ['<<< ../shared/a.ts', 'ts'],
  ['<<< /shared/a.ts', 'ts'],
  ['<<< @/../shared/a.ts', 'ts'],
  ['<<<@/b.ts', 'ts'],
  ['<<< b.ts', 'ts'],
  ['<<< @/b.ts{js}', 'js'],
  ['<<< ./b.ts#r', 'ts'],
  ['<<< @/b.ts {js twoslash}', 'js'],
  ['  <<< @/b.ts#r{c} ', 'c']
])('%j imports code, from the folder of the content with @', async (article, language) => {
  await checkIncludes({
    article: `a\n\n${article}\n\nb`,
    files: '-- shared/a.ts --\nlet a\n-- content/b.ts --\n// #region r\nlet a\n// #endregion\n',
    html: `<p>a</p>\n<pre><code class="language-${language}">let a\n</code></pre>\n<p>b</p>`
  })
})

test('lines that import code may follow each other, with titles, marks and numbers', async () => {
  const source = await sourceOf('content/a.md', {
    'content/a.md':
      ':::code-group\n<<< ./b.txt{1 text:line-numbers=7} [B *b*]\n<<< ./c.txt {:line-numbers}\n:::\n',
    'content/b.txt': 'b\n',
    'content/c.txt': 'c\n'
  })
  const [native, remark] = await Promise.all(
    (['native', 'remark'] as const).map((parser) =>
      createCompiler(testOptions({parser}))(source, blockOf(source.text))
    )
  )
  expect(native).toEqual(remark)
  expect(native?.diagnostics).toEqual([])
  expect(native && htmlOf(native.value.body)).toBe(`<div class="tabs" data-sync="B *b*, txt">
<section class="tab" data-label="B *b*">
<p class="tab-label">B *b*</p>
<pre class="line-numbers"><code class="language-text"><mark class="line highlighted" data-line="7">b</mark>
</code></pre>
</section>
<section class="tab" data-label="txt">
<p class="tab-label">txt</p>
<pre class="line-numbers"><code class="language-txt"><span class="line">c</span>
</code></pre>
</section>
</div>`)
})

test('a line that imports a file which is not there is an error', async () => {
  await checkIncludes({
    article: 'a\n\n> <<< @/examples/sever.ts',
    files: '-- content/examples/server.ts --\n',
    problems: [
      '3:3-3:26 error markdown/include-missing-file Expected a file `content/examples/sever.ts` to include, found none'
    ]
  })
})

test.each(['<<< see this', '\\<<< ./b.ts', '<<<<<<< HEAD', '`<<< ./b.ts`', '`a\n<<< ./b.ts`'])(
  '%j imports nothing',
  async (article) => {
    const source = await sourceOf('content/a.md', {'content/a.md': article, 'content/b.ts': 'let b'})
    const {value, diagnostics} = await createCompiler(testOptions({}))(source, blockOf(article))
    expect(diagnostics).toEqual([])
    expect(htmlOf(value.body)).not.toContain('let')
  }
)

test.each([
  ['a\n<<< ./b.ts', '2:1-2:11'],
  ['<<< ./b.ts\nc', '1:1-1:11'],
  ['> a\n>  <<< ./b.ts\n> c', '2:4-2:14']
])('%j imports nothing, and is reported', async (article, place) => {
  const source = await sourceOf('content/a.md', {'content/a.md': article, 'content/b.ts': 'let b'})
  const {value, diagnostics} = await createCompiler(testOptions({}))(source, blockOf(article))
  expect(showDiagnostics(diagnostics)).toBe(
    `${place} warning markdown/include-in-text Expected an empty line before and after an import of code, found text\n`
  )
  expect(htmlOf(value.body)).not.toContain('let')
})

const empty = '<pre><code class="language-ts"></code></pre>'

test.each([
  [
    '```ts file="./examples/sever.ts"\n```',
    '1:7-1:33 error markdown/include-missing-file Expected a file `content/examples/sever.ts` to include, found none'
  ],
  [
    '```ts file="examples/server.ts" region="strat"\n```',
    '1:33-1:47 error markdown/include-missing-region Expected a region `strat` in `content/examples/server.ts`, found `listen`, `start`, `stop`'
  ],
  [
    '```ts file="examples/open.ts" region=a\n```',
    '1:31-1:39 error markdown/include-unclosed-region Expected an end of the region `a` in `content/examples/open.ts`, found none'
  ],
  [
    '```ts file="examples/open.ts" lines="2-1"\n```',
    '1:31-1:42 error markdown/include-bad-lines Expected ranges of lines, found `2-1`'
  ],
  [
    '```ts file="examples/open.ts" lines="1,2-9"\n```',
    '1:31-1:44 error markdown/include-bad-lines Expected lines of `content/examples/open.ts`, which has 2 lines, found `1,2-9`'
  ],
  [
    '```ts file="examples/open.ts" lines="1" region="a"\n```',
    '1:31-1:40 error markdown/include-bad-lines Expected either `region` or `lines`, found both'
  ],
  [
    '> ```ts file="../../x.ts"\n> ```',
    '1:9-1:26 error markdown/include-outside Expected a file of the site to include, found `../../x.ts`'
  ],
  [
    '```ts file="/.galley/files"\n```',
    '1:7-1:28 error markdown/include-outside Expected a file of the site to include, found `.galley/files`'
  ],
  [
    '```ts file=""\n```',
    '1:7-1:14 error markdown/include-outside Expected a file of the site to include, found ``'
  ],
  [
    '```ts file="examples"\n```',
    '1:7-1:22 error markdown/include-not-text Expected a readable file, found `it is a folder`, in `content/examples`'
  ],
  [
    '```ts file="examples&#47;open.ts"\n```',
    '1:7-1:34 error markdown/include-bad-path Expected the path of a file as it is, found `content/examples/open.ts` with escapes'
  ],
  [
    '```ts file="c.png"\n```',
    '1:7-1:19 error markdown/include-not-text Expected UTF-8 text, found another byte sequence at byte 0 (it looks like a PNG image), in `content/c.png`'
  ]
])('%j is an error', async (article, problem) => {
  const html = article.startsWith('>') ? `<blockquote>\n${empty}\n</blockquote>` : empty
  const files = `${server}-- content/examples/open.ts --\n// #region a\nb\n`
  const binaries = {'content/c.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47)}
  await checkIncludes({article, files, binaries, html, problems: [problem]})
})

test('a file is named that may be meant', async () => {
  const files = {'content/a.md': '```ts file="/exmples/b.ts"\n```', 'examples/b.ts': ''}
  const compile = createCompiler(testOptions({}))
  const {diagnostics} = await compile(await sourceOf('content/a.md', files), {format: 'none', bodyOffset: 0})
  expect(diagnostics.map(({hint}) => hint)).toEqual(['Did you mean `examples`?'])
})

test('code in a fence that names a file is replaced with a warning', async () => {
  await checkIncludes({
    article: '```ts file="b.ts"\nlet a\n```',
    files: '-- content/b.ts --\nlet b\n',
    html: '<pre><code class="language-ts">let b\n</code></pre>',
    problems: [
      '1:7-1:18 warning markdown/include-replaces-code Expected an empty fence for `b.ts`, found code in it'
    ]
  })
})

test.each([
  ['```ts profile="a.ts"\nb\n```'],
  ['    ```ts file="a.ts"'],
  ['`file="a.ts"`'],
  ['```md\n~~~ts file="a.ts"\n~~~\n```']
])('%j includes nothing', async (article) => {
  const source = await sourceOf('content/a.md', {'content/a.md': article, 'content/a.ts': 'wrong'})
  const compile = createCompiler(testOptions({}))
  const block = {format: 'none', bodyOffset: 0} as const
  expect(await compile(source, block)).toStrictEqual(await compileBlock(article, block, {}))
})

test.each([
  ['//#region a', '//#endregion'],
  ['/* #region a */', '/* #endregion */'],
  ['<!-- #region a -->', '<!-- #endregion -->'],
  ['# region a', '# endregion'],
  ['  #region a', '  #endregion a'],
  ['#pragma region a', '#pragma endregion'],
  ['-- #region a', '-- #endregion of something'],
  ['{# #region a #}', '{# #endregion #}'],
  ['#Region "a"', '#End Region'],
  ['REM #region a', 'REM #endregion'],
  ['# ANCHOR: a', '# ANCHOR_END: a'],
  ['/* ANCHOR: a */', '/* ANCHOR_END: a */']
])('%s opens a region that %s closes', (start, end) => {
  const {linesByName, markers} = readRegions(['x', start, 'y', end], false)
  expect([...linesByName]).toEqual([['a', [{first: 3, last: 3}]]])
  expect([...markers]).toEqual([2, 4])
})

test('regions of one name are put together, and anchors may overlap', () => {
  const lines = ['//#region a', 'b', '//#endregion', 'c', '//#region a', 'd', '//#endregion']
  expect(readRegions(lines, false).linesByName.get('a')).toEqual([
    {first: 2, last: 2},
    {first: 6, last: 6}
  ])
  const overlapping = ['//ANCHOR: a', '//ANCHOR: b', 'c', '//ANCHOR_END: a', 'd', '//ANCHOR_END: b']
  expect([...readRegions(overlapping, false).linesByName]).toEqual([
    ['a', [{first: 2, last: 3}]],
    ['b', [{first: 3, last: 5}]]
  ])
})

test.each([
  ['# Region of Spain'],
  ['// regional'],
  ['let region = 1'],
  ['//#endregion'],
  ['# region-specific']
])('%s alone is no marker', (line) => {
  expect([...readRegions([line], false).markers]).toEqual([])
})
