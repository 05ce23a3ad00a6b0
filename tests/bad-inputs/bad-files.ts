import {execFileSync} from 'node:child_process'
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type BadInput, badArticle} from './bad-input.ts'

const article = '---\ntitle: Bad\ntags: [odd]\n---\n\nText of *it*.\n\n[nowhere](nowhere.md)\n'
const plain = '<p>Text of <em>it</em>.</p>'
const nowhere = ['8:11 warning routing/broken-reference']

/** What is in files, and what it is encoded in. */
export const badFiles: ReadonlyArray<BadInput> = [
  badArticle('an empty file', '', ['warning site/no-title'], '<h1'),
  badArticle('front matter alone', '---\ntitle: Alone\n---', [], 'Alone'),
  badArticle('nothing but blank lines', '\n \n\t\n', ['warning site/no-title'], '<h1'),
  badArticle('a byte order mark', `\uFEFF${article}`, nowhere, plain),
  badArticle('CRLF', article.replaceAll('\n', '\r\n'), nowhere, plain),
  badArticle('CR alone', article.replaceAll('\n', '\r'), nowhere, plain),
  badArticle('all line ends mixed', article.replace('\n', '\r\n').replace('\n\n', '\r\n\n'), nowhere, plain),
  badArticle('no line end at the end', '---\ntitle: Bad\n---\nText.', [], '<p>Text.</p>'),
  badArticle('`---` as the last line', '# Bad\n\nText.\n\n---', [], '<hr>'),
  badArticle('Latin-1', new Uint8Array([0x61, 0xe4, 0x62]), ['error build/not-utf8'], false, [
    'at byte 1',
    'Latin-1'
  ]),
  badArticle('UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0x00]), ['error build/not-utf8'], false, [
    'at byte 0',
    'UTF-16'
  ]),
  badArticle('UTF-16 without a mark', Buffer.from('# T\n', 'utf16le'), ['error build/nul-byte'], false, [
    'at byte 1',
    'UTF-16'
  ]),
  badArticle('an image', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ['error build/not-utf8'], false, [
    'at byte 0'
  ]),
  badArticle('a NUL byte', '# Bad\n\nText \0.\n', ['error build/nul-byte'], false, ['at byte 12']),
  ...Object.entries({
    'lines of text': 'A line of text.\n',
    'one line': 'words ',
    'front matter': '---\n- a\n',
    'bytes that are no text': '\0'
  }).map(([what, unit]) =>
    badArticle(`50 MB of ${what}`, Buffer.alloc(50_000_000, unit), ['error build/too-large-text'], false, [
      'at most 5 MB',
      'found 50 MB'
    ])
  ),
  {
    name: '50 MB that are included, as text and as code',
    files: {
      'part.txt': Buffer.alloc(50_000_000, 'A line of text.\n'),
      'bad.md': '# Bad\n\n::include{file="part.txt"}\n\n```txt file=part.txt\n```\n'
    },
    told: ['bad.md:3:11 error markdown/include-not-text', 'bad.md:5:8 error markdown/include-not-text'],
    says: ['at most 5 MB', 'found 50 MB'],
    built: {'bad/index.html': false}
  },
  badArticle('other control characters', '# Bad\n\na\u0001b\u001bc\u0085d\u2028e\n', [], '<p>a'),
  badArticle(
    'template languages',
    '# Bad\n\n{{ x }} {% y %} <% z %> #{w} {{! v }}\n',
    [],
    '{{ x }} {% y %} &#x3C;% z %> #{w} {{! v }}'
  )
]

/** What the file system may hold beside plain files. */
export const badPlaces: ReadonlyArray<BadInput> = [
  {
    name: 'a link to nothing',
    make: (folder) => symlinkSync('nothing.md', join(folder, 'bad.md')),
    told: ['bad.md warning host/broken-symlink']
  },
  {
    name: 'a link to a folder around it',
    make: (folder) => symlinkSync('..', join(folder, 'bad')),
    told: ['bad warning host/symlink-loop']
  },
  {
    name: 'a link out of the site',
    make: (folder) => symlinkSync('/etc/hostname', join(folder, 'bad.md')),
    told: ['bad.md error host/symlink-outside'],
    built: {'bad/index.html': false}
  },
  {
    name: 'a FIFO',
    make: (folder) => execFileSync('mkfifo', [join(folder, 'bad.md')]),
    told: ['bad.md warning host/not-a-file']
  },
  {
    name: 'a name that is not UTF-8',
    make: (folder) =>
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xe4, 0x2e, 0x6d, 0x64])]), ''),
    told: ['\uFFFD.md warning host/bad-file-name']
  },
  {
    name: 'a folder that is called as an article is',
    make: (folder) => mkdirSync(join(folder, 'bad.md')),
    told: []
  },
  {
    name: '300 folders in each other',
    make(folder) {
      mkdirSync(join(folder, 'd/'.repeat(300)), {recursive: true})
      writeFileSync(join(folder, 'd/'.repeat(300), 'bad.md'), '# Deep\n')
    },
    built: {[`${'d/'.repeat(300)}bad/index.html`]: 'Deep'}
  },
  {
    name: 'a path that no system has room for',
    files: {'bad.md': `---\ntitle: Bad\nurl: ${'/abc'.repeat(1_100)}\n---\n`},
    told: ['bad.md:3:6 error content/bad-path'],
    built: {'bad/index.html': false}
  }
]

const titled = '# Named\n'

/** Names of files, and the segments of addresses that they become. */
const names: ReadonlyArray<readonly [what: string, name: string, segment: string, code?: string]> = [
  ['spaces', ' a b  c', 'a-b-c'],
  ['quotes', `"a" 'b'`, 'a-b'],
  ['what addresses are made of', 'a#b?c%d&e', 'abcd&e'],
  ['percent escapes', '%2e%2e', '2e2e'],
  ['an emoji', '🚀', '🚀'],
  ['a combining accent', 'cafe\u0301', 'caf\u00e9'],
  ['right-to-left letters', 'שלום', 'שלום'],
  ['controls of direction and width', 'a\u202eb\u200bc', 'abc'],
  ['a trailing dot', 'bad.', 'bad'],
  ['a trailing space', 'bad ', 'bad'],
  ['a colon', 'a:b', 'ab'],
  ['a backslash', 'a\\b', 'ab'],
  ['what Windows forbids', 'a*b|c<d>', 'abcd'],
  ['nothing that an address can have', '???', '3f3f3f'],
  ['the console of Windows', 'con', 'con', 'warning routing/unportable-name'],
  ['a device of Windows, in upper case', 'AUX', 'aux', 'warning routing/unportable-name'],
  ['a device of Windows and an extension', 'nul.x', 'nul.x', 'warning routing/unportable-name'],
  ['255 bytes with its extension', 'ü'.repeat(126), 'ü'.repeat(126), 'error routing/too-long-name']
]

export const badNames: ReadonlyArray<BadInput> = [
  ...names.map(
    ([what, name, segment, code]): BadInput => ({
      name: `a name with ${what}`,
      files: {[`${name}.md`]: titled},
      told: code === undefined ? [] : [`${name}.md ${code}`],
      built: {[`${segment}/index.html`]: 'Named'}
    })
  ),
  {
    name: 'two names that differ in case alone',
    files: {'Twin.md': titled, 'twin.md': titled},
    told: ['twin.md error routing/collision']
  },
  {
    name: 'two names that are one in Unicode',
    files: {'caf\u00e9.md': titled, 'cafe\u0301.md': titled},
    told: ['caf\u00e9.md error routing/collision']
  },
  {
    name: 'two names of which one folds into the other',
    files: {'straße.md': titled, 'strasse.md': titled},
    told: ['straße.md error routing/collision']
  },
  {
    name: 'an article and a folder of one address',
    files: {'a.md': titled, 'a/index.md': titled},
    told: ['a/index.md error routing/collision']
  }
]
