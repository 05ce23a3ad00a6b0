import fc from 'fast-check'

/** `usual`, and seldom something odd: what takes the processor would else be in every text. */
function seldom(usual: fc.Arbitrary<string>, ...odd: ReadonlyArray<string>): fc.Arbitrary<string> {
  return fc.oneof({weight: 500, arbitrary: usual}, {weight: 1, arbitrary: fc.constantFrom(...odd)})
}

const words = `a b lorem ipsum Zoë naïve 漢字 שלום 👍🏽 don’t U.S.A 3.14 1,000 x_y C++ <3 a&b &amp; &lt;b&gt; &#38; &copy; &nbsp;
  "q" 'q' \\* \\_ \\[ \\# \\\` * ** _ ~ ~~ \` [ ] ( ) ! < > | {#id} {#a-b} {} # - + 1. : \\ www.example.com x@example.org`

const word = fc.constantFrom(...words.split(/\s+/), '\u00a0', '\u2028', '\t')

const text = seldom(
  fc.array(word, {minLength: 1, maxLength: 4}).map((list) => list.join(' ')),
  'a&#13;b',
  '[^n]'
)

const addresses = `#part ../b.md#x b.md /c/ ?q=1&r="2" a%20b%zz% ü/漢.png x"y\`z' //example.com https://example.com/?a=1&b=2
  HTTP://example.com/[x] mailto:x@example.org tel:1 data:image/png;base64,x a:b \u{1f600} &amp;&quot;`

const address = seldom(
  fc.constantFrom('', '#a b', ...addresses.split(/\s+/)),
  'javascript:alert(1)',
  'JAVA&#10;script:x',
  'data:image/svg+xml,x'
)

const title = fc.constantFrom('', '', ' "t"', ' \'a "b" & `c`\'', ' (é &lt;)', ' ""')

const label = fc.constantFrom('r', 'R', 'ref two', 'ẞ', 'missing', 'b`c`')

const between = fc.constantFrom('', '', ' ', ' ', '  \n', '\\\n', '\n', ' \n ', '&#32;\n&#9;')

const html = fc.oneof(
  text.map((inner) => `<sup title="a">${inner}</sup>`),
  text.map((inner) => `<b><kbd class="a  b" data-x='"&amp;'>${inner}</kbd></b>`),
  fc.constantFrom('<!-- c -->', '<br/>', '<br>', '<img src="a b.png" alt>', '<x-y a="b"\n c></x-y>'),
  fc.constantFrom('<a href="b.md">x</a>', '<b id="id">x</b>', '</x-y>', '<div>x</div>'),
  seldom(text, '<b>', '</b>', '<!-->', '<?x?>')
)

const htmlBlock = fc.oneof(
  phrasingless().map(
    (inner) => `<figure>\n  <img src="c.png">\n<figcaption>${inner}</figcaption>\n</figure>`
  ),
  fc.constantFrom(
    '<div align="center"><a href="#x">a</a> b</div>',
    '<b>x</b>',
    '<i>y</i>',
    '<!-- c -->',
    '<iframe src="a"></iframe>',
    '<video src="v.mp4" controls="">x</video>',
    '<picture>\n<source srcset="a.png 2x">\n<img src="b.png" width="07" height="1">\n</picture>',
    '<div style="a:b" hidden class="a b" data-x1="y">x</div>',
    '<details open>\n<summary>s</summary>\n</details>',
    '<img src="c.png" width="1" loading>',
    '<!-- a <!-- b -->'
  ),
  fc.constantFrom(
    '<p id="b" align="center">a</p>',
    '<div><p>a</div>',
    '</div>',
    '<ul><li><em aria-hidden="true">a</em><li>b</ul>',
    '<table>\n<tr><td><img src="t.png">\n</table>',
    '<pre>\n\n  <b>x</b>\n</pre>',
    '<svg viewBox="0 0 1 1"><path id="m" d="M0 0"/></svg>',
    '<style>a > b {}</style>',
    '<script>if (a < b) c("</b>")\n</script>'
  ),
  seldom(fc.constant('<hr>'), '<table>', '<!-- a', '<form>', '<plaintext>', '<b name="x">y</b>', '<h2>h</h2>')
)

/** Text that may stand inside of an HTML block. */
function phrasingless(): fc.Arbitrary<string> {
  return fc.constantFrom(
    'a',
    'a &amp; b',
    '<code>x</code> y',
    'javascript',
    '<a href="//e.org">e</a>',
    '<b>z</b>'
  )
}

const bareAddress = fc.constantFrom(
  '<https://example.com/a_b>',
  '<x@example.org>',
  'https://example.com/x?y=1&z',
  'www.x.org.'
)

const attributes = fc.constantFrom(
  '',
  '',
  '{kind="a b"}',
  "{.x .y #z open title='&amp;'}",
  '{a=b c}',
  '{}',
  '{a="b'
)

const {phrasing} = fc.letrec<{phrasing: string; part: string}>((tie) => ({
  part: fc.oneof(
    {maxDepth: 2},
    text,
    text,
    bareAddress,
    text.map((code) => `\`\` ${code} \`\``),
    label.map((name) => `[${name}]`),
    fc
      .tuple(fc.constantFrom(':x[', 'a:b[', ':漢-1['), text, attributes)
      .map(([start, inner, end]) => `${start}${inner}]${end}`),
    fc.oneof({weight: 5, arbitrary: text}, {weight: 1, arbitrary: html}),
    fc.oneof(
      {weight: 9, arbitrary: text},
      {weight: 1, arbitrary: fc.constantFrom('[^m]', 'x[^N] y', '[^ü]')}
    ),
    fc.tuple(text, address, title).map(([alt, url, end]) => `![${alt}](<${url}>${end})`),
    fc.tuple(text, label).map(([alt, name]) => `![${alt}][${name}]`),
    fc
      .tuple(fc.constantFrom('*', '**', '~~', '_'), tie('phrasing'))
      .map(([mark, inner]) => mark + inner + mark),
    fc.tuple(tie('phrasing'), address, title).map(([inner, url, end]) => `[${inner}](<${url}>${end})`),
    fc.tuple(tie('phrasing'), label).map(([inner, name]) => `[${inner}][${name}]`)
  ),
  phrasing: fc
    .array(fc.tuple(tie('part'), between), {minLength: 1, maxLength: 4})
    .map((parts) => parts.flat().join('').trimEnd())
}))

const info = fc.oneof(
  fc.constantFrom('', 'js', 'js title="a.js"', ' &#x20;ts', 'c++ {1,3}', 'a"b&c', '漢', '\\`x'),
  fc.constantFrom(
    'html{2}',
    'diff-js',
    'jsx lineNumbers=7 {1-}',
    'md wrap focus={1}',
    'text diff lineNumbers',
    'ts:line-numbers=3 {1} [a [b].ts]',
    'go {linenos=table,hl_lines=[1,"2-3"] titel=x}',
    'sh{1}[x] wrpa',
    'pyhton'
  )
)

const codeLine = fc.oneof(
  text,
  fc.constantFrom('', '+const a = `b`', '-/* c', '<i>*/ d // [!code ++]', '# [!code focus:2]', '\t"')
)

const fence = fc
  .tuple(info, fc.array(codeLine, {maxLength: 4}), fc.constantFrom('```', '~~~~'))
  .map(([language, lines, mark]) => [mark + language, ...lines, mark].join('\n'))

const align = fc.constantFrom('-', ':-', '-:', ':-:')

const table = fc
  .tuple(
    fc.array(fc.tuple(text, align), {minLength: 1, maxLength: 3}),
    fc.array(fc.array(phrasing, {maxLength: 4}), {maxLength: 3})
  )
  .map(([columns, rows]) => {
    const head = columns.map(([name]) => name.replaceAll('|', '\\|'))
    return [head, columns.map(([, mark]) => mark), ...rows].map(asRow).join('\n')
  })

const heading = fc
  .tuple(
    fc.constantFrom('# ', '## ', '###### '),
    phrasing,
    fc.constantFrom('', '', ' {#id}', ' { #id-2 } ', ' ##')
  )
  .map(([mark, content, end]) => mark + content.replaceAll('\n', ' ') + end)

const setextHeading = fc
  .tuple(phrasing, fc.constantFrom('', ' {#x}'), fc.constantFrom('===', '---'))
  .map(([content, end, mark]) => `${content}${end}\n${mark}`)

const definition = fc.tuple(label, address, title).map(([name, url, end]) => `[${name}]: <${url}>${end}`)

const leaf = fc
  .tuple(fc.constantFrom('::leaf', '::youtube', ':: no'), fc.constantFrom('', '[a *b*]', '[`]`]'), attributes)
  .map((parts) => parts.join(''))

const footnote = fc
  .tuple(
    fc.constantFrom('m', 'n', 'M', 'ü'),
    phrasing,
    fc.constantFrom('', '', '\n\nz', '\n\n# y', '\n\n- x')
  )
  .map(([name, content, end]) => `[^${name}]: ${(content + end).replace(/\n(?=.)/g, '\n    ')}`)

const gap = fc.constantFrom('\n\n', '\n\n', '\n', '\n\n\n')

const {blocks} = fc.letrec<{block: string; blocks: string}>((tie) => ({
  blocks: fc
    .array(fc.tuple(tie('block'), gap), {minLength: 1, maxLength: 3})
    .map((parts) => parts.flat().join('')),
  block: fc.oneof(
    {maxDepth: 2},
    phrasing,
    phrasing,
    heading,
    setextHeading,
    fence,
    table,
    definition,
    text.map((code) => `    ${code}\n\n\t${code}`),
    fc.constantFrom('***', '- - -', '<!-- more -->', '<!--MORE-->'),
    fc.oneof({weight: 2, arbitrary: phrasing}, {weight: 1, arbitrary: htmlBlock}),
    fc
      .tuple(tie('blocks'), fc.constantFrom('details', 'div', 'b', 'span'))
      .map(([inner, name]) => `<${name}>\n\n${inner}\n\n</${name}>`),
    tie('blocks').map((inner) => inner.replace(/^/gm, '> ')),
    leaf,
    footnote,
    fc
      .tuple(fc.constantFrom('[!NOTE]', '[!tip]-', '[!danger] t *u*', '[!x]'), gap, tie('blocks'))
      .map((parts) => parts.join('').replace(/^/gm, '> ')),
    fc
      .tuple(
        fc.constantFrom(':::', '::::', ':::::'),
        fc.constantFrom('note', 'a-b[c *d*]', 'x[]', 'code-group'),
        attributes,
        tie('blocks')
      )
      .map(([mark, name, given, inner]) => `${mark}${name}${given}\n${inner}\n${mark}`),
    fc
      .tuple(fc.constantFrom('- ', '* ', '1. ', '7) '), fc.array(tie('blocks'), {minLength: 1, maxLength: 3}))
      .map(([mark, items]) => items.map((inner) => asItem(inner, mark)).join('\n')),
    fc
      .array(fc.tuple(fc.constantFrom('[ ] ', '[x] ', '[ ]', ''), tie('blocks')), {
        minLength: 1,
        maxLength: 3
      })
      .map((items) => items.map(([box, inner]) => asItem(box + inner, '- ')).join('\n'))
  )
}))

/** Markdown of every construct, nested, with what is odd in each. */
export const arbitraryMarkdown: fc.Arbitrary<string> = fc
  .tuple(fc.array(blocks, {minLength: 1, maxLength: 3}), fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'))
  .map(([parts, lineEnd]) => parts.join('\n\n').replaceAll('\n', lineEnd))

/** A text with some stretches replaced by stretches of others. */
export function arbitraryMutation(texts: ReadonlyArray<string>): fc.Arbitrary<string> {
  const text = fc.constantFrom(...texts)
  const share = fc.double({min: 0, max: 1, noNaN: true})
  return fc
    .tuple(text, fc.array(fc.tuple(text, share, share, share), {minLength: 1, maxLength: 4}))
    .map(([start, edits]) => edits.reduce(mutate, start))
}

function mutate(text: string, [other, at, from, size]: readonly [string, number, number, number]): string {
  const stretchMax = 12
  const start = Math.floor(at * text.length)
  const otherStart = Math.floor(from * other.length)
  const length = Math.floor(size * stretchMax)
  return text.slice(0, start) + other.slice(otherStart, otherStart + length) + text.slice(start + length)
}

function asRow(cells: ReadonlyArray<string>): string {
  return `| ${cells.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |`
}

function asItem(text: string, mark: string): string {
  return mark + text.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`)
}
