import {describe, expect, test} from 'vitest'
import {fieldNames} from '#src/content/field-names.ts'
import {splitFrontMatter} from '#src/content/split-front-matter.ts'
import {typeFrontMatter} from '#src/content/type-front-matter.ts'
import {noPlaces} from '#src/model/front-matter-places.ts'
import type {SourcePath} from '#src/model/source.ts'

/** Fields in YAML and what typing them gives; `params` is expected empty unless named. */
interface Case {
  readonly yaml: string
  readonly typed?: Readonly<Record<string, unknown>>
  /** `line:column code`, with line 1 the first of `yaml`; warnings with a question mark after them. */
  readonly problems?: ReadonlyArray<string>
  /** Parts of the first problem's reason and hint. */
  readonly says?: ReadonlyArray<string>
}

function check({yaml, typed = {}, problems = [], says = []}: Case): void {
  checkText(`---\n${yaml}\n---\n`, {yaml, typed, problems, says})
}

function checkText(text: string, {typed = {}, problems = [], says = []}: Case): void {
  const block = splitFrontMatter({path: 'content/a.md' as SourcePath, text})
  expect(block.diagnostics).toEqual([])
  const {value, diagnostics} = typeFrontMatter('content/a.md', block.value)
  const found = diagnostics.map(
    ({place, code, severity}) =>
      `${(place?.line ?? 0) - 1}:${place?.column} ${code}${severity === 'warning' ? '?' : ''}`
  )
  expect(found).toEqual(problems)
  expect(value).toEqual({params: {}, ...typed})
  for (const part of says) expect(`${diagnostics[0]?.reason} ${diagnostics[0]?.hint}`).toContain(part)
}

function checkAll(cases: ReadonlyArray<Case>): void {
  test.each(cases)('$yaml', (one) => {
    check(one)
  })
}

describe('texts', () => {
  checkAll([
    ...['2024-01-01', 'yes', '1e3', 'null', 'true', '0777', '0x10', '12:30', '1.0', '1_000', 'No'].map(
      (title) => ({
        yaml: `title: ${title}`,
        typed: {title}
      })
    ),
    {yaml: 'title: "  A  "', typed: {title: 'A'}},
    {yaml: 'title:'},
    {yaml: 'title: ~'},
    {yaml: 'title: ""'},
    {yaml: 'title: " "', problems: ['1:8 content/blank-text?']},
    {yaml: 'description: null'},
    {yaml: 'description: |\n  A\n\n  B', typed: {description: 'A\n\nB'}},
    {
      yaml: 'title: [a]',
      problems: ['1:8 content/expected-text'],
      says: ['Expected text for `title`, found a list']
    },
    {yaml: 'title: {a: b}', problems: ['1:8 content/expected-text'], says: ['found a mapping']},
    {yaml: 'category: [a, b]', problems: ['1:11 content/expected-text'], says: ['Use `categories`']},
    {yaml: `title: ${'x'.repeat(1_000)}`, typed: {title: 'x'.repeat(1_000)}},
    {
      yaml: `title: ${'x'.repeat(1_001)}`,
      problems: ['1:8 content/too-long'],
      says: ['at most 1000', 'found 1001']
    },
    {
      yaml: 'short_description: A\npreview_image: p.png\nsmall_preview_image: s.png\nsocial_preview_image: o.png\nseries: S\ncategory: C',
      typed: {
        shortDescription: 'A',
        previewImage: 'p.png',
        smallPreviewImage: 's.png',
        socialPreviewImage: 'o.png',
        series: 'S',
        category: 'C'
      }
    },
    {
      yaml: 'shortDescription: A\npublish_date: 2024-05-01',
      typed: {shortDescription: 'A', publishDate: '2024-05-01'}
    },
    {
      yaml: 'publishDate: 2024-05-01\npublish_date: 2024-05-02',
      typed: {publishDate: '2024-05-01'},
      problems: ['2:1 content/field-twice'],
      says: ['`publishDate`', '`publish_date`']
    }
  ])
})

describe('truth values and numbers', () => {
  checkAll([
    {yaml: 'search: false', typed: {search: false}},
    {yaml: 'draft: true\nunlisted: false\ntoc: True', typed: {draft: true, unlisted: false, toc: true}},
    {yaml: 'draft:'},
    {
      yaml: 'draft: no',
      problems: ['1:8 content/expected-boolean'],
      says: ['Expected `true` or `false` for `draft`, found `no`']
    },
    {
      yaml: 'draft: "false"',
      problems: ['1:8 content/expected-boolean'],
      says: ['found `"false"`', 'without quotes']
    },
    {yaml: 'toc: 1', problems: ['1:6 content/expected-boolean'], says: ['found `1`']},
    {yaml: 'toc: ""', problems: ['1:6 content/expected-boolean'], says: ['an empty text']},
    {yaml: 'weight: -1.5', typed: {weight: -1.5}},
    {yaml: 'weight: "10"', typed: {weight: 10}},
    {yaml: 'weight: " -1e1 "', typed: {weight: -10}},
    {yaml: 'weight: heavy', problems: ['1:9 content/expected-number'], says: ['found `heavy`']},
    {yaml: 'weight: NaN', problems: ['1:9 content/expected-number']},
    {yaml: 'weight: "1e400"', problems: ['1:9 content/expected-number']},
    {yaml: 'weight: true', problems: ['1:9 content/expected-number']},
    {yaml: 'weight: [1]', problems: ['1:9 content/expected-number'], says: ['a list']}
  ])
})

describe('dates', () => {
  checkAll([
    ...[
      ['2024-05-01', '2024-05-01'],
      ['2024-02-29', '2024-02-29'],
      ['0001-01-01', '0001-01-01'],
      ['9999-12-31', '9999-12-31'],
      ['"2024-05-01"', '2024-05-01'],
      ['2024-05-01 10:12:37', '2024-05-01T10:12:37'],
      ['2024-05-01T10:12', '2024-05-01T10:12:00'],
      ['2024-05-01T10:12:37.123456789', '2024-05-01T10:12:37'],
      ['2024-05-01T10:12:37Z', '2024-05-01T10:12:37Z'],
      ['2024-05-01t10:12:37.5z', '2024-05-01T10:12:37Z'],
      ['2024-05-01T10:12:37+03:00', '2024-05-01T10:12:37+03:00'],
      ['2024-05-01T10:12:37-0330', '2024-05-01T10:12:37-03:30'],
      ['2024-05-01 10:12:37 +03', '2024-05-01T10:12:37+03:00']
    ].map(([written, date]) => ({yaml: `date: ${written}`, typed: {date}})),
    ...[
      '2024-13-45',
      '2024-02-30',
      '2023-02-29',
      '31.12.2024',
      'tomorrow',
      '0000-01-01',
      '99999-01-01',
      '2024-5-1',
      '2024',
      'true',
      '2024-05-01T24:00',
      '2024-05-01T10:60',
      '2024-05-01T10:12:60',
      '2024-05-01T10:12+24:00',
      '2024-05-01T10:12+03:60',
      '2024-05-01Z',
      '2024-05-01 10',
      '[2024-05-01]'
    ].map((written) => ({
      yaml: `date: ${written}`,
      problems: ['1:7 content/bad-date'],
      says: [written.startsWith('[') ? 'a list' : `\`${written}\``, '2024-05-01T09:30:00+03:00']
    })),
    {yaml: 'date:\nlastmod: null'},
    {
      yaml: 'lastmod: 2024-05-01\nexpiryDate: 2024-05-02',
      typed: {lastmod: '2024-05-01', expiryDate: '2024-05-02'}
    }
  ])

  test('of TOML', () => {
    checkText('+++\ndate = 1979-05-27 07:32:00Z\nlastmod = 1979-05-27\n+++\n', {
      yaml: '',
      typed: {date: '1979-05-27T07:32:00Z', lastmod: '1979-05-27'}
    })
  })
})

describe('lists of texts', () => {
  const many = Array.from({length: 1_000}, (_, index) => `t${index}`)
  checkAll([
    {yaml: 'tags: rust', typed: {tags: ['rust']}},
    {yaml: 'tags: rust, web,, rust', typed: {tags: ['rust', 'web']}},
    {yaml: 'tags: [Rust, rust, " rust "]', typed: {tags: ['Rust', 'rust']}},
    {
      yaml: 'tags: [1.0, true, null, ""]',
      typed: {tags: ['1.0', 'true']},
      problems: ['1:8 content/not-text?', '1:13 content/not-text?'],
      says: ['`1.0`']
    },
    {yaml: 'tags: 2024', typed: {tags: ['2024']}, problems: ['1:7 content/not-text?']},
    {
      yaml: 'tags: [a, [b], {c: d}]',
      typed: {tags: ['a']},
      problems: ['1:11 content/expected-texts', '1:16 content/expected-texts']
    },
    {yaml: 'tags: {a: b}', problems: ['1:7 content/expected-texts'], says: ['a mapping']},
    {yaml: 'tags: []', typed: {tags: []}},
    {yaml: 'tags:'},
    {yaml: 'tags: ""'},
    {yaml: 'related: [a.md, /b/]', typed: {related: ['a.md', '/b/']}},
    {yaml: 'related: a, b.md', typed: {related: ['a, b.md']}},
    {yaml: 'related: false', typed: {related: false}},
    {yaml: 'related: {a: b}', problems: ['1:10 content/expected-texts']},
    {yaml: 'tags: false', problems: ['1:7 content/not-text?'], typed: {tags: ['false']}},
    {yaml: 'keywords: a, b\ncategories:\n  - C', typed: {keywords: ['a', 'b'], categories: ['C']}},
    {yaml: 'author: King, Jr.', typed: {authors: ['King, Jr.']}},
    {yaml: 'authors: [B, A]\nauthor: A', typed: {authors: ['A', 'B']}},
    {yaml: 'author: [A, B]', typed: {authors: ['A', 'B']}},
    {yaml: 'author: {name: A}', problems: ['1:9 content/expected-texts']}
  ])

  test('of 1,000 tags, and no more', () => {
    check({yaml: `tags: [${many.join()}]`, typed: {tags: many}})
    check({yaml: `tags: [${many.join()},more]`, problems: ['1:7 content/too-many-values']})
  })
})

describe('addresses', () => {
  checkAll([
    ...['hello', 'C++', 'a..b', 'über uns', '日本', 'a%20b', 'v1.2'].map((slug) => ({
      yaml: `slug: ${slug}`,
      typed: {slug}
    })),
    ...[
      '../../x',
      '..',
      '.',
      '...',
      'a/b',
      '/a',
      '"%2e%2e"',
      '"%252e%252E"',
      'a%2fb',
      'a%5Cb',
      'a%25252f',
      'C:x',
      '"a\\\\b"',
      '"a\\0b"',
      '"a\\nb"',
      '"a%00"',
      '"\\ud800"',
      '[a]',
      `a${'%25'.repeat(1_000)}`
    ].map((slug) => ({yaml: `slug: ${slug}`, problems: ['1:7 content/bad-slug']})),
    ...['/a/', '/a', '/', '/a.html', '/a b/ü/', '/%20/', '/a..b/'].map((url) => ({
      yaml: `url: ${url}`,
      typed: {url}
    })),
    ...[
      '//evil',
      '/%2fevil',
      '/%252fevil',
      '/%E2%80%A8/',
      '/%c2%85/',
      '/a/../../b',
      '/a/./b',
      '/a/%2e%2e/b',
      '/a%2f..%2fb',
      '/a/.%252e/b',
      '"/a/.. /b"',
      '"C:\\\\x"',
      '"/a\\\\b"',
      '"/a\\0"',
      '/a?b',
      '"/a#b"',
      'a/b',
      'https://x.org/',
      '{a: b}'
    ].map((url) => ({yaml: `url: ${url}`, problems: ['1:6 content/bad-path']})),
    {yaml: 'aliases: /a/, /b/', typed: {aliases: ['/a/', '/b/']}},
    {
      yaml: 'aliases:\n  - /a/\n  - ../b',
      typed: {aliases: ['/a/']},
      problems: ['3:5 content/bad-path'],
      says: ['`../b`']
    },
    ...[
      {yaml: 'url: blog/ten.html', says: ['Did you mean `/blog/ten.html`?']},
      {yaml: 'url: https://x.org/', says: ['Write a path within the site']},
      {yaml: 'url: ../ten/', says: ['Write a path within the site']}
    ].map((one) => ({...one, problems: ['1:6 content/bad-path']})),
    {
      yaml: 'aliases: [ten-old]',
      typed: {aliases: []},
      problems: ['1:11 content/bad-path'],
      says: ['`/ten-old`']
    },
    ...['post', 'blog/wide-post_2'].map((layout) => ({yaml: `layout: ${layout}`, typed: {layout}})),
    ...['../post', '/post', 'post.tsx', 'a b', 'a//b'].map((layout) => ({
      yaml: `layout: ${layout}`,
      problems: ['1:9 content/bad-layout']
    })),
    {yaml: 'canonical: https://x.org/a?b#c', typed: {canonical: 'https://x.org/a?b#c'}},
    ...['x.org', '/a', 'mailto:a@x.org', 'javascript:alert(1)', 'https://', '"https://x .org"'].map(
      (canonical) => ({
        yaml: `canonical: ${canonical}`,
        problems: ['1:12 content/bad-url']
      })
    ),
    {
      yaml: 'translations:\n  zh-Hant: b.md\n  x-default: https://x.org/',
      typed: {translations: {'zh-Hant': 'b.md', 'x-default': 'https://x.org/'}}
    },
    ...['de', '[de]', '{german language: b.md}', '{de: 1}', '{de: ""}'].map((written) => ({
      yaml: `translations: ${written}`,
      problems: ['1:15 content/bad-translations']
    })),
    {yaml: 'author_link: mailto:a@x.org', typed: {authorLink: 'mailto:a@x.org'}},
    {yaml: 'author_link: http://x.org', typed: {authorLink: 'http://x.org'}},
    {yaml: 'author_link: data:text/html,x', problems: ['1:14 content/bad-url']}
  ])
})

describe('params, cascade and unknown names', () => {
  checkAll([
    {
      yaml: 'avatars: [x]\ntweet: "1"\nparams:\n  tweet: 2\n  deep: {a: [1]}',
      typed: {params: {avatars: ['x'], tweet: 2, deep: {a: [1]}}}
    },
    {yaml: 'params:\ncascade:'},
    {yaml: 'params: text', problems: ['1:9 content/expected-mapping'], says: ['found `text`']},
    {yaml: 'cascade: [a]', problems: ['1:10 content/expected-mapping'], says: ['a list']},
    {
      yaml: 'cascade:\n  layout: post\n  draft: no\n  tilte: A\n  x: 1',
      typed: {cascade: {layout: 'post', params: {tilte: 'A', x: 1}}},
      problems: ['3:10 content/expected-boolean', '4:3 content/unknown-field?']
    },
    {
      yaml: 'cascade:\n  cascade: {draft: true}',
      typed: {cascade: {params: {}}},
      problems: ['2:12 content/nested-cascade']
    },
    ...[
      ['tilte', 'title'],
      ['Title', 'title'],
      ['desription', 'description'],
      ['short-description', 'short_description'],
      ['short_desciption', 'short_description'],
      ['catagories', 'categories'],
      ['tag', 'tags'],
      ['keyword', 'keywords'],
      ['dates', 'date'],
      ['drfat', 'draft'],
      ['authros', 'authors'],
      ['alias', 'aliases'],
      ['publishdate', 'publishDate'],
      ['preview_imgae', 'preview_image']
    ].map(([name, intended]) => ({
      yaml: `${name}: x`,
      typed: {params: {[`${name}`]: 'x'}},
      problems: ['1:1 content/unknown-field?'],
      says: [`found \`${name}\``, `Did you mean \`${intended}\`?`]
    })),
    ...[
      'avatars',
      'tweet',
      'updated',
      'extra_links',
      'image',
      'tag2',
      'data',
      'height',
      'large_preview_image',
      'long_description',
      'meta_description',
      'subtitle',
      'lang',
      'language',
      'type',
      'template',
      'summary',
      'cover',
      'menu',
      'id',
      'permalink',
      'excerpt',
      'linkTitle',
      'comments',
      'status',
      'version',
      'hero_image',
      'og_title',
      'sources',
      '日付'
    ].map((name) => ({yaml: `${name}: x`, typed: {params: {[name]: 'x'}}}))
  ])

  test('names of Object.prototype are params like others', () => {
    const text =
      '{\n"__proto__": {"draft": true}, "constructor": 1, "hasOwnProperty": 2, "params": {"toString": 3}\n}\n'
    const block = splitFrontMatter({path: 'content/a.md' as SourcePath, text})
    const {value, diagnostics} = typeFrontMatter('content/a.md', block.value)
    expect(diagnostics).toEqual([])
    expect(Object.keys(value)).toEqual(['params'])
    expect(Object.keys(value.params).sort()).toEqual([
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'toString'
    ])
    expect(Object.getPrototypeOf(value.params)).toBe(Object.prototype)
  })
})

test('defaults without places are typed, and their problems have none', () => {
  const data = {author: 'A', draft: 'no', tags: ['x', 1]}
  const {value, diagnostics} = typeFrontMatter('galley.config.ts', {data, places: noPlaces, written: {}})
  expect(value).toEqual({authors: ['A'], tags: ['x', '1'], params: {}})
  expect(diagnostics.map(({code, file, place}) => [code, file, place])).toEqual([
    ['content/expected-boolean', 'galley.config.ts', undefined],
    ['content/not-text', 'galley.config.ts', undefined]
  ])
})

test('every wrong value is reported, and the others are kept', () => {
  check({
    yaml: 'weight: heavy\ntitle: A\ndate: soon\ntags: [x]\nslug: ..',
    typed: {title: 'A', tags: ['x']},
    problems: ['1:9 content/expected-number', '3:7 content/bad-date', '5:7 content/bad-slug']
  })
})

test('the names are those that authors write', () => {
  expect(fieldNames).toEqual(
    expect.arrayContaining(['title', 'short_description', 'publishDate', 'author', 'authors'])
  )
  expect(fieldNames).toHaveLength(32)
})
