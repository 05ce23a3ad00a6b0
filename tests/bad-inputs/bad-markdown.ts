import {type BadInput, badArticle} from './bad-input.ts'

/** `text` below a title: it begins in line 3. */
function bodied(
  name: string,
  text: string,
  told: ReadonlyArray<string>,
  page?: string | false,
  says: ReadonlyArray<string> = []
): BadInput {
  return badArticle(name, `# Title\n\n${text}\n`, told, page, says)
}

const times = 60_000

export const badMarkdown: ReadonlyArray<BadInput> = [
  ...['[', '*', '_', '`', '<', '!', '&', '\\', '{', '|', '~', '$', '#'].map((sign) =>
    bodied(
      `60,000 × ${sign}`,
      sign.repeat(times),
      '`~'.includes(sign) ? ['3:1 warning markdown/unclosed-code'] : []
    )
  ),
  bodied('60,000 × :', ':'.repeat(times), ['3:1 warning markdown/unopened-container']),
  bodied('60,000 × >', '>'.repeat(times), ['3:301 error markdown/too-deep'], false),
  bodied('5,000 lists in each other', `${'* '.repeat(5_000)}a`, ['3:301 error markdown/too-deep'], false),
  bodied('5,000 elements in each other', '<div>'.repeat(5_000), ['error markdown/too-deep'], false),
  bodied('an unclosed fence', '```js\nlet x', ['3:1 warning markdown/unclosed-code'], 'let'),
  bodied('an unclosed tag', 'a <b>b', ['3:3 warning markdown/unclosed-tag'], 'a <b>b'),
  bodied('an unclosed comment', 'a\n\n<!-- b', ['5:1 warning markdown/unclosed-comment'], '<p>a</p>'),
  bodied('an unclosed container', ':::note\nText', ['3:1 error markdown/unclosed-container'], false, [
    '`note`'
  ]),
  bodied('an unclosed shortcode', '{{< figure src="a.png" ', ['3:1 error markdown/broken-shortcode'], false),
  bodied(
    'an unknown container',
    ':::detials\nText.\n:::',
    ['3:1 warning render/unknown-component'],
    'Text.',
    ['`details`']
  ),
  bodied('an unknown shortcode', '{{< figrue >}}', ['3:1 error render/unknown-component'], undefined, [
    '`figure`'
  ]),
  bodied(
    'an unknown attribute',
    '::video{src="https://example.org/a.mp4" titel="b"}',
    ['3:41 error render/unknown-attribute'],
    undefined,
    ['`title`']
  ),
  bodied('a missing attribute', '::youtube', ['3:1 error render/missing-attribute']),
  {
    name: 'an include of itself',
    files: {'bad.md': '# Title\n\n::include{file="bad.md"}\n'},
    told: ['bad.md:3:11 error markdown/include-cycle'],
    says: ['bad.md'],
    built: {'bad/index.html': false}
  },
  {
    name: 'a circle of includes',
    files: {
      'bad.md': '# Title\n\n::include{file="a.txt.md"}\n',
      'a.txt.md': '::include{file="bad.md"}\n'
    },
    told: ['a.txt.md:1:11 error markdown/include-cycle', 'bad.md:3:11 error markdown/include-cycle'],
    says: ['→']
  },
  bodied(
    'an include of nothing',
    '::include{file="none.md"}',
    ['3:11 error markdown/include-missing-file'],
    false
  ),
  bodied(
    'an include from outside',
    '::include{file="../../../../etc/passwd"}',
    ['3:11 error markdown/include-outside'],
    false
  ),
  bodied(
    'headings of one name',
    '## A\n\n## A\n\n## 🚀\n\n## 🚀\n\n## `x`\n\n## constructor',
    [],
    'id="a-1"'
  ),
  bodied(
    'two headings with one id',
    '## A {#same}\n\n## B {#same}',
    ['5:1 error markdown/duplicate-id'],
    false
  ),
  bodied('a link to no page', '[a](none.md)', ['3:5 warning routing/broken-reference'], 'none.md'),
  bodied('an image of nothing', '![a](none.png)', ['3:6 warning routing/broken-reference']),
  bodied('a link to no heading', '[a](/good/#none)', ['3:5 warning routing/unknown-heading']),
  bodied('an address out of the site', '[a](../../../x.md)', ['3:5 warning routing/broken-reference']),
  {
    name: 'a link to a draft',
    files: {'bad.md': '# Title\n\n[a](draft.md)\n', 'draft.md': '---\ntitle: D\ndraft: true\n---\n'},
    told: ['bad.md:3:5 warning routing/unpublished-reference'],
    built: {'draft/index.html': false}
  },
  bodied(
    'a link to a name in another case',
    '[a](BAD.md)',
    ['3:5 warning routing/broken-reference'],
    undefined,
    ['bad.md']
  ),
  ...['javascript:x', 'JaVaScRiPt:x', '&#106;avascript:x', 'vbscript:x', 'data:text/html,x'].map((address) =>
    bodied(`the address ${address}`, `[a](<${address}>)`, ['3:1 warning markdown/dangerous-url'], '>a</a>')
  ),
  bodied('a formula with a mistake', '$$\n\\frac{a\n$$', ['4:8 error markdown/bad-formula'], false),
  bodied('an unknown language', '```jvascript\nx\n```', ['3:4 warning markdown/unknown-language'], 'x', [
    'javascript'
  ]),
  bodied(
    'a language that closes its attribute',
    '```js"><script>alert(1)</script>\nx\n```',
    ['3:4 warning markdown/unknown-language'],
    'x'
  ),
  bodied(
    'lines that code does not have',
    '```js {9}\nx\n```',
    ['3:7 warning markdown/lines-beyond-end'],
    'x'
  ),
  bodied('an undefined footnote', 'a[^b]', ['3:2 warning markdown/undefined-footnote'], 'a[^b]'),
  bodied(
    'a footnote defined twice',
    'a[^b]\n\n[^b]: c\n\n[^b]: d',
    ['7:1 error markdown/duplicate-footnote'],
    false
  ),
  bodied(
    'a footnote that nobody refers to',
    'a\n\n[^b]: c',
    ['5:1 warning markdown/unused-footnote'],
    '<p>a</p>'
  ),
  bodied('tags that nothing opened', 'a</b></div>', [
    '3:2 warning markdown/unopened-tag',
    '3:6 warning markdown/unopened-tag'
  ]),
  bodied(
    'elements that would end the page',
    'a\n\n</article></main></body></html>\n\nb',
    ['5:1 warning markdown/unopened-tag', '5:11 warning markdown/unopened-tag'],
    '<p>b</p>'
  )
]
