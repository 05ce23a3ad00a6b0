import type {HomeView} from 'galley'
import {h} from 'preact'
import {describe, expect, test} from 'vitest'
import type {LoadedTemplate} from '#src/model/host.ts'
import {buildSite} from './check-build.ts'
import {checkSite, type SiteCase} from './check-site.ts'
import {plainTemplates} from './plain-templates.ts'

/** The plain templates, showing what the configuration says of the theme. */
const themed = plainTemplates.map(
  (template): LoadedTemplate => ({
    ...template,
    render(view: never) {
      const {view: questions} = view as HomeView
      const {logo = '', styles, social} = questions.site().theme
      return h('main', {}, [
        template.render(view),
        h('img', {src: questions.href(logo), alt: ''}),
        ...questions.styles(styles).map(({href}) => h('link', {rel: 'stylesheet', href})),
        ...social.map(({url}) => h('a', {href: url}))
      ])
    }
  })
)

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
      'settings of a section without a file',
      {
        site: article('s/deep/a.md'),
        config: {sections: {'': {}, s: {}, 's/deep': {}, S: {}, 's/dep': {}}},
        problems: [
          'galley.config.ts warning site/unknown-section',
          'galley.config.ts warning site/unknown-section'
        ]
      }
    ],
    [
      'articles in the folder of a taxonomy',
      {
        site: article('s/a.md') + article('s/b.md') + article('tags/x/_index.md'),
        config: {taxonomies: {s: {}, tags: {}}},
        problems: ['galley.config.ts warning site/taxonomy-over-section']
      }
    ],
    [
      'defaults of a section that has no page of its own',
      {
        site: article('s/deep/a.md'),
        config: {sections: {s: {defaults: {draft: 'no'}}, other: {defaults: {weight: 'x'}}}},
        problems: [
          'galley.config.ts error content/expected-boolean',
          'galley.config.ts error content/expected-number',
          'galley.config.ts warning site/unknown-section'
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

describe('what many pages have in common is told once, where it is written:', () => {
  const reason = 'warning routing/broken-reference: Expected a page or file of this site'
  const pages = ['a', 'b'].map((name) => article(`s/deep/${name}.md`)).join('')
  const json = (settings: object): string =>
    `-- galley.config.json --\n${JSON.stringify({baseUrl: 'https://example.org/', ...settings}, null, 1)}\n`

  test('what the theme is to show', async () => {
    const theme = {
      logo: '/lgoo.svg',
      styles: ['/site.css', '/stie.css'],
      social: [{name: 'Us', url: 'example.org/us'}]
    }
    const files = '-- public/logo.svg --\n<svg/>\n-- public/site.css --\na{}\n'
    const {problems, result} = await buildSite(`${json({theme})}${files}${pages}`, {templates: themed})
    expect(problems).toEqual([
      `galley.config.json:4:3 ${reason} for \`theme.logo\`, found \`/lgoo.svg\``,
      `galley.config.json:7:4 ${reason} for \`theme.styles[1]\`, found \`/stie.css\``,
      `galley.config.json:12:5 ${reason} for \`theme.social[0].url\`, found \`example.org/us\``
    ])
    const told = result.diagnostics.filter(({severity}) => severity === 'warning')
    expect(told.map(({hint}) => hint)).toEqual([
      'Did you mean `/logo.svg`?',
      'Did you mean `/site.css`?',
      'Write the address of a file in `public/` as `/logo.svg`, and one at another site with its `https:`'
    ])
  })

  test('what pages inherit from the text of a folder', async () => {
    const text = 'cascade:\n  layout: artcle\n  preview_image: no.png\n  translations: {de: /de/}\n'
    const {problems} = await buildSite(`${article('s/_index.md', text)}${pages}`)
    expect(problems).toEqual([
      'content/s/_index.md:4:11 error render/unknown-layout: Expected the name of a template, found `artcle`',
      `content/s/_index.md:5:18 ${reason}, found \`content/s/no.png\``,
      `content/s/_index.md:6:22 ${reason}, found \`/de/\``
    ])
  })

  test('what pages inherit from the configuration, in the nearest section that says it', async () => {
    const sections = {
      s: {defaults: {layout: 'wide', previewImage: '/far.png'}},
      's/deep': {defaults: {layout: 'artcle'}}
    }
    const {problems} = await buildSite(`${json({sections})}${pages}${article('s/own.md', 'layout: own\n')}`)
    expect(problems).toEqual([
      'content/s/own.md:3:9 error render/unknown-layout: Expected the name of a template, found `own`',
      `galley.config.json:7:5 ${reason}, found \`/far.png\``,
      'galley.config.json:12:5 error render/unknown-layout: Expected the name of a template, found `artcle`'
    ])
  })

  test('defaults that are of the wrong kind, or unknown', async () => {
    const sections = {s: {defaults: {weight: 'x', aliases: [5], reltaed: []}}}
    const {problems} = await buildSite(`${json({sections})}${pages}`)
    expect(problems).toEqual([
      'galley.config.json:6:5 error content/expected-number: Expected a number for `weight`, found `x`',
      "galley.config.json:8:6 error content/bad-path: Expected a path from the site's root for `aliases`, found `5`",
      'galley.config.json:10:5 warning content/unknown-field: Expected a known front matter field, found `reltaed`'
    ])
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
