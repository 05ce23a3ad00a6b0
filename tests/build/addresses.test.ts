import type {SectionView} from 'galley'
import {h, type JSX} from 'preact'
import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import {buildSite, plainOptions} from './check-build.ts'
import {checkSite, type SiteCase} from './check-site.ts'
import {plainTemplates} from './plain-templates.ts'

const article = (path: string, fields = '', body = ''): string =>
  `-- content/${path} --\n---\ntitle: T\n${fields}---\n${body}\n`

describe('an address', () => {
  test.each<[string, SiteCase]>([
    [
      'with percent escapes is decoded once, wherever it is written',
      {
        site: article(
          's/a.md',
          'url: /caf%C3%A9/\naliases: [/old%20one/, /100%/]\n',
          '[x](/caf%C3%A9/) [y](/old%20one/)'
        ),
        config: {menus: {main: [{name: 'M', url: '/caf%C3%A9/'}]}},
        has: {
          'café/index.html': ['href="/caf%C3%A9/">x', 'href="/caf%C3%A9/">y'],
          'old one/index.html': 'url=/caf%C3%A9/',
          '100%/index.html': 'url=/caf%C3%A9/'
        }
      }
    ],
    [
      'goes before a source of that name',
      {
        site: article('s/a.md', 'url: /s/b/\n', '[x](/s/b/)') + article('s/b.md', 'slug: c\n'),
        has: {'s/b/index.html': 'href="/s/b/"', 's/c/index.html': 'T'}
      }
    ],
    [
      'is not unpublished because a source of that name is',
      {
        site: article('s/a.md', '', '[x](b.md) [y](/s/b)') + article('s/b.md', 'draft: true\n'),
        options: {baseUrl: 'https://example.org/base/'},
        has: {'s/a/index.html': ['href="b.md"', 'href="/base/s/b"']},
        problems: [
          'content/s/a.md:4:5 warning routing/unpublished-reference',
          'content/s/a.md:4:15 warning routing/unpublished-reference'
        ]
      }
    ],
    [
      'of a page is found although a draft has that name',
      {
        site:
          article('s/a.md', '', '[x](../b/)') +
          article('b.md', 'draft: true\n') +
          article('s/c.md', 'url: /s/b/\n'),
        has: {'s/a/index.html': 'href="/s/b/"'}
      }
    ],
    [
      'of a version is a folder, that of a file a file',
      {
        site: article('s/a.md', 'url: /releases/v1.2\n') + article('p/b.md'),
        config: {sections: {p: {permalink: '/:section/:slug.html'}}},
        has: {'releases/v1.2/index.html': 'T', 'p/b.html': 'T'}
      }
    ]
  ])('%s', async (_, site) => {
    await checkSite(site)
  })
})

describe('a listing', () => {
  test.each<[string, SiteCase]>([
    [
      'of a taxonomy with a text is there without terms',
      {
        site: `${article('a.md', '', '[x](tags/_index.md)')}${article('tags/_index.md')}`,
        has: {'tags/index.html': 'Tags', 'a/index.html': 'href="/tags/"'}
      }
    ],
    [
      'of the home page, a taxonomy or a term has no address of its own',
      {
        site: ['_index.md', 'tags/_index.md', 'tags/x/_index.md']
          .map((path) => article(path, 'url: /elsewhere/\n'))
          .join(''),
        has: {'index.html': 'T', 'tags/index.html': 'x', 'tags/x/index.html': 'T'},
        absent: ['elsewhere/index.html'],
        problems: [
          'content/_index.md:3:1 warning site/unused-field',
          'content/tags/_index.md:3:1 warning site/unused-field',
          'content/tags/x/_index.md:3:1 warning site/unused-field'
        ]
      }
    ],
    [
      'at a file has its parts beside it',
      {
        site: article('s/_index.md', 'url: /docs.html\n') + article('s/a.md') + article('s/b.md'),
        config: {pageSize: 1},
        has: {'docs.html': '/docs/page/2/', 'docs/page/2/index.html': '/docs.html'}
      }
    ]
  ])('%s', async (_, site) => {
    await checkSite(site)
  })
})

describe('an excerpt', () => {
  test('leads to the page, also within it', async () => {
    const listing: LoadedTemplate = {
      name: 'section',
      file: 'templates/section.tsx',
      hash: '',
      render: ({view, listing: {pages}}: SectionView): JSX.Element =>
        h('ul', {dangerouslySetInnerHTML: {__html: pages.map((page) => view.excerpt(page)).join('')}})
    }
    const templates = [...plainTemplates.filter(({name}) => name !== 'section'), listing]
    const files = {
      'content/s/a.md': '---\ntitle: T\nurl: /x/\n---\n[here](#part) and [there](/x/#part)\n\n## Part\n'
    }
    const host = memoryHost(files, {templates, config: {baseUrl: 'https://example.org/base/'}})
    await build(host, plainOptions)
    const htmlOf = (path: string): string =>
      new TextDecoder().decode([...host.outputs].find(([output]) => output === path)?.[1])
    expect(htmlOf('x/index.html')).toContain('<a href="#part">here</a> and <a href="/base/x/#part">there')
    expect(htmlOf('s/index.html')).toContain(
      '<a href="/base/x/#part">here</a> and <a href="/base/x/#part">there'
    )
  })
})

describe('a collision', () => {
  test.each<[string, string, string]>([
    [
      'is at the `url` of the page',
      article('s/a.md') + article('s/b.md', 'url: /s/a/\n'),
      'content/s/b.md:3:6 error routing/collision: Expected one page for each address, found `/s/a/` claimed by `content/s/a.md` too'
    ],
    [
      'is at the alias',
      article('s/a.md') + article('s/b.md', 'aliases: [/s/b/, /x/, /x, /s/a/]\n'),
      'content/s/b.md:3:27 error routing/collision: Expected one page for each address, found `/s/a/` claimed by `content/s/a.md` too'
    ],
    [
      'names the text of the listing',
      article('s/_index.md') + article('s/b.md', 'url: /s/\n'),
      'content/s/_index.md error routing/collision: Expected one page for each address, found `/s/` claimed by `content/s/b.md` too'
    ],
    [
      'names the folder of the listing',
      article('s/index.md') + article('s/b.md'),
      'content/s/index.md error routing/collision: Expected one page for each address, found `/s/` claimed by the listing of `content/s` too'
    ]
  ])('%s', async (_, site, problem) => {
    expect((await buildSite(site)).problems).toEqual([problem])
  })

  test.each([
    ['a page', article('s/b.md'), 'Remove the alias: it is'],
    ['an alias', article('s/b.md', 'aliases: [/old/]\n'), 'One address forwards to one page']
  ])('of an alias with %s says that the alias is to go', async (_, other, hint) => {
    const alias = other.includes('aliases') ? '/old/' : '/s/b/'
    const {result} = await buildSite(article('s/a.md', `aliases: [${alias}]\n`) + other)
    expect(result.diagnostics.find(({code}) => code === 'routing/collision')?.hint).toContain(hint)
  })

  test('of an index.md beside articles says how it is meant', async () => {
    const {result} = await buildSite(article('s/index.md') + article('s/b.md'))
    expect(result.diagnostics[0]?.hint).toContain('`_index.md`')
  })
})
