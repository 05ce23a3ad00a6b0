import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {buildSite, plainOptions, problemsOf} from './check-build.ts'
import {checkSite, type SiteCase} from './check-site.ts'
import {plainTemplates} from './plain-templates.ts'

/** A page that shows in every listing that it belongs to. */
const page = (path: string, fields = ''): string => `-- content/${path} --\n---\ntitle: T\n${fields}---\n`

test('articles are counted that are published, and what is held back by its reason', async () => {
  const site = [
    '-- content/_index.md --\n---\ntitle: Home\n---\n-- content/s/_index.md --\n---\ntitle: S\n---\n',
    page('about.md'),
    page('s/a.md'),
    page('s/below/b.md', 'unlisted: true\n'),
    page('s/c.md', 'draft: true\n'),
    page('d.md', 'draft: true\n'),
    page('s/e.md', 'date: 2999-01-01\n'),
    page('s/f.md', 'expiry_date: 2001-01-01\n')
  ].join('')
  const held = {draft: 2, future: 1, expired: 1}
  expect((await buildSite(site)).result).toMatchObject({articleCount: 2, documentCount: 9, heldBack: held})
  const all = await buildSite(site, {drafts: true, future: true})
  expect(all.result).toMatchObject({articleCount: 4, heldBack: {draft: 0, future: 0, expired: 1}})
})

test.each<[string, SiteCase]>([
  [
    'the text of a section that is a draft',
    {
      site: `${page('s/a.md')}-- content/s/_index.md --\n---\ntitle: Secret\ndraft: true\n---\nSecret.\n`,
      has: {'s/index.html': '<title>S'},
      lacks: ['Secret']
    }
  ],
  [
    'the text of a term that is a draft, with its term',
    {
      site: '-- content/tags/x/_index.md --\n---\ntitle: Secret\ndraft: true\n---\n',
      absent: ['tags/index.html', 'tags/x/index.html']
    }
  ],
  [
    'the text of a term with pages',
    {
      site: `${page('s/a.md', 'tags: [x]\n')}-- content/tags/x/_index.md --\n---\ntitle: Secret\ndraft: true\n---\n`,
      has: {'tags/x/index.html': '<title>x'},
      lacks: ['Secret']
    }
  ],
  [
    'the text of the home page that is of the future, or expired',
    {
      site: `-- content/_index.md --\n---\ntitle: Secret\ndate: 2030-01-01\n---\n-- content/index.md --\n---\ntitle: Secret\nexpiryDate: 2020-01-01\n---\n`,
      lacks: ['Secret']
    }
  ],
  [
    'a folder of which nothing is published',
    {site: page('s/a.md', 'draft: true\n'), absent: ['s/index.html'], lacks: ['/s/']}
  ],
  [
    'a folder whose cascade says so, with its text and bundles',
    {
      site: `-- content/s/_index.md --\n---\ntitle: Secret\ncascade: {draft: true}\n---\n${page('s/b/index.md')}-- content/s/b/x.png --\nSecret\n`,
      absent: ['s/index.html', 's/b/x.png'],
      lacks: ['Secret']
    }
  ],
  [
    'an unpublished text, to which links are warnings',
    {
      site: `${page('s/a.md')}[x](_index.md)\n-- content/s/_index.md --\n---\ndraft: true\n---\n`,
      problems: ['content/s/a.md:4:5 warning routing/unpublished-reference']
    }
  ]
])('%s is not shown', async (_, site) => {
  await checkSite(site)
})

test.each<[string, SiteCase]>([
  ['comes before a cascaded one', {site: page('s/2024-02-03-a.md'), has: {'2024/a/index.html': 'T'}}],
  [
    'no date of its own',
    {site: page('s/2024-02-03-a.md', 'date: 2023-01-01\n'), has: {'2023/a/index.html': 'T'}}
  ]
])('the date of a file name %s', async (_, site) => {
  const text = '-- content/s/_index.md --\n---\ntitle: S\ncascade: {date: 2020-01-01}\n---\n'
  await checkSite({...site, site: site.site + text, config: {sections: {s: {permalink: '/:year/:slug/'}}}})
})

test('a page that expires at the end of 9999 has not expired', async () => {
  await checkSite({
    site: page('s/a.md', 'expiryDate: 9999-12-31T23:59:59Z\n'),
    config: {timeZone: 'Europe/Berlin'},
    has: {'s/a/index.html': 'T'}
  })
})

test.each<[string, Readonly<Record<string, string | Uint8Array>>, unknown?]>([
  ['text', {'content/s/_index.md': '---\ndate: nope\ncascade: {draft: true}\n---\n'}],
  ['text that cannot be read', {'content/s/_index.md': new Uint8Array([0xff, 0xfe, 0x61, 0])}],
  ['default of the configuration', {}, {sections: {s: {defaults: {draft: 'yes'}}}}]
])('pages below a broken %s are not published by a build that keeps going', async (_, files, config) => {
  const host = memoryHost(
    {
      ...files,
      'content/s/secret.md': '---\ntitle: Secret\n---\n',
      'content/t/a.md': '---\ntitle: T\n---\n[x](../s/secret.md) [y](/s/secret/)\n'
    },
    {templates: plainTemplates, ...(config === undefined ? {} : {config})}
  )
  const result = await build(host, {...plainOptions, keepGoing: true})
  expect(problemsOf(result)).toHaveLength(1)
  expect([...host.outputs.keys()].sort()).toEqual([
    '404.html',
    'index.html',
    't/a/index.html',
    't/index.html'
  ])
  const texts = [...host.outputs.values()].map((bytes) => new TextDecoder().decode(bytes))
  expect(texts.join('')).not.toContain('Secret')
})

test('a build that keeps going leaves the page of a broken text as it was', async () => {
  const host = memoryHost(
    {'content/s/_index.md': '---\ntitle: Old\n---\n', 'content/tags/x/_index.md': '---\ntitle: Old\n---\n'},
    {templates: plainTemplates}
  )
  await build(host, plainOptions)
  const before = new Map(host.outputs)
  for (const path of ['content/s/_index.md', 'content/tags/x/_index.md']) {
    host.files.set(path, '---\ntitle: New\nweight: heavy\n---\n')
  }
  expect(await build(host, {...plainOptions, keepGoing: true})).toMatchObject({isWritten: true, updated: 0})
  expect(host.outputs).toEqual(before)
})
