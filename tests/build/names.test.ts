import {describe, test} from 'vitest'
import {checkSite, type SiteCase} from './check-site.ts'

const text = (title: string): string => `---\ntitle: ${title}\n---\n`

describe('a name that objects have already', () => {
  const taxonomies = {constructor: {}, toString: {}}

  test.each<[string, SiteCase]>([
    [
      'of a taxonomy',
      {
        site: `-- content/s/a.md --\n---\ntitle: A\nconstructor: [x]\ntags: [valueOf]\n---\n`,
        config: {taxonomies},
        has: {
          'constructor/x/index.html': 'A',
          'tags/valueof/index.html': 'A'
        }
      }
    ],
    [
      'of a taxonomy without terms',
      {site: `-- content/s/a.md --\n${text('A')}`, config: {taxonomies}, absent: ['tostring/index.html']}
    ],
    [
      'of a folder',
      {
        site: `-- content/toString/_index.md --\n${text('A')}[x](../valueOf/b.md)\n-- content/valueOf/b.md --\n${text('B')}[x](../toString/_index.md) [y](constructor.md)\n`,
        has: {'tostring/index.html': '<a href="/valueof/b/">x'},
        problems: ['content/valueOf/b.md:4:32 warning routing/broken-reference']
      }
    ]
  ])('%s is a name like any other', async (_, site) => {
    await checkSite(site)
  })
})

describe('a name in another Unicode form', () => {
  const decomposed = 'cafe\u0301'
  const composed = 'caf\u00e9'

  test('is found by links and by the configuration', async () => {
    await checkSite({
      site: `
-- content/${decomposed}/_index.md --
---
title: Listing
cascade: {layout: wide}
---
-- content/${decomposed}/${decomposed}.md --
${text('Page')}
-- content/${decomposed}/${decomposed}.png --
png
-- content/a.md --
${text('A')}
[p](${composed}/${composed}.md) [l](${composed}/_index.md) [i](${composed}/${composed}.png)
`,
      config: {
        sections: {[composed]: {permalink: '/p/:slug/'}},
        menus: {main: [{name: 'P', url: `content/${composed}/${composed}.md`}]}
      },
      has: {
        'a/index.html': ['href="/p/caf%C3%A9/"', 'href="/caf%C3%A9/"', 'href="/caf%C3%A9/caf%C3%A9.png"'],
        [`${composed}/index.html`]: 'Listing',
        [`p/${composed}/index.html`]: 'wide Page'
      }
    })
  })
})

describe('the extension .markdown', () => {
  test('is that of pages, bundles and texts', async () => {
    await checkSite({
      site: `
-- content/_index.markdown --
${text('Home')}
-- content/s/_index.markdown --
${text('Listing')}
-- content/s/a.markdown --
${text('Page')}
-- content/s/b/index.markdown --
${text('Bundle')}
![x](x.png) [a](../a) [s](../_index.markdown)
-- content/s/b/x.png --
png
-- content/tags/x/_index.markdown --
${text('Term')}
`,
      has: {
        'index.html': 'Home',
        's/index.html': 'Listing',
        's/a/index.html': 'Page',
        's/b/index.html': ['Bundle', 'src="/s/b/x.png"', 'href="/s/a/"', 'href="/s/"'],
        's/b/x.png': 'png',
        'tags/x/index.html': 'Term'
      }
    })
  })
})

describe('a term', () => {
  test.each<[string, SiteCase]>([
    [
      'has an address that follows from its name alone',
      {
        site: '-- content/s/a.md --\n---\ntitle: A\ntags: [C++]\n---\n',
        has: {'tags/c-2b2b/index.html': 'C++', 's/a/index.html': 'href="/tags/c-2b2b/"'}
      }
    ],
    [
      'keeps its address when a similar one comes along',
      {
        site: '-- content/s/a.md --\n---\ntitle: A\ntags: [C, C++, C#]\n---\n',
        has: {'tags/c/index.html': 'C', 'tags/c-2b2b/index.html': 'C++', 'tags/c-23/index.html': 'C#'}
      }
    ],
    [
      'has the text of the folder with its address',
      {
        site: `-- content/s/a.md --\n---\ntitle: A\ntags: [C++]\n---\n-- content/tags/c-2b2b/_index.md --\n${text('Text')}`,
        has: {'tags/c-2b2b/index.html': ['<title>Text', 'A'], 'tags/index.html': 'C++ (1)'}
      }
    ],
    [
      'is one for names that differ in punctuation, with a warning',
      {
        site: '-- content/s/a.md --\n---\ntitle: A\ntags: [Node.js]\n---\n-- content/s/b.md --\n---\ntitle: B\ntags: [nodejs]\n---\n',
        has: {'tags/nodejs/index.html': ['A', 'B']},
        problems: ['content/s/b.md:3:8 warning site/similar-terms']
      }
    ]
  ])('%s', async (_, site) => {
    await checkSite(site)
  })
})
