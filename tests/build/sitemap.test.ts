import {describe, expect, test} from 'vitest'
import {buildSite} from './check-build.ts'
import {checkSite, type SiteCase} from './check-site.ts'

const config = {baseUrl: 'https://example.org/base/'}

const page = (path: string, fields = ''): string => `-- content/${path} --\n---\ntitle: T\n${fields}---\n`

describe('the sitemap', () => {
  test('has all pages for readers, sorted by address, and nothing else', async () => {
    const {files} = await buildSite(
      [
        page('s/a.md', 'tags: [x]\naliases: [/old/]\n'),
        page('s/b.md', 'tags: [x]\n'),
        page('s/c & d.md', 'url: "/it\'s/c & d/"\n'),
        page('about.md'),
        page('s/unlisted.md', 'unlisted: true\n'),
        page('s/draft.md', 'draft: true\n'),
        page('s/elsewhere.md', 'canonical: https://far.org/\n'),
        page('s/here.md', 'canonical: https://example.org/base/s/here/\n'),
        '-- public/f.html --\nf\n'
      ].join(''),
      {config: {...config, pageSize: 4, taxonomies: {tags: {pageSize: 1}}}}
    )
    expect(locationsIn(files)).toEqual(
      [
        ...['', 'about/', 'it&apos;s/c%20&amp;%20d/', 'page/2/', 's/', 's/a/', 's/b/', 's/here/'],
        ...['s/page/2/', 'tags/', 'tags/x/', 'tags/x/page/2/']
      ].map((path) => `${config.baseUrl}${path}`)
    )
  })

  test.each<[string, string | undefined]>([
    ['date: 2024-05-01\n', '2024-05-01T00:00:00+02:00'],
    ['date: 2024-05-01\nlastmod: 2024-05-02T01:02:03Z\n', '2024-05-02T01:02:03Z'],
    ['', undefined]
  ])('has the last change of a page with %j', async (fields, lastmod) => {
    const {files} = await buildSite(page('a.md', fields), {config: {...config, timeZone: 'Europe/Berlin'}})
    const line = lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>\n`
    expect(files['sitemap.xml']).toContain(`<loc>https://example.org/base/a/</loc>\n${line}</url>`)
  })

  test.each<[string, SiteCase]>([
    [
      'is off where that is asked',
      {site: page('a.md'), config: {...config, sitemap: false}, absent: ['sitemap.xml']}
    ],
    [
      'is off where the address of the site is not known',
      {site: page('a.md'), config: {}, absent: ['sitemap.xml']}
    ],
    [
      'gives way to a file of the site',
      {site: `${page('a.md')}-- public/sitemap.xml --\nown\n`, config, has: {'sitemap.xml': 'own'}}
    ],
    [
      'does not give way to a file that only some disks take for it',
      {
        site: `${page('a.md')}-- public/Sitemap.xml --\nown\n`,
        config,
        problems: ['public/Sitemap.xml error routing/collision']
      }
    ]
  ])('%s', async (_, site) => {
    await checkSite(site)
  })

  test('is no page', async () => {
    const site = page('s/a.md', 'date: 2024-05-01\n')
    const [{result: without}, {result}] = [await buildSite(site), await buildSite(site, {config})]
    // A feed of the site and one of its section, each in three formats.
    expect(result.created).toBe(without.created + 1 + 6)
    expect(result.pageCount).toBe(without.pageCount)
  })
})

function locationsIn(files: Readonly<Record<string, string>>): ReadonlyArray<string> {
  return [...(files['sitemap.xml']?.matchAll(/<loc>(.*)<\/loc>/g) ?? [])].map(([, text]) => text ?? '')
}
