import {describe, expect, test} from 'vitest'
import {buildSite} from './check-build.ts'
import {checkSite, type SiteCase} from './check-site.ts'

const config = {
  title: 'Notes',
  description: 'All of\nthem',
  baseUrl: 'https://example.org/base/',
  llms: true,
  markdown: {wikilinks: true, unknownShortcodes: 'text'}
}

const article = (path: string, fields: string, body = ''): string =>
  `-- content/${path} --\n---\ntitle: T\n${fields}---\n${body}\n`

const b = article('s/b.md', 'title: "B"\n'.replace('title', 'description'))

async function markdownOf(body: string, more = ''): Promise<string | undefined> {
  const {files} = await buildSite(article('s/a.md', '', body) + b + more, {config})
  return files['s/a/index.md']?.split('\n---\n').slice(1).join('\n---\n').trim()
}

describe('a page as Markdown', () => {
  test('says what the page says of itself, and nothing for programs', async () => {
    const fields = 'description: "D: \\"x\\""\ndate: 2024-05-01\ntags: [x]\nparams: {secret: 1}\n'
    const {files} = await buildSite(article('s/a.md', fields, 'Text.'), {config})
    expect(files['s/a/index.md']).toBe(
      '---\ntitle: "T"\ndescription: "D: \\"x\\""\ndate: 2024-05-01T00:00:00Z\nurl: https://example.org/base/s/a/\n---\n\nText.\n'
    )
  })

  const here = 'https://example.org/base/s'
  test.each([
    [
      '[b](b.md) [b](<b.md#x> "A (title)") [b](/s/b/)',
      `[b](${here}/b/) [b](${here}/b/#x "A (title)") [b](${here}/b/)`
    ],
    [
      "![i](i.png)\n\n[![i](i.png 't')](b.md)",
      `![i](${here}/i.png)\n\n[![i](${here}/i.png 't')](${here}/b/)`
    ],
    ['[b], [b][], [x][b]\n\n[b]: b.md "T"', `[b], [b][], [x][b]\n\n[b]: ${here}/b/ "T"`],
    ['[a](a%20(1).md)', `[a](<${here}/a-1/>)`.replace(/[<>]/g, '')],
    [
      '[far](https://far.org/x) <https://far.org> [own](#x)',
      '[far](https://far.org/x) <https://far.org> [own](#x)'
    ],
    ['[gone](gone.md)', `[gone](${here}/a/gone.md)`],
    ['`[b](b.md)`\n\n    [b](b.md)', '`[b](b.md)`\n\n    [b](b.md)'],
    [':::note\n[b](b.md) **x**\n:::', `:::note\n[b](${here}/b/) **x**\n:::`],
    ['- [ ] [b](b.md)\n\n  > [b](b.md)', `- [ ] [b](${here}/b/)\n\n  > [b](${here}/b/)`],
    ['{{< badge text="x" >}} [b](b.md)', `{{< badge text="x" >}} [b](${here}/b/)`],
    ['[[b]] $1 “q”', '[[b]] $1 “q”']
  ])('has absolute addresses: %s', async (body, expected) => {
    const more = `-- content/s/i.png --\ni\n${article('s/a (1).md', 'slug: a-1\n')}`
    expect(await markdownOf(body, more)).toBe(expected)
  })

  test('has what it includes', async () => {
    const more =
      '-- content/s/parts/one.part --\n' +
      'One [b](../b.md).\n\n::include{file="two.part"}\n\nThree.\n' +
      '-- content/s/parts/two.part --\nTwo.\n-- content/s/code.js --\none()\ntwo()\n'
    const body =
      'Zero.\n\n::include{file="parts/one.part"}\n\nFour.\n\n```js file="code.js"\n```\n\n```md\n::include{file="x"}\n```'
    expect((await markdownOf(body, more))?.replace(/\n{2,}/g, '\n')).toBe(
      `Zero.\nOne [b](${here}/b/).\nTwo.\nThree.\nFour.\n\`\`\`js file="code.js"\none()\ntwo()\n\`\`\`\n\`\`\`md\n::include{file="x"}\n\`\`\``
    )
  })

  test.each<[string, SiteCase]>([
    [
      'is off unless it is asked for',
      {site: b, config: {baseUrl: config.baseUrl}, absent: ['s/b/index.md', 'llms.txt', 'llms-full.txt']}
    ],
    [
      'is off where the address of the site is not known',
      {site: b, config: {llms: true}, absent: ['s/b/index.md', 'llms.txt']}
    ],
    [
      'lies beside a page with an address of its own',
      {
        site: article('s/a.md', 'url: /x.html\n', 'Text.'),
        config,
        has: {'x.md': 'url: https://example.org/base/x.html'}
      }
    ],
    [
      'and the lists give way to files of the site',
      {
        site: `${b}-- public/s/b/index.md --\nown\n-- public/llms.txt --\nown\n`,
        config,
        has: {'s/b/index.md': 'own', 'llms.txt': 'own', 'llms-full.txt': 'title: "T"'}
      }
    ],
    [
      'is not all in one file where that is asked',
      {site: b, config: {...config, llms: {full: false}}, has: {'llms.txt': 'T'}, absent: ['llms-full.txt']}
    ]
  ])('%s', async (_, given) => {
    await checkSite(given)
  })
})

test('the list names all pages by section', async () => {
  const site = [
    article('about.md', '', 'About.'),
    article('s/a.md', 'title: "[A] b"\n'.replace('title', 'short_description'), 'A.'),
    b,
    article('s/hidden.md', 'unlisted: true\n', 'Hidden.'),
    '-- content/s/_index.md --\n---\ntitle: The section\n---\n'
  ].join('')
  const {files} = await buildSite(site, {config})
  expect(files['llms.txt']).toBe(
    [
      ...['# Notes', '', '> All of them', ''],
      ...['## Notes', '', '- [T](https://example.org/base/about/index.md)', ''],
      ...['## The section', '', '- [T](https://example.org/base/s/a/index.md): [A] b'],
      ...['- [T](https://example.org/base/s/b/index.md): B', '']
    ].join('\n')
  )
  const all = files['llms-full.txt'] ?? ''
  expect(all.match(/^url: .*$/gm)).toEqual([
    'url: https://example.org/base/about/',
    'url: https://example.org/base/s/a/',
    'url: https://example.org/base/s/b/'
  ])
  expect(files['s/hidden/index.md']).toContain('Hidden.')
})
