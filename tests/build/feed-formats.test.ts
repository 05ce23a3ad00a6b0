import {describe, expect, test} from 'vitest'
import {buildSite} from './check-build.ts'
import {checkSite, type SiteCase} from './check-site.ts'
import {readAtom, readJsonFeed, readRss} from './feed-schemas.ts'

const config = {title: 'Notes & <more>', baseUrl: 'https://example.org/base/'}

const article = (path: string, fields: string, body = ''): string =>
  `-- content/${path} --\n---\ntitle: T\n${fields}---\n${body}\n`

const site = [
  article(
    's/a.md',
    'date: 2024-05-01T23:30:00-05:00\nlastmod: 2024-05-02T10:00:00+02:00\ndescription: D & E\nauthors: [Ada, Bo]\ntags: [x y, <z>]\npreview_image: p.png\n',
    '## Part\n\n[own](#part) [b](deep/b.md) ![i](p.png) `]]>` \u0001 <video src="v.mp4" poster="p.png"></video> note[^1] `<a href="#">`\n\n[^1]: It.\n'
  ),
  article('s/deep/b.md', 'date: 2024-02-01\npreview_image: https://far.org/p.png\n'),
  article('t/c.md', 'date: 2024-03-01\ntags: [x y]\n', 'Text.'),
  article('u/undated.md', 'tags: [old]\n'),
  '-- content/s/p.png --\n12345678\n-- content/s/v.mp4 --\nv\n-- content/s/_index.md --\n---\ntitle: The section\ndescription: Of it\n---\n'
].join('')

describe('what standards ask for', () => {
  test.each<[string, object]>([
    ['whole articles', {}],
    ['excerpts', {content: 'excerpt'}]
  ])('is in each feed of %s', async (_, rules) => {
    const {files} = await buildSite(site, {config: {...config, feed: {...rules, terms: ['tags', 'authors']}}})
    const feeds = Object.keys(files).filter((path) => /(?:feed|rss)\.(?:xml|json)$/.test(path))
    expect(feeds.sort()).toEqual(
      ['', 'authors/ada/', 'authors/bo/', 's/', 't/', 'tags/x-y/', 'tags/z-3c3e/']
        .flatMap((folder) => ['feed.json', 'feed.xml', 'rss.xml'].map((name) => folder + name))
        .sort()
    )
    for (const path of feeds) {
      const text = files[path] ?? ''
      const self = config.baseUrl + path
      if (path.endsWith('.json')) expect(readJsonFeed(text).feed_url).toBe(self)
      else if (path.endsWith('rss.xml')) expect(readRss(text)['atom:link']['@href']).toBe(self)
      else expect(readAtom(text).link.map((link) => link['@href'])).toContain(self)
    }
  })

  test('is missed where something is wrong', async () => {
    const {files} = await buildSite(site, {config})
    const [atom = '', rss = '', json = ''] = ['feed.xml', 'rss.xml', 'feed.json'].map((path) => files[path])
    expect(() => readAtom(atom.replace(/<updated>.*?</, '<updated>2024-05-01<'))).toThrow()
    expect(() => readAtom(atom.replace('</entry>', ''))).toThrow()
    expect(() => readRss(rss.replace('Thu, 01', 'Wed, 01'))).toThrow()
    expect(() => readRss(rss.replace('src="https://example.org/base/s/p.png"', 'src="p.png"'))).toThrow()
    expect(() => readJsonFeed(json.replace('content_html', 'content'))).toThrow()
  })
})

describe('the same article', () => {
  const content =
    '<h2 id="part"><a class="heading-link" href="https://example.org/base/s/a/#part">Part</a></h2>\n<p><a href="https://example.org/base/s/a/#part">own</a>'

  test('in Atom', async () => {
    const {files} = await buildSite(site, {config})
    const [entry] = readAtom(files['feed.xml'] ?? '').entry
    expect(entry?.link.map((link) => `${link['@rel']} ${link['@type']} ${link['@length']}`)).toEqual([
      'alternate text/html undefined',
      'enclosure image/png 9'
    ])
    expect(entry?.content['#text']).toContain(content)
    expect(entry?.content['#text']).toContain('<code>]]></code>  <video')
    expect(entry?.content['#text']).toContain('<a href="https://example.org/base/s/a/#user-content-fn-1"')
    expect(entry?.content['#text']).toContain('<code>&#x3C;a href="#"></code>')
  })

  test('in RSS', async () => {
    const {files} = await buildSite(site, {config})
    const channel = readRss(files['rss.xml'] ?? '')
    expect(channel).toMatchObject({title: 'Notes & <more>', description: 'Notes & <more>', language: 'en'})
    expect(channel.lastBuildDate).toBe('Thu, 02 May 2024 10:00:00 +0200')
    expect(channel.item[0]).toMatchObject({
      title: 'T',
      link: 'https://example.org/base/s/a/',
      pubDate: 'Wed, 01 May 2024 23:30:00 -0500',
      'dc:creator': ['Ada', 'Bo'],
      category: [
        {'@domain': 'https://example.org/base/tags/', '#text': 'x y'},
        {'@domain': 'https://example.org/base/tags/', '#text': '<z>'}
      ],
      description: 'D & E',
      enclosure: {'@url': 'https://example.org/base/s/p.png', '@length': '9', '@type': 'image/png'}
    })
    expect(channel.item[0]?.['content:encoded']).toContain(content)
    // Of a file elsewhere nobody knows the length, without which there is no enclosure.
    expect(channel.item.map(({enclosure}) => enclosure !== undefined)).toEqual([true, false, false])
  })

  test('in JSON Feed', async () => {
    const {files} = await buildSite(site, {config})
    const {items} = readJsonFeed(files['feed.json'] ?? '')
    expect(items[0]).toMatchObject({
      id: 'https://example.org/base/s/a/',
      summary: 'D & E',
      image: 'https://example.org/base/s/p.png',
      date_published: '2024-05-01T23:30:00-05:00',
      date_modified: '2024-05-02T10:00:00+02:00',
      authors: [{name: 'Ada'}, {name: 'Bo'}],
      tags: ['x y', '<z>'],
      attachments: [{url: 'https://example.org/base/s/p.png', mime_type: 'image/png', size_in_bytes: 9}]
    })
    expect(items[0]?.content_html).toContain(content)
    expect(items.map(({image}) => image)).toEqual([
      'https://example.org/base/s/p.png',
      undefined,
      'https://far.org/p.png'
    ])
  })
})

describe('feeds of a section', () => {
  test('bring what is new in it and below', async () => {
    const {files} = await buildSite(site, {config})
    expect(readAtom(files['s/feed.xml'] ?? '')).toMatchObject({
      id: 'https://example.org/base/s/',
      title: 'The section – Notes & <more>',
      subtitle: 'Of it',
      entry: [{id: 'https://example.org/base/s/a/'}, {id: 'https://example.org/base/s/deep/b/'}]
    })
  })

  test.each<[string, SiteCase]>([
    [
      'are there only in the formats that are asked for',
      {
        site,
        config: {...config, feed: {formats: ['rss']}},
        has: {'s/rss.xml': '<rss', 'rss.xml': '<rss'},
        absent: ['feed.xml', 'feed.json', 's/feed.xml', 's/feed.json', 'tags/x-y/rss.xml']
      }
    ],
    [
      'are off where that is asked',
      {
        site,
        config: {...config, feed: {sections: false}},
        has: {'feed.xml': '<feed'},
        absent: ['s/feed.xml', 's/rss.xml', 's/feed.json']
      }
    ],
    [
      'are missed where a taxonomy is not there',
      {
        site,
        config: {...config, feed: {terms: ['tag', 'tags']}},
        has: {'tags/x-y/feed.xml': '<feed'},
        problems: ['galley.config.ts warning site/unknown-taxonomy']
      }
    ],
    [
      'give way one by one to files of the site',
      {
        site: `${site}-- public/s/rss.xml --\nown\n`,
        config,
        has: {'s/rss.xml': 'own', 's/feed.xml': '<feed'}
      }
    ],
    [
      'lie beside a listing with an address of its own',
      {
        site: `${article('s/a.md', 'date: 2024-05-01\n')}-- content/s/_index.md --\n---\ntitle: S\nurl: /all.html\n---\n`,
        config,
        has: {'all/feed.xml': '<id>https://example.org/base/all.html</id>'},
        absent: ['s/feed.xml']
      }
    ]
  ])('%s', async (_, given) => {
    await checkSite(given)
  })
})
