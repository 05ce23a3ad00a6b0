import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

/** What a change of a site renders again. */
interface Rebuild {
  readonly site: string
  /** Text of each changed file; `undefined` deletes it. */
  readonly edit: Readonly<Record<string, string | undefined>>
  readonly config?: readonly [before: unknown, after: unknown]
  /** Addresses rendered, sorted. */
  readonly rendered: ReadonlyArray<string>
}

/** Build a site, edit it, build it in a new state of the process: equal to a clean build, and only what is named was rendered. */
async function checkRebuild({site, edit, config = [{}, {}], rendered}: Rebuild): Promise<void> {
  const first = hostOf(parseSite(site), config[0])
  await build(first, plainOptions)
  const second = hostOf({...Object.fromEntries(first.files), ...edit}, config[1])
  for (const [path, bytes] of first.outputs) second.outputs.set(path, bytes)
  const result = await build(second, plainOptions)
  const clean = hostOf({...parseSite(site), ...edit}, config[1])
  const expected = await build(clean, plainOptions)
  expect(new Map([...second.outputs].sort())).toEqual(new Map([...clean.outputs].sort()))
  expect(problemsOf(result)).toEqual(problemsOf(expected))
  expect([...result.rendered].sort()).toEqual(rendered)
  expect(await build(second, plainOptions)).toMatchObject({rendered: [], created: 0, updated: 0, removed: 0})
}

function hostOf(
  files: Readonly<Record<string, string | Uint8Array | undefined>>,
  config: unknown
): MemoryHost {
  const present = Object.entries(files).filter(
    (file): file is [string, string | Uint8Array] => file[1] !== undefined
  )
  return memoryHost(Object.fromEntries(present), {templates: plainTemplates, config})
}

const site = `
-- content/about.md --
---
title: About
---
-- content/a/one.md --
---
title: One
date: 2024-01-03
tags: [x]
---
First.
-- content/a/two.md --
---
title: Two
date: 2024-01-02
tags: [x, y]
---
See [one](one.md).
-- content/a/three.md --
---
title: Three
date: 2024-01-01
tags: [y]
---
Third.
-- content/b/far.md --
---
title: Far
---
Away.
-- public/f.txt --
f
`
const one = '---\ntitle: One\ndate: 2024-01-03\ntags: [x]\n---\n'

test('nothing changed renders nothing', async () => {
  await checkRebuild({site, edit: {}, rendered: []})
})

test('a body edit renders its page', async () => {
  await checkRebuild({site, edit: {'content/a/one.md': `${one}Edited.\n`}, rendered: ['/a/one/']})
})

test('a body edit renders no file that tells hosts', async () => {
  await checkRebuild({
    site: site.replace('title: One', 'title: One\naliases: [/old/]'),
    edit: {'content/a/one.md': `${one.replace('title: One', 'title: One\naliases: [/old/]')}Edited.\n`},
    config: [
      {hosting: ['github', 'nginx', 'vercel'], redirects: [{from: '/older/', to: '/a/one/'}]},
      {hosting: ['github', 'nginx', 'vercel'], redirects: [{from: '/older/', to: '/a/one/'}]}
    ],
    rendered: ['/a/one/']
  })
})

test('a new address renders what leads to it', async () => {
  const rules = {redirects: [{from: '/older/', to: 'content/b/far.md'}]}
  await checkRebuild({
    site,
    edit: {'content/b/far.md': '---\ntitle: Far\nslug: away\n---\nAway.\n'},
    config: [rules, rules],
    rendered: ['/', '/_redirects', '/b/', '/b/away/', '/older/']
  })
})

test('a new title renders what shows it', async () => {
  await checkRebuild({
    site,
    edit: {'content/a/one.md': one.replace('One', 'Uno')},
    rendered: ['/', '/a/', '/a/one/', '/a/two/', '/tags/x/']
  })
})

test('a new address renders the pages that link to it', async () => {
  await checkRebuild({
    site,
    edit: {'content/a/one.md': one.replace('title', 'slug: uno\ntitle')},
    rendered: ['/', '/a/', '/a/two/', '/a/uno/', '/tags/x/']
  })
})

test('a removed tag renders the term pages and the index', async () => {
  await checkRebuild({
    site,
    edit: {'content/a/one.md': `${one.replace('[x]', '[]')}First.\n`},
    // Lists and neighbors show pages whole, with their terms.
    rendered: ['/', '/a/', '/a/one/', '/a/two/', '/tags/', '/tags/x/']
  })
})

test('a new date reorders its lists and neighbors', async () => {
  await checkRebuild({
    site,
    edit: {'content/a/one.md': `${one.replace('01-03', '01-01')}First.\n`},
    rendered: ['/', '/a/', '/a/one/', '/a/three/', '/a/two/', '/tags/x/']
  })
})

test('a deleted article leaves its lists, and those that link to it warn', async () => {
  await checkRebuild({
    site,
    edit: {'content/a/one.md': undefined},
    rendered: ['/', '/a/', '/a/two/', '/tags/', '/tags/x/']
  })
})

test('a new article appears where it belongs', async () => {
  await checkRebuild({
    site,
    edit: {'content/b/near.md': '---\ntitle: Near\ndate: 2024-02-01\n---\n'},
    rendered: ['/', '/b/', '/b/far/', '/b/near/']
  })
})

test('a draft that is published appears', async () => {
  await checkRebuild({
    site: `${site}-- content/b/near.md --\n---\ntitle: Near\ndraft: true\n---\n`,
    edit: {'content/b/near.md': '---\ntitle: Near\n---\n'},
    rendered: ['/', '/b/', '/b/far/', '/b/near/']
  })
})

test('a changed file is copied again', async () => {
  await checkRebuild({site, edit: {'public/f.txt': 'changed'}, rendered: []})
})

test('an image of another size renders the pages that show it', async () => {
  const image = '<svg xmlns="http://www.w3.org/2000/svg" width="6" height="4"/>'
  await checkRebuild({
    site: `${site}-- content/a/shown.svg --
${image}
-- content/a/four.md --
---
title: Four
---
![x](shown.svg)
`,
    edit: {'content/a/shown.svg': image.replace('6', '8')},
    rendered: ['/a/four/']
  })
})

test('a changed order of one section renders that section', async () => {
  await checkRebuild({
    site,
    edit: {},
    config: [{}, {sections: {a: {order: ['title']}}}],
    rendered: ['/a/', '/a/one/', '/a/three/', '/a/two/']
  })
})

test('a new template renders the pages that take it', async () => {
  const first = hostOf(parseSite(site), {})
  await build(first, plainOptions)
  const [article] = plainTemplates.filter(({name}) => name === 'article')
  if (article === undefined) throw new Error('Expected a template for articles')
  const added = {...article, name: 'b/article', file: 'templates/b/article.tsx', hash: 'b/article'}
  const second = memoryHost(Object.fromEntries(first.files), {
    templates: [...plainTemplates, added],
    config: {}
  })
  for (const [path, bytes] of first.outputs) second.outputs.set(path, bytes)
  expect((await build(second, plainOptions)).rendered).toEqual(['/b/far/'])
})

test('another article of a tag renders no other article of that tag', async () => {
  await checkRebuild({
    site,
    edit: {'content/b/near.md': '---\ntitle: Near\ndate: 2024-02-01\ntags: [x]\n---\n'},
    rendered: ['/', '/b/', '/b/far/', '/b/near/', '/tags/', '/tags/x/']
  })
})

test('a new section renders the pages that show it', async () => {
  await checkRebuild({
    site,
    edit: {'content/c/first.md': '---\ntitle: First\ndate: 2023-01-01\n---\n'},
    rendered: ['/', '/c/', '/c/first/']
  })
})

const published = {baseUrl: 'https://example.org/'}

test.each<[string, Omit<Rebuild, 'site' | 'config'>, object?]>([
  [
    'a body edit renders a feed that brings it, and no sitemap',
    {edit: {'content/a/one.md': `${one}Edited.\n`}, rendered: ['/a/one/', '/feed.xml']}
  ],
  [
    'a body edit of an article that is not among the newest renders no feed',
    {
      edit: {'content/a/three.md': '---\ntitle: Three\ndate: 2024-01-01\ntags: [y]\n---\nEdited.\n'},
      rendered: ['/a/three/']
    },
    {limit: 2}
  ],
  [
    'a body edit behind the excerpt renders no feed of excerpts',
    {edit: {'content/a/one.md': `${one}First.\n\nEdited.\n`}, rendered: ['/a/one/']},
    {content: 'excerpt'}
  ],
  [
    'a new title renders the feed, and no sitemap',
    {
      edit: {'content/a/one.md': `${one.replace('One', 'Uno')}First.\n`},
      rendered: ['/', '/a/', '/a/one/', '/a/two/', '/feed.xml', '/tags/x/']
    }
  ],
  [
    'a new title of an article that is not among the newest renders neither',
    {
      edit: {'content/b/far.md': '---\ntitle: Away\n---\nAway.\n'},
      rendered: ['/', '/b/', '/b/far/']
    }
  ],
  [
    'a later change of an article renders both',
    {
      edit: {'content/a/one.md': `${one.replace('tags', 'lastmod: 2024-02-01\ntags')}First.\n`},
      rendered: ['/', '/a/', '/a/one/', '/a/two/', '/feed.xml', '/sitemap.xml', '/tags/x/']
    }
  ],
  [
    'a new article without date renders the sitemap, and no feed',
    {
      edit: {'content/b/near.md': '---\ntitle: Near\n---\n'},
      rendered: ['/', '/b/', '/b/far/', '/b/near/', '/sitemap.xml']
    }
  ]
])('%s', async (_, {edit, rendered}, feed = {}) => {
  const config = {...published, feed: {formats: ['atom'], sections: false, ...feed}}
  await checkRebuild({site, edit, config: [config, config], rendered})
})

test.each<[string, object, ReadonlyArray<string>]>([
  [
    'of its section in each format, and of no other',
    {},
    ['/a/feed.json', '/a/feed.xml', '/a/one/', '/a/rss.xml', '/feed.json', '/feed.xml', '/rss.xml']
  ],
  [
    'of its terms, and of no other',
    {formats: ['rss'], sections: false, terms: ['tags']},
    ['/a/one/', '/rss.xml', '/tags/x/rss.xml']
  ]
])('a body edit renders the feeds %s', async (_, feed, rendered) => {
  const config = {...published, feed}
  await checkRebuild({
    site: `${site}-- content/b/near.md --\n---\ntitle: Near\ndate: 2024-02-01\ntags: [y]\n---\n`,
    edit: {'content/a/one.md': `${one}Edited.\n`},
    config: [config, config],
    rendered
  })
})

test('a preview image of another length renders the feeds that tell it', async () => {
  const config = {...published, feed: {formats: ['atom']}}
  const pictured = one.replace('tags', 'preview_image: p.png\ntags')
  await checkRebuild({
    site: `${site}-- content/a/p.png --\none\n`.replace(one, pictured),
    edit: {'content/a/p.png': 'another'},
    config: [config, config],
    rendered: ['/a/feed.xml', '/feed.xml']
  })
})

test.each<[string, string, ReadonlyArray<string>]>([
  [
    'a body edit renders it as Markdown, and what has all Markdown, but no list',
    `${one}Edited.\n`,
    ['/a/one/', '/a/one/index.md', '/llms-full.txt']
  ],
  [
    'a new address renders the Markdown that links to it, and the list',
    `${one.replace('title', 'slug: uno\ntitle')}First.\n`,
    [
      ...['/', '/a/', '/a/two/', '/a/two/index.md', '/a/uno/', '/a/uno/index.md'],
      ...['/llms-full.txt', '/llms.txt', '/sitemap.xml', '/tags/x/']
    ]
  ]
])('%s', async (_, text, rendered) => {
  const config = {...published, feed: false, llms: true}
  await checkRebuild({site, edit: {'content/a/one.md': text}, config: [config, config], rendered})
})

test('asking for Markdown makes all of it, and taking it back removes it', async () => {
  const asked = {...published, feed: false, llms: true}
  const given = {...published, feed: false}
  const pages = ['/a/one/', '/a/three/', '/a/two/', '/about/', '/b/far/']
  const markdown = pages.map((path) => `${path}index.md`)
  await checkRebuild({
    site,
    edit: {},
    config: [given, asked],
    rendered: [...markdown, '/llms-full.txt', '/llms.txt'].sort()
  })
  await checkRebuild({site, edit: {}, config: [asked, given], rendered: []})
})

test('switching the feed off removes it', async () => {
  await checkRebuild({
    site,
    edit: {},
    config: [published, {...published, feed: false}],
    rendered: []
  })
})

test('a menu that no page shows renders none', async () => {
  const first = hostOf(parseSite(site), {})
  await build(first, plainOptions)
  const second = hostOf(Object.fromEntries(first.files), {menus: {main: [{name: 'A', url: '/a/'}]}})
  for (const [path, bytes] of first.outputs) second.outputs.set(path, bytes)
  expect((await build(second, plainOptions)).rendered).toEqual([])
})
