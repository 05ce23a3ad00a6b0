import {describe, expect, test} from 'vitest'
import {buildSite} from './check-build.ts'
import {checkSite, type SiteCase} from './check-site.ts'

const config = {title: 'Notes', baseUrl: 'https://example.org/base/'}

const article = (path: string, fields: string, body = ''): string =>
  `-- content/${path} --\n---\ntitle: T\n${fields}---\n${body}\n`

const dated = article('s/a.md', 'date: 2024-05-01\n')

describe('the feed', () => {
  test.each<[string, SiteCase]>([
    [
      'says what its articles say',
      {
        site: article(
          's/a.md',
          'date: 2024-05-01\nlastmod: 2024-05-02T10:00:00+02:00\ndescription: D & E\nauthors: [Ada, Bo]\ntags: [x y]\n',
          'Text.'
        ),
        config: {...config, description: 'About <all>', language: 'de-ch'},
        has: {
          'feed.xml': [
            '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de-CH">\n<id>https://example.org/base/</id>\n<title>Notes</title>\n',
            '<subtitle>About &lt;all&gt;</subtitle>\n<updated>2024-05-02T10:00:00+02:00</updated>\n',
            '<link rel="self" type="application/atom+xml" href="https://example.org/base/feed.xml"/>',
            '<link rel="alternate" type="text/html" href="https://example.org/base/"/>',
            '<entry>\n<id>https://example.org/base/s/a/</id>\n<title>T</title>\n',
            '<published>2024-05-01T00:00:00Z</published>\n<updated>2024-05-02T10:00:00+02:00</updated>\n',
            '<link rel="alternate" type="text/html" href="https://example.org/base/s/a/"/>',
            '<author>\n<name>Ada</name>\n</author>\n<author>\n<name>Bo</name>\n</author>\n<category term="x y" scheme="https://example.org/base/tags/"/>\n<summary>D &amp; E</summary>',
            '<content type="html" xml:base="https://example.org/base/s/a/"><![CDATA[<p>Text.</p>]]></content>'
          ]
        }
      }
    ],
    [
      'has absolute addresses',
      {
        site: `${article(
          's/a.md',
          'date: 2024-05-01\n',
          '# Part\n\n[own](#part) [b](b.md#x) [root](/s/b/?q) ![i](i.png) [far](https://far.org/x)\n\n<img src="i.png" srcset="i.png 1x, /p.png 2x">'
        )}${article('s/b.md', '', '## X')}-- content/s/i.png --\ni\n-- public/p.png --\np\n`,
        config,
        has: {
          'feed.xml': [
            'href="https://example.org/base/s/a/#part"',
            'href="https://example.org/base/s/b/#x"',
            'href="https://example.org/base/s/b/?q"',
            'src="https://example.org/base/s/i.png"',
            'srcset="https://example.org/base/s/i.png 1x, https://example.org/base/p.png 2x"',
            'href="https://far.org/x"'
          ]
        }
      }
    ],
    [
      'has absolute addresses also where nothing is, of which its page warns',
      {
        site: article('s/a.md', 'date: 2024-05-01\n', '[x](no.md) [y](/no/)'),
        config,
        has: {
          'feed.xml': ['https://example.org/base/s/a/no.md"', 'https://example.org/base/no/"'],
          's/a/index.html': ['href="no.md"', 'href="/base/no/"']
        },
        problems: [
          'content/s/a.md:5:5 warning routing/broken-reference',
          'content/s/a.md:5:16 warning routing/broken-reference'
        ]
      }
    ],
    [
      'brings excerpts where that is asked',
      {
        site: article('s/a.md', 'date: 2024-05-01\n', '[First](#x).\n\n## X'),
        config: {...config, feed: {content: 'excerpt'}},
        has: {
          'feed.xml': '<p><a href="https://example.org/base/s/a/#x">First</a>.</p>]]></content>'
        }
      }
    ],
    [
      'is found by links and menus',
      {
        site: article('s/a.md', 'date: 2024-05-01\n', '[feed](/feed.xml)'),
        config: {...config, menus: {main: [{name: 'Feed', url: '/feed.xml'}]}},
        has: {'s/a/index.html': 'href="/base/feed.xml"'}
      }
    ],
    ['is off where that is asked', {site: dated, config: {...config, feed: false}, absent: ['feed.xml']}],
    ['is off where the address of the site is not known', {site: dated, config: {}, absent: ['feed.xml']}],
    [
      'is on where the command line tells the address',
      {site: dated, options: {baseUrl: 'https://example.org/'}, has: {'feed.xml': 'https://example.org/s/a/'}}
    ],
    [
      'is off where no article has a date',
      {site: article('s/a.md', '') + article('b.md', 'date: 2024-05-01\n'), config, absent: ['feed.xml']}
    ],
    [
      'gives way to a file of the site',
      {site: `${dated}-- public/feed.xml --\nown\n`, config, has: {'feed.xml': 'own'}}
    ],
    [
      'gives way to a page of the site',
      {site: article('s/a.md', 'date: 2024-05-01\nurl: /feed.xml\n'), config, has: {'feed.xml': '<html>'}}
    ],
    [
      'does not give way to a file that only some disks take for it',
      {
        site: `${dated}-- public/Feed.xml --\nown\n`,
        config,
        problems: ['public/Feed.xml error routing/collision']
      }
    ]
  ])('%s', async (_, site) => {
    await checkSite(site)
  })

  test('has the newest dated articles of all sections, neither unlisted ones nor pages', async () => {
    const {files} = await buildSite(
      [
        article('s/a.md', 'date: 2024-01-01\nweight: 1\n'),
        article('t/b.md', 'date: 2024-03-01\n'),
        article('t/deep/c.md', 'date: 2024-02-01\nlastmod: 2024-04-01\n'),
        article('t/unlisted.md', 'date: 2024-05-01\nunlisted: true\n'),
        article('t/future.md', 'date: 2025-05-01\n'),
        article('t/undated.md', 'lastmod: 2024-05-01\n'),
        article('page.md', 'date: 2024-05-01\n')
      ].join(''),
      {config: {...config, feed: {limit: 2}}}
    )
    expect(textsOf(files, 'id')).toEqual(['', 't/b/', 't/deep/c/'].map((path) => config.baseUrl + path))
    // Of the feed itself first: the latest of its entries, whichever comes first.
    expect(textsOf(files, 'updated').map((date) => date.slice(0, 10))).toEqual([
      '2024-04-01',
      '2024-03-01',
      '2024-04-01'
    ])
  })

  test('has at most twenty articles', async () => {
    const days = Array.from({length: 25}, (_, index) => String(index + 1).padStart(2, '0'))
    const site = days.map((day) => article(`s/${day}.md`, `date: 2024-01-${day}\n`)).join('')
    const {files} = await buildSite(site, {config})
    expect(textsOf(files, 'published').map((date) => date.slice(8, 10))).toEqual(days.reverse().slice(0, 20))
  })
})

function textsOf(files: Readonly<Record<string, string>>, element: string): ReadonlyArray<string> {
  const found = files['feed.xml']?.matchAll(new RegExp(`<${element}>(.*)</${element}>`, 'g')) ?? []
  return [...found].map(([, text]) => text ?? '')
}
