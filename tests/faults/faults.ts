import type {OwnCode} from '#src/diagnostics/codes.ts'
import {repeatsMax} from '#src/diagnostics/limit-repeats.ts'

/** A mistake that somebody makes in a realistic site, and where it is to be told. */
export interface Fault {
  readonly code: OwnCode
  readonly file: string
  /** Text of the file that is replaced by `to`; absent for a file that is new or wholly another. */
  readonly from?: string
  readonly to: string
  /** The text at which it is told, within the changed file; absent where the whole file is meant. */
  readonly at?: string
  /** What it brings about elsewhere, as `file code`: true too, and told of there. Default: nothing. */
  readonly also?: ReadonlyArray<string>
  /** The file that is told of, where that is another one. */
  readonly told?: string
}

const setting = 'content/articles/setting-a-line.md'
const proof = 'content/articles/the-first-proof/index.md'
const config = 'galley.config.ts'
const reading = 'content/guide/reading-type.md'

/** Mistakes in links and images. */
const links: ReadonlyArray<Fault> = [
  {
    code: 'routing/broken-reference',
    file: setting,
    from: '../guide/reading-type.md',
    to: '../guide/reading-tpye.md',
    at: '../guide/reading-tpye.md',
    also: [`${reading} site/orphan`]
  },
  {
    code: 'routing/broken-reference',
    file: reading,
    from: 'washing-type.md',
    to: 'washing.md',
    at: 'washing.md',
    also: ['content/guide/washing-type.md site/orphan']
  },
  {
    code: 'routing/broken-reference',
    file: 'content/about.md',
    from: '(/guide/)',
    to: '(/guides/)',
    at: '/guides/'
  },
  {
    code: 'routing/broken-reference',
    file: proof,
    from: '![A sheet with marks at its edge](proof.png',
    to: '![A sheet](prof.png',
    at: 'prof.png'
  },
  {
    code: 'routing/broken-reference',
    file: proof,
    from: '(marks.txt)',
    to: '(Marks.txt)',
    at: 'Marks.txt',
    also: ['content/articles/the-first-proof/marks.txt site/unused-file']
  },
  {
    code: 'routing/broken-reference',
    file: proof,
    from: '<span class="mark">lines</span>',
    to: '<a href="../nowhere.md">lines</a>',
    at: '../nowhere.md'
  },
  {
    code: 'routing/broken-reference',
    file: proof,
    from: 'Ink the type,',
    to: '<img src="ink.jpg" alt="Ink">\n\nInk the type,',
    at: 'ink.jpg'
  },
  {
    code: 'routing/broken-reference',
    file: proof,
    from: 'preview_image: proof.png',
    to: 'preview_image: prof.png',
    at: 'prof.png'
  },
  {
    code: 'routing/broken-reference',
    file: proof,
    from: '[set](../setting-a-line.md#spaces)',
    to: '[set][line]\n\n[line]: ../setting-line.md',
    at: '../setting-line.md'
  },
  {
    code: 'routing/broken-reference',
    file: proof,
    from: '[[setting-a-line]]',
    to: '[[setting-two-lines]]',
    at: '[[setting-two-lines]]'
  },
  {
    code: 'routing/unknown-heading',
    file: proof,
    from: '[[setting-a-line]]',
    to: '[[setting-a-line#the knife]]',
    at: '[[setting-a-line#the knife]]'
  },
  {
    code: 'routing/unknown-heading',
    file: setting,
    from: '#pulling-it',
    to: '#pushing-it',
    at: 'the-first-proof/index.md#pushing-it'
  },
  {
    code: 'routing/unknown-heading',
    file: setting,
    from: '(#the-stick)',
    to: '(#the-sticks)',
    at: '#the-sticks'
  },
  {
    code: 'routing/broken-menu-entry',
    file: config,
    from: "url: '/about/'",
    to: "url: '/abuot/'",
    at: "url: '/abuot/'"
  },
  {
    code: 'routing/broken-reference',
    file: config,
    from: '  sections: {',
    to: "  theme: {styles: ['/own.css']},\n  sections: {",
    at: "'/own.css'"
  },
  {
    code: 'render/unknown-layout',
    file: config,
    from: 'articles: {pageSize: 5}',
    to: "articles: {pageSize: 5, defaults: {layout: 'wide'}}",
    at: "layout: 'wide'"
  }
]

/** Mistakes in front matter. */
const frontMatter: ReadonlyArray<Fault> = [
  {
    code: 'content/unknown-field',
    file: setting,
    from: 'description: How',
    to: 'desription: What\ndescription: How',
    at: 'desription'
  },
  {
    code: 'content/unknown-field',
    file: proof,
    from: 'preview_image:',
    to: 'preview_imge:',
    at: 'preview_imge'
  },
  {
    code: 'site/foreign-field',
    file: proof,
    from: 'preview_image:',
    to: 'coverImage:',
    at: 'coverImage',
    also: []
  },
  {
    code: 'site/not-held-back',
    file: proof,
    from: 'preview_image:',
    to: 'published: false\npreview_image:',
    at: 'published'
  },
  {code: 'content/bad-date', file: setting, from: '2024-03-10', to: '2024-02-31', at: '2024-02-31'},
  {code: 'content/bad-date', file: proof, from: '2024-04-02', to: 'next spring', at: 'next spring'},
  {
    code: 'content/expected-texts',
    file: setting,
    from: '[Practice]\nauthors: [ada]\naliases',
    to: '{a: b}\nauthors: [ada]\naliases',
    at: '{a: b}'
  },
  {
    code: 'content/expected-boolean',
    file: setting,
    from: 'date: 2024',
    to: 'draft: perhaps\ndate: 2024',
    at: 'perhaps'
  },
  {code: 'content/expected-number', file: reading, from: 'weight: 10', to: 'weight: heavy', at: 'heavy'},
  {
    code: 'content/duplicate-key',
    file: setting,
    from: 'tags: [type',
    to: 'title: Another\ntags: [type',
    at: 'title: Another'
  },
  {code: 'content/yaml-syntax', file: setting, from: '[ada]', to: '[ada', at: '[ada'},
  {
    code: 'content/tab-indentation',
    file: proof,
    from: 'tags: [proofs, craft]',
    to: 'tags:\n\t- proofs',
    at: '\t- proofs'
  },
  {code: 'content/unclosed', file: reading, from: '10\n---', to: '10', at: '---'},
  {
    code: 'content/late-front-matter',
    file: setting,
    from: '---\ntitle',
    to: '\n---\ntitle',
    at: '---\ntitle'
  },
  {code: 'content/bad-slug', file: setting, from: 'date: 2024', to: 'slug: a/b\ndate: 2024', at: 'a/b'},
  {
    code: 'content/bad-path',
    file: setting,
    from: 'date: 2024',
    to: 'url: https://example.org/\ndate: 2024',
    at: 'https://example.org/'
  },
  {code: 'content/bad-path', file: setting, from: '/hand-setting/', to: '../hand/', at: '../hand/'},
  {
    code: 'content/bad-layout',
    file: setting,
    from: 'date: 2024',
    to: 'layout: ../wide\ndate: 2024',
    at: '../wide'
  },
  {
    code: 'render/unknown-layout',
    file: setting,
    from: 'date: 2024',
    to: 'layout: wide\ndate: 2024',
    at: 'wide'
  },
  {
    code: 'content/field-twice',
    file: proof,
    from: 'preview_image: proof.png',
    to: 'preview_image: proof.png\npreviewImage: proof.png',
    at: 'previewImage'
  },
  {
    code: 'site/near-terms',
    file: setting,
    from: '[type, craft]',
    to: '[Type, craft]',
    at: 'Type,',
    also: [`${setting} site/single-term`]
  }
]

/** Mistakes in Markdown. */
const markdown: ReadonlyArray<Fault> = [
  {
    code: 'markdown/duplicate-id',
    file: setting,
    from: 'The tightness of',
    to: '## Again {#spaces}\n\nThe tightness of',
    at: '## Again'
  },
  {
    code: 'markdown/unused-footnote',
    file: setting,
    from: 'three sides[^name]',
    to: 'three sides',
    at: '[^name]:'
  },
  {
    code: 'markdown/undefined-footnote',
    file: setting,
    from: 'three sides[^name]',
    to: 'three sides[^name][^other]',
    at: '[^other]'
  },
  {
    code: 'markdown/duplicate-footnote',
    file: setting,
    from: '[^name]: Printers',
    to: '[^name]: So\n\n[^name]: Printers',
    at: '[^name]: Printers'
  },
  {
    code: 'markdown/unknown-language',
    file: setting,
    from: '```js title',
    to: '```jvascript title',
    at: 'jvascript'
  },
  {
    code: 'markdown/unknown-code-option',
    file: setting,
    from: 'title="justify.js"',
    to: 'titel="justify.js"',
    at: 'titel'
  },
  {code: 'markdown/unknown-callout', file: setting, from: '[!TIP]', to: '[!TPI]', at: 'TPI]'},
  {
    code: 'render/unknown-component',
    file: setting,
    from: ':::details[',
    to: ':::detials[',
    at: ':::detials['
  },
  {
    code: 'markdown/unclosed-container',
    file: setting,
    from: 'as a width.\n:::',
    to: 'as a width.',
    at: ':::details['
  },
  {
    code: 'markdown/unclosed-comment',
    file: setting,
    from: 'as a width.\n:::',
    to: 'as a width.\n:::\n\n<!-- To be mended --',
    at: '<!-- To'
  },
  {
    code: 'markdown/unopened-container',
    file: setting,
    from: ':::details[What is an em?]',
    to: 'What is an em?',
    at: ':::'
  },
  {
    code: 'markdown/bad-formula',
    file: setting,
    from: '$t = w / m$',
    to: '$t = \\frac{w}$',
    at: '$, and the line'
  },
  {
    code: 'markdown/dangerous-url',
    file: reading,
    from: '(washing-type.md)',
    to: '(javascript:alert(1))',
    at: '[washing]',
    also: ['content/guide/washing-type.md site/orphan']
  },
  {
    code: 'markdown/broken-shortcode',
    file: reading,
    from: 'Then go on',
    to: '{{< figure src="a.png > Then go on',
    at: '{{<'
  },
  {
    code: 'render/unknown-component',
    file: reading,
    from: 'Then go on',
    to: '{{< gallery >}} Then go on',
    at: '{{< gallery >}}'
  },
  {
    code: 'render/unknown-attribute',
    file: setting,
    from: ':::details[What is an em?]',
    to: ':::details[What is an em?]{opn=true}',
    at: 'opn=true'
  },
  {
    code: 'markdown/include-missing-file',
    file: reading,
    from: 'Then go on',
    to: '\n\n::include{file="steps.md"}\n\nThen go on',
    at: 'file="steps.md"'
  },
  {code: 'markdown/bad-lines', file: setting, from: 'js title', to: 'js {2-x} title', at: '{2-x}'},
  {code: 'markdown/lines-beyond-end', file: setting, from: 'js title', to: 'js {9} title', at: '{9}'},
  {
    code: 'markdown/malformed-container',
    file: setting,
    from: ':::details[What is an em?]',
    to: ':::details[What is an em?',
    at: '\nThe height'
  },
  {
    code: 'markdown/broken-code',
    file: setting,
    from: 'tighter(line) : wider',
    to: 'tighter(line : wider',
    at: ': wider'
  },
  {
    code: 'markdown/empty-code-group',
    file: reading,
    from: 'Then go on',
    to: '\n\n:::code-group\nText\n:::\n\nThen go on',
    at: ':::code-group'
  }
]

/** Mistakes in the configuration. */
const configuration: ReadonlyArray<Fault> = [
  {code: 'config/unknown-key', file: config, from: "language: 'en'", to: "langauge: 'en'", at: 'langauge'},
  {code: 'config/wrong-type', file: config, from: 'pageSize: 5', to: "pageSize: 'five'", at: 'pageSize'},
  {code: 'config/out-of-range', file: config, from: 'pageSize: 5', to: 'pageSize: 0', at: 'pageSize'},
  {
    code: 'config/bad-base-url',
    file: config,
    from: "'https://example.org/notes/'",
    to: "'example.org'",
    at: 'baseUrl'
  },
  {
    code: 'config/bad-language',
    file: config,
    from: "language: 'en'",
    to: "language: 'english'",
    at: 'language'
  },
  {
    code: 'config/path-of-host',
    file: config,
    from: "language: 'en'",
    to: "language: 'en',\n  hosting: ['netlify']",
    at: 'baseUrl'
  },
  {code: 'config/unknown-value', file: config, from: 'math: true', to: "html: 'kepp'", at: 'html'},
  {
    code: 'config/bad-redirect',
    file: config,
    from: "to: '/articles/:slug/'",
    to: "to: '/articles/:name/'",
    at: "to: '/articles/:name/'"
  },
  {
    code: 'routing/redirect-to-nowhere',
    file: config,
    from: "to: '/about/'}\n  ],",
    to: "to: '/abuot/'}\n  ],",
    at: "to: '/abuot/'"
  },
  {
    code: 'routing/redirect-loop',
    file: config,
    from: "{from: '/start/', to: '/about/'}",
    to: "{from: '/start/', to: '/start'}",
    at: "from: '/start/'"
  },
  {
    code: 'routing/shadowed-redirect',
    file: config,
    from: "{from: '/start/', to: '/about/'}",
    to: "{from: '/old/*', to: '/about/'},\n    {from: '/old/:name/', to: '/guide/'}",
    at: "from: '/old/:name/'"
  },
  {code: 'config/syntax', file: config, from: "language: 'en',", to: "language: 'en", at: '\n  markdown'},
  {
    code: 'config/throws',
    file: config,
    from: 'export default',
    to: "throw new Error('no')\nexport default",
    at: "new Error('no')"
  },
  {
    code: 'site/unknown-section',
    file: config,
    from: 'sections: {',
    to: "sections: {'': {list: ['articels']}, ",
    at: "'articels'"
  },
  {
    code: 'site/unknown-section',
    file: config,
    from: 'articles: {pageSize: 5}',
    to: 'articles: {pageSize: 5}, guides: {pageSize: 5}',
    at: 'guides'
  },
  {
    code: 'site/unknown-taxonomy',
    file: config,
    from: '  sections: {',
    to: "  feed: {terms: ['tgas']},\n  sections: {",
    at: "'tgas'"
  },
  {
    code: 'content/expected-number',
    file: config,
    from: 'articles: {pageSize: 5}',
    to: "articles: {pageSize: 5, defaults: {weight: 'first'}}",
    at: "weight: 'first'"
  }
]

/** Mistakes between files. */
const between: ReadonlyArray<Fault> = [
  {
    code: 'routing/collision',
    file: 'content/articles/zz-hand.md',
    to: '---\ntitle: By hand\ndescription: A page that wants the address of another, which it cannot have as well.\nslug: setting-a-line\n---\n\n[The guide](/guide/) leads here.\n',
    at: 'setting-a-line',
    also: ['content/articles/zz-hand.md site/orphan']
  },
  {
    code: 'routing/unpublished-reference',
    file: 'content/guide/washing-type.md',
    from: 'weight: 20',
    to: 'weight: 20\ndraft: true',
    told: reading,
    at: 'washing-type.md'
  },
  {
    code: 'site/no-title',
    file: 'content/articles/untitled.md',
    to: '---\ndescription: A page that says what it is about, and forgets to say what it is called.\n---\n\nOnly a sentence, with [a link](../about.md).\n',
    also: ['content/articles/untitled.md site/orphan']
  }
]

/** Mistakes of taste and care, most of them hints. */
const care: ReadonlyArray<Fault> = [
  {
    code: 'markdown/missing-alt',
    file: reading,
    from: 'Then go on',
    to: '<img src="/favicon.svg"> Then go on',
    at: '<img'
  },
  {
    code: 'markdown/empty-alt',
    file: proof,
    from: '![A sheet with marks at its edge](proof.png "Marks of the reader")',
    to: '![](proof.png)',
    at: '![](proof'
  },
  {
    code: 'markdown/second-title',
    file: setting,
    from: '## The stick',
    to: '# A title\n\n# The stick',
    at: '# The stick'
  },
  {
    code: 'markdown/title-twice',
    file: setting,
    from: '## The stick',
    to: '# Setting a line by hand\n\n## The stick',
    at: '# Setting'
  },
  {
    code: 'markdown/skipped-level',
    file: proof,
    from: '## What is looked for',
    to: '#### What is looked for',
    at: '#### What'
  },
  {
    code: 'markdown/empty-heading',
    file: proof,
    from: '## What is looked for',
    to: '##\n\n## What is looked for',
    at: '##\n\n## What'
  },
  {code: 'markdown/unclosed-tag', file: proof, from: 'lines</span>', to: 'lines', at: '<span'},
  {code: 'markdown/unopened-tag', file: proof, from: '<span class="mark">lines', to: 'lines', at: '</span>'},
  {
    code: 'markdown/malformed-directive',
    file: reading,
    from: 'Then go on',
    to: '\n\n::video{src="a.mp4"\n\nThen go on',
    at: '\n\nThen go'
  },
  {
    code: 'markdown/unknown-code-notation',
    file: setting,
    from: 'wider(line)',
    to: 'wider(line) // [!code ad]',
    at: '[!code ad]'
  },
  {
    code: 'markdown/shortcode-not-closed',
    file: reading,
    from: 'Then go on',
    to: '\n\n{{< details >}}\n\nThen go on',
    at: '{{< details >}}'
  },
  {
    code: 'markdown/shortcode-not-opened',
    file: reading,
    from: 'Then go on',
    to: '\n\n{{< /details >}}\n\nThen go on',
    at: '{{< /details >}}'
  },
  {
    code: 'markdown/include-outside',
    file: reading,
    from: 'Then go on',
    to: '\n\n::include{file="../../../etc/passwd"}\n\nThen go on',
    at: 'file="../../'
  },
  {
    code: 'site/short-description',
    file: reading,
    from: 'Type is a mirror of what it prints. Three exercises to read it as fast as print.',
    to: 'A mirror.',
    at: 'A mirror.'
  },
  {
    code: 'markdown/block-in-paragraph',
    file: reading,
    from: 'Then go on',
    to: '<div>Then</div> go on',
    at: '<div>'
  },
  {
    code: 'content/blank-text',
    file: reading,
    from: 'title: Reading type',
    to: "title: ' '",
    at: "' '",
    also: [`${reading} site/no-title`]
  },
  ...['mailto:ada', 'mailto:ada@example.org;ben@example.org', 'tel:ADA'].map(
    (url): Fault => ({
      code: 'markdown/malformed-address',
      file: reading,
      from: 'Then go on',
      to: `Ask [Ada](${url}). Then go on`,
      at: '[Ada]'
    })
  ),
  {
    code: 'routing/unknown-heading',
    file: 'templates/404.tsx',
    to: 'export default () => <a href="/notes/about/#team">x</a>\n',
    at: '/notes/about/#team'
  },
  {
    code: 'routing/unknown-heading',
    file: 'templates/404.tsx',
    to: 'export default () => <a href="#team">x</a>\n',
    at: '#team'
  },
  {
    code: 'markdown/nested-link',
    file: reading,
    from: 'Then go on',
    to: 'See <a href="/about/">https://example.org/notes/about/</a>. Then go on',
    at: 'https://example.org/notes/about/</a>'
  },
  {
    code: 'render/duplicate-id',
    file: reading,
    from: 'Then go on',
    to: '\n\n## Contents {#page-main}\n\nThen go on'
  },
  ...(
    [
      [
        'render/missing-language',
        '<html><head><title>x</title><link rel="canonical" href="https://example.org/" /></head></html>'
      ],
      [
        'render/missing-title',
        '<html lang="en"><head><link rel="canonical" href="https://example.org/" /></head></html>'
      ],
      ['render/nested-interactive', '<button><a href="/notes/about/">x</a></button>'],
      ['render/unclosed-element', '<p dangerouslySetInnerHTML={{__html: \'<a href="/notes/about/">x\'}} />'],
      ['render/block-in-paragraph', '<p><div>x</div></p>']
    ] as const
  ).map(([code, html]): Fault => ({code, file: 'templates/404.tsx', to: `export default () => (${html})\n`})),
  {
    code: 'render/missing-alt',
    file: 'templates/404.tsx',
    to: 'export default () => <img src="/notes/favicon.svg" />\n',
    at: '/notes/favicon.svg'
  },
  {
    code: 'render/missing-canonical',
    file: 'templates/taxonomy.tsx',
    to: 'export default () => <html lang="en"><head><title>x</title></head></html>\n'
  },
  {
    code: 'site/large-html',
    file: reading,
    from: 'Then go on',
    to: `${'The longer the text, the longer readers wait. '.repeat(500)}\n\nThen go on`
  },
  ...(['css', 'script'] as const).map(
    (kind): Fault => ({
      code: `site/large-${kind}`,
      file: config,
      from: kind === 'css' ? 'css: 60_000' : 'script: 30_000',
      to: `${kind}: 100`,
      told: 'content/about.md',
      // The home page loads fewer style sheets than a text does, and a text with code more scripts than one without.
      also: [
        kind === 'css'
          ? 'content/_index.md site/large-css'
          : 'content/articles/setting-a-line.md site/large-script'
      ]
    })
  ),
  {
    code: 'site/unused-file',
    file: proof,
    from: 'and the [list of marks](marks.txt).',
    to: 'and the list of marks.',
    told: 'content/articles/the-first-proof/marks.txt'
  },
  {
    code: 'site/unused-template',
    file: 'templates/artcles/article.tsx',
    to: "import type {PageView} from 'galley'\n\nexport default ({page}: PageView) => <p>{page.title}</p>\n"
  },
  {
    code: 'markdown/too-many',
    file: reading,
    from: 'Then go on',
    to: `\n\n${'::tip\n\n'.repeat(20_000)}::last\n\nThen go on`,
    at: '::last',
    also: ['content/guide/washing-type.md site/orphan']
  },
  {
    code: 'routing/too-many-broken',
    file: reading,
    from: 'Then go on',
    to: `${Array.from({length: 2001}, (_, index) => `[g](g-${index})`).join(' ')}\n\nThen go on`,
    at: 'g-2000',
    also: [
      `${reading} site/large-html`,
      ...Array.from({length: repeatsMax}, () => `${reading} routing/broken-reference`),
      'content/guide/washing-type.md site/orphan'
    ]
  },
  {
    code: 'site/undated',
    file: config,
    from: 'guide: {',
    to: "guide: {permalink: '/:year/:slug/', ",
    told: reading,
    also: ['content/guide/washing-type.md site/undated']
  },
  // A log with the name of an article.
  {code: 'build/too-large-text', file: 'content/guide/log.md', to: 'Washed the type.\n'.repeat(300_000)},
  {
    code: 'host/missing-export',
    file: 'templates/partials/site-footer.tsx',
    to: 'export default function SiteFooter() { return <footer>Printed in one run</footer> }\n'
  },
  {
    code: 'host/unused-partial',
    file: 'templates/partials/site-foter.tsx',
    to: 'export const SiteFooter = () => <footer>Printed in one run</footer>\n'
  },
  {
    code: 'site/orphan',
    file: setting,
    from: '(the-first-proof/index.md#pulling-it)',
    to: '(../about.md)',
    told: proof
  },
  {
    code: 'site/long-title',
    file: reading,
    from: 'title: Reading type',
    to: `title: ${'Reading type '.repeat(7).trim()}`,
    at: 'Reading type Reading'
  },
  {
    code: 'site/missing-description',
    file: setting,
    from: 'description: How a compositor fills a stick, spaces a line until it is tight, and reads it upside down.\n',
    to: ''
  },
  {
    code: 'site/duplicate-title',
    file: 'content/guide/washing-type.md',
    from: 'title: Washing type',
    to: 'title: Reading type',
    at: 'Reading type'
  },
  {
    code: 'site/single-term',
    file: setting,
    from: '[type, craft]',
    to: '[type, craft, metallurgy]',
    at: 'metallurgy'
  },
  {code: 'site/unknown-author', file: setting, from: '[ada]', to: '[adda]', at: 'adda'},
  {
    code: 'content/dates-out-of-order',
    file: setting,
    from: 'date: 2024-03-10',
    to: 'date: 2024-03-10\nlastmod: 2023-01-01',
    at: '2023-01-01'
  },
  {
    code: 'content/bad-translations',
    file: setting,
    from: 'date: 2024',
    to: 'translations: {deutsch!: /de/}\ndate: 2024',
    at: '{deutsch!'
  },
  {
    code: 'checks/missing-reason',
    file: reading,
    from: 'Read it',
    to: '<!-- galley-ignore markdown/empty-alt -->\n\nRead it',
    at: '<!--',
    also: [`${reading} checks/unused-ignore`]
  },
  {
    code: 'checks/unused-ignore',
    file: reading,
    from: 'Read it',
    to: '<!-- galley-ignore markdown/empty-alt: a rule -->\n\nRead it',
    at: '<!--'
  },
  {
    code: 'checks/unknown-code',
    file: reading,
    from: 'Read it',
    to: '<!-- galley-ignore markdown/empty-atl: so -->\n\nRead it',
    at: '<!--'
  },
  {
    code: 'routing/lost-url',
    file: 'urls.lock',
    to: '/articles/setting-a-line/\n/articles/setting-two-lines/\n',
    at: '/articles/setting-two-lines/'
  }
]

export const faults: ReadonlyArray<Fault> = [
  ...links,
  ...frontMatter,
  ...markdown,
  ...configuration,
  ...between,
  ...care
]
