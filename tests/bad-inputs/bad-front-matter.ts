import {type BadInput, badArticle, badField} from './bad-input.ts'

/** Data that grows nine times with each level: YAML's "billion laughs". */
const aliasBomb = Array.from({length: 10}, (_, level) =>
  level === 0
    ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
    : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`
).join('\n')

/** Front matter that is no data, or none of an article. */
export const badFrontMatter: ReadonlyArray<BadInput> = [
  badArticle('YAML with a mistake', '---\ntitle: A: B\n---\n', ['2:8 error content/yaml-syntax'], false),
  badArticle('YAML with three mistakes', '---\na: b: c\nd: @x\ne: `y`\n---\n', [
    '2:4 error content/yaml-syntax',
    '3:4 error content/yaml-syntax',
    '4:4 error content/yaml-syntax'
  ]),
  badArticle('no closing fence', '---\ntitle: A\n\nText: of it\n', ['1:1 error content/unclosed'], false, [
    'no closing `---`'
  ]),
  badArticle(
    'a break at the beginning',
    '---\n\nText *a*: b\n\n---\n',
    ['warning site/no-title'],
    '<em>a</em>: b'
  ),
  badArticle('a break later on', '# A\n\n---\n\ntitle: B\n\n---\n', [], '<p>title: B</p>'),
  ...['- a', 'text', '12', 'null'].map((block) =>
    badArticle(
      `front matter that is: ${block}`,
      `---\n${block}\n---\n`,
      ['2:1 error content/not-a-mapping'],
      false
    )
  ),
  badArticle('nothing in front matter but a comment', '---\n# a\n---\n# Title\n', [], 'Title'),
  badArticle(
    'a key twice',
    '---\ntitle: A\ndate: 2024-05-01\ntitle: B\n---\n',
    ['4:1 error content/duplicate-key'],
    false,
    ['line 2']
  ),
  badArticle('tabs in YAML', '---\ntags:\n\t- a\n---\n', ['3:1 error content/tab-indentation'], false, [
    'found a tab'
  ]),
  ...['tags', 'aliases'].map((field) =>
    badArticle(
      `1,001 ${field}`,
      `---\ntitle: Bad\n${field}: [${Array.from({length: 1_001}, (_, number) => `/t${number}/`)}]\n---\n`,
      [`3:${field.length + 3} error content/too-many-values`],
      false,
      [`at most 1000 texts for \`${field}\`, found 1001`]
    )
  ),
  badArticle('an alias bomb', `---\n${aliasBomb}\n---\n`, ['2:10 error content/too-many-values'], false),
  badArticle(
    'YAML nested 20,000 deep',
    `---\ntitle: ${'['.repeat(20_000)}\n---\n`,
    ['2:58 error content/too-nested'],
    false
  ),
  badArticle(
    'names of Object.prototype',
    '---\ntitle: A\n__proto__: {draft: true}\nconstructor: x\ntoString: y\n---\nText.\n',
    [],
    'Text.'
  ),
  badArticle(
    'a merged prototype',
    '---\ntitle: A\n<<: {__proto__: {draft: true}}\n---\nText.\n',
    [],
    'Text.'
  ),
  ...['js', 'javascript', 'coffee', 'constructor', '__proto__'].map((language) =>
    badArticle(
      `front matter in ${language}`,
      `---${language}\nrequire('node:fs').writeFileSync('/tmp/galley-ran', '')\n---\n`,
      ['1:4 error content/unknown-language'],
      false,
      ['only YAML, TOML and JSON']
    )
  ),
  badField('x: !!js/function "f"', ['3:4 error content/unknown-tag']),
  badArticle(
    'TOML with a mistake',
    '+++\ntitle = "A"\nb = \n+++\n',
    ['4:1 error content/toml-syntax'],
    false
  ),
  badArticle('JSON with a mistake', '{\n"title": "A"\n"b": 2\n}\n', ['3:1 error content/json-syntax'], false),
  badArticle('TOML with a date', '+++\ntitle = "A"\ndate = 2024-05-01\n+++\n', [], '2024-05-01'),
  badArticle(
    'front matter of more than a megabyte',
    `---\ntitle: A\nx: ${'x'.repeat(1_000_000)}\n---\n`,
    ['1:1 error content/too-large'],
    false
  ),
  badArticle(
    'a title of 200 kB',
    `---\ntitle: ${'x'.repeat(200_000)}\n---\n`,
    ['2:8 error content/too-long'],
    false
  ),
  ...['2024-01-01', 'yes', '1e3', 'null', '12:30', '0777'].map((title) =>
    badArticle(`the title ${title}`, `---\ntitle: ${title}\n---\n`, [], `>${title}</h1>`)
  ),
  badArticle('a title that is a list', '---\ntitle: [a]\n---\n', ['2:8 error content/expected-text'], false),
  badArticle(
    'a title that is a mapping',
    '---\ntitle: {a: b}\n---\n',
    ['2:8 error content/expected-text'],
    false
  ),
  ...['2024-13-45', '2024-02-30', '31.12.2024', 'tomorrow', '0000-01-01', '99999-01-01'].map((date) =>
    badField(`date: ${date}`, ['3:7 error content/bad-date'], [`\`${date}\``, '2024-05-01T09:30:00+03:00'])
  ),
  badField('weight: "10"', []),
  badField('weight: heavy', ['3:9 error content/expected-number']),
  badField('weight: .nan', ['3:9 error content/not-finite']),
  badField('weight: 1e400', ['3:9 error content/not-finite']),
  badField('draft: "false"', ['3:8 error content/expected-boolean'], ['true']),
  badField('draft: no', ['3:8 error content/expected-boolean'], ['true']),
  badField('tags: plain', []),
  badField('tags: [odd, odd, " odd "]', []),
  badField('tags: [1, true, null]', ['3:8 warning content/not-text', '3:11 warning content/not-text']),
  badField(`tags: [${Array.from({length: 100}, (_, index) => `many${index}`).join()}]`, []),
  badField('tags: {a: b}', ['3:7 error content/expected-texts']),
  badField('tags: ["+++", "???"]', []),
  badField('tags: [C, C++, C#]', []),
  badField('tags: [Node.js, nodejs]', ['3:17 warning site/similar-terms'], ['Node.js', 'nodejs']),
  badField('tilte: B', ['3:1 warning content/unknown-field'], ['Did you mean `title`?']),
  badField('layout: nosuch', ['3:9 error render/unknown-layout'], ['article']),
  badField('related: nowhere.md', ['3:10 warning routing/broken-reference'])
]

/** Addresses that lead out of the site, or to another page. */
export const badUrls: ReadonlyArray<BadInput> = [
  ...['../../x', '"%2e%2e%2fx"', '"..\\\\x"', '/x', 'C:x', '"a\\0b"', '".."'].map((slug) =>
    badField(`slug: ${slug}`, ['3:7 error content/bad-slug'])
  ),
  ...['//evil', '/a/../../b', '"C:\\\\x"', '/%2e%2e/b', '"/a\\0"', 'https://example.org/'].map((url) =>
    badField(`url: ${url}`, ['3:6 error content/bad-path'])
  ),
  badField(`slug: ${'ü'.repeat(128)}`, ['3:7 error routing/too-long-name']),
  badField(`url: /a/${'x'.repeat(256)}/b/`, ['3:6 error routing/too-long-name']),
  badArticle(
    'an alias that no file can have',
    `---
title: A title
aliases: [/a/${'y'.repeat(256)}/]
---
`,
    ['3:11 error routing/too-long-name']
  ),
  badArticle(
    'a tag of more bytes than a name can have',
    `---\ntitle: A\ntags: [${'long'.repeat(70)}]\n---\nText.\n`,
    ['3:8 error routing/too-long-name'],
    'Text.'
  ),
  ...['slug: "???"', 'slug: con', 'slug: "a*b"'].map((line) =>
    badArticle(
      line,
      `---\ntitle: A title\n${line}\n---\n`,
      ['3:7 warning routing/unportable-name'],
      undefined,
      ['Windows']
    )
  ),
  {
    name: 'two pages of one address',
    files: {
      'a.md': '---\ntitle: A\nurl: /claimed/twice/\n---\n',
      'b.md': '---\ntitle: B\nurl: /claimed/twice/\n---\n'
    },
    told: ['b.md:3:6 error routing/collision'],
    says: ['a.md']
  },
  {
    name: 'the address of a page of the site',
    files: {'bad.md': '---\ntitle: A\nurl: /good/\n---\n'},
    told: ['bad.md:3:6 error routing/collision'],
    says: ['content/good.md']
  },
  {
    name: 'an alias that is a page',
    files: {'bad.md': '---\ntitle: A\naliases: [/good/]\n---\n'},
    told: ['bad.md:3:11 error routing/collision'],
    says: ['content/good.md']
  },
  {
    name: 'an alias that is the page itself',
    files: {'bad.md': '---\ntitle: A\nurl: /itself/\naliases: [/itself/]\n---\n'},
    told: []
  },
  {
    name: 'the address of a file for programs',
    files: {'bad.md': '---\ntitle: A\nurl: /404.html\n---\n'},
    told: ['bad.md:3:6 error routing/collision']
  },
  {
    name: 'the address of a file in public',
    files: {'bad.md': '---\ntitle: A\nurl: /robots.txt\n---\n'},
    told: ['bad.md:3:6 error routing/collision'],
    says: ['public/robots.txt']
  }
]
