import {describe, expect, test} from 'vitest'
import {buildSite} from './check-build.ts'
import {checkSite, type SiteCase} from './check-site.ts'

const article = (path: string, fields = ''): string => `-- content/${path} --\n---\ntitle: T\n${fields}---\n`

describe('nothing is dropped in silence:', () => {
  test.each<[string, SiteCase]>([
    [
      'fields of pages and texts that do not count there',
      {
        site:
          article('s/_index.md', 'slug: x\naliases: [/x/]\n') +
          article('s/a.md', 'cascade: {draft: true}\n') +
          article('index.md', 'cascade: {draft: true}\n'),
        problems: [
          'content/index.md:3:1 warning site/unused-field',
          'content/s/_index.md:3:1 warning site/unused-field',
          'content/s/_index.md:4:1 warning site/unused-field',
          'content/s/a.md:3:1 warning site/unused-field'
        ]
      }
    ],
    [
      'texts of no listing, and second ones',
      {
        site: ['Rust', 'rust', 'rust/deep'].map((term) => article(`tags/${term}/_index.md`)).join(''),
        has: {'tags/rust/index.html': 'T'},
        problems: [
          'content/tags/rust/_index.md warning site/unused-text',
          'content/tags/rust/deep/_index.md warning site/unused-text'
        ]
      }
    ],
    [
      'second texts of a section',
      {
        site: article('s/_index.markdown') + article('s/_index.md'),
        problems: ['content/s/_index.markdown warning site/unused-text']
      }
    ],
    [
      'defaults of a section that has no page of its own',
      {
        site: article('s/deep/a.md'),
        config: {sections: {s: {defaults: {draft: 'no'}}, other: {defaults: {weight: 'x'}}}},
        problems: [
          'galley.config.ts error content/expected-boolean',
          'galley.config.ts error content/expected-number'
        ]
      }
    ]
  ])('%s', async (_, site) => {
    await checkSite(site)
  })

  test('entries of menus that lead nowhere', async () => {
    const main = [
      {name: 'Up', url: '/nowhere/a/', children: [{name: 'Draft', url: 'content/s/draft.md'}]},
      ...[
        '/s/a/',
        '/s/a',
        '/s/a/#part',
        'content/s/a.md',
        '#top',
        '',
        'https://example.org/',
        '//x.org/'
      ].map((url) => ({name: 'Right', url}))
    ]
    const site = `${article('s/a.md')}## Part\n${article('s/draft.md', 'draft: true\n')}`
    const {problems, result} = await buildSite(site, {config: {menus: {main}}})
    expect(problems).toEqual([
      'galley.config.ts warning routing/broken-menu-entry: Expected a page or file of this site for `Draft` of the menu `main`, found `content/s/draft.md`',
      'galley.config.ts warning routing/broken-menu-entry: Expected a page or file of this site for `Up` of the menu `main`, found `/nowhere/a/`'
    ])
    expect(result.diagnostics[1]?.hint).toBe('Did you mean `/s/a/`?')
  })
})

describe('images of front matter', () => {
  const images = (fields: string): SiteCase['site'] => `
${article('s/a.md', fields)}-- content/s/a b.png --
png
-- content/s/deep/b.md --
---
title: T
---
-- content/s/_index.md --
---
title: T
cascade:
  small_preview_image: a%20b.png
---
`

  test('are references like those of bodies', async () => {
    await checkSite({site: images('preview_image: "a%20b.png?v=1#x"\nsocialPreviewImage: a b.png\n')})
  })

  test('are reported as and where they were written', async () => {
    const {problems} = await buildSite(images('previewImage: no.png\nsocial_preview_image: ../no.png\n'))
    const reason = 'warning routing/broken-reference: Expected a page or file of this site, found'
    expect(problems).toEqual([
      `content/s/a.md:3:15 ${reason} \`no.png\``,
      `content/s/a.md:4:23 ${reason} \`../no.png\``
    ])
  })
})

test('translations that lead nowhere are reported, each where it was written', async () => {
  const {problems} = await buildSite(`
-- content/s/a.md --
---
title: A
translations:
  de: b.md
  fr: https://example.fr/
  zh-Hant: no.md
---
-- content/s/b.md --
---
title: B
---
`)
  expect(problems).toEqual([
    'content/s/a.md:6:12 warning routing/broken-reference: Expected a page or file of this site, found `no.md`'
  ])
})
