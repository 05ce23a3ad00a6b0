import {describe, expect, test} from 'vitest'
import {buildSite} from './check-build.ts'
import {checkSite, type SiteCase} from './check-site.ts'

const page = (path: string, fields = '', body = ''): string =>
  `-- content/${path} --\n---\ntitle: T\n${fields}---\n${body}\n`
const base = 'https://example.org/b/'

describe('a rule', () => {
  test.each<[string, SiteCase]>([
    [
      'is a page that forwards, and lines for hosts',
      {
        site: page('new.md', 'aliases: [/was/here]\n'),
        config: {baseUrl: base, redirects: [{from: '/old', to: '/new'}]},
        has: {
          'old/index.html': ['url=/b/new/', '<link rel="canonical" href="https://example.org/b/new/"'],
          'was/here/index.html': 'url=/b/new/',
          _redirects:
            '/b/was/here /b/new/ 301\n/b/was/here/ /b/new/ 301\n/b/old /b/new/ 301\n/b/old/ /b/new/ 301\n'
        }
      }
    ],
    [
      'for many addresses is lines alone',
      {
        site: page('new.md'),
        config: {redirects: [{from: '/old/*', to: '/new/:splat', status: 302}]},
        has: {_redirects: '/old /new/ 302\n/old/ /new/ 302\n/old/* /new/:splat 302\n'},
        absent: ['old/index.html', 'old/*/index.html']
      }
    ],
    [
      'leads out of the site',
      {
        site: page('new.md'),
        config: {redirects: [{from: '/old/', to: 'https://far.example/ü'}]},
        has: {
          'old/index.html': [
            'url=https://far.example/%C3%BC',
            '<link rel="canonical" href="https://far.example/%C3%BC"'
          ],
          _redirects: '/old https://far.example/%C3%BC 301'
        }
      }
    ],
    [
      'names no address that the site does not have yet',
      {
        site: page('new.md'),
        config: {redirects: [{from: '/old/', to: '/new/'}]},
        has: {'old/index.html': ['<title>/new/</title>', '<a href="/new/">/new/</a>']},
        lacks: ['localhost', 'canonical']
      }
    ],
    [
      'leads to a source, to a file without extension, and to where another leads',
      {
        site: `${page('s/new.md', 'slug: x\n')}-- public/LICENSE --\nfree\n`,
        config: {
          redirects: [
            {from: '/a/', to: 'content/s/new.md'},
            {from: '/b/', to: '/LICENSE'},
            {from: '/c/', to: '/a/'}
          ]
        },
        has: {_redirects: ['/a /s/x/ 301\n', '/b /LICENSE 301\n', '/c /s/x/ 301\n']}
      }
    ],
    [
      'makes an old address one that texts may link to',
      {
        site:
          page('new.md') + page('other.md', '', '[a](/old/) [b](/docs/new/) [c](/app/x/) [d](/docs/none/)'),
        config: {
          hosting: ['netlify'],
          redirects: [
            {from: '/old/', to: '/new/'},
            {from: '/docs/*', to: '/:splat'},
            {from: '/app/*', to: '/new/', status: 200}
          ]
        },
        has: {'other/index.html': ['href="/new/">a', 'href="/new/">b', 'href="/app/x">c']},
        absent: ['old/index.html'],
        problems: ['content/other.md:4:45 warning routing/broken-reference']
      }
    ],
    [
      'goes before files with Netlify only where there are pages that forward',
      {
        site: page('new.md', 'aliases: [/old/]\n'),
        config: {hosting: ['github', 'netlify']},
        has: {_redirects: '/old /new/ 301!\n', 'old/index.html': 'url=/new/'}
      }
    ],
    [
      'of what is gone is none for Cloudflare',
      {
        site: page('new.md'),
        config: {hosting: ['netlify', 'nginx'], redirects: [{from: '/left/', status: 410}]},
        has: {_redirects: '/left /404.html 410\n', '.nginx.conf': 'location = "/left/" { return 410; }'}
      }
    ]
  ])('%s', async (_, given) => {
    await checkSite(given)
  })

  test('there are no files where there are none', async () => {
    const {files} = await buildSite(page('new.md'))
    expect(Object.keys(files)).not.toContain('_redirects')
  })
})

describe('what is wrong with rules is told where they are written:', () => {
  const redirects = (rules: ReadonlyArray<object>, more = ''): string =>
    `-- galley.config.json --\n{${more}\n"redirects": [\n${rules.map((rule) => JSON.stringify(rule)).join(',\n')}\n]}\n`

  test.each<[string, string, ReadonlyArray<string>]>([
    [
      'a target that no page has',
      page('articles/hello.md') +
        redirects([
          {from: '/a/', to: '/artcles/hello/'},
          {from: '/b/', to: 'content/none.md'},
          {from: '/c/', to: '/x/:splat'}
        ]).replace('"/c/"', '"/c/*"'),
      [
        'galley.config.json:3:15 warning routing/redirect-to-nowhere: Expected a page or file of this site, found `/artcles/hello/`',
        'galley.config.json:4:15 warning routing/redirect-to-nowhere: Expected a page or file of this site, found `content/none.md`'
      ]
    ],
    [
      'a page at the old address',
      page('a.md') + redirects([{from: '/a/', to: '/'}]),
      [
        'galley.config.json:3:2 error routing/collision: Expected one page for each address, found `/a/` claimed by `content/a.md` too'
      ]
    ],
    [
      'a page at the old address, where no page forwards',
      page('a.md') +
        redirects(
          [
            {from: '/a/', to: '/'},
            {from: '/A/', to: '/a/'}
          ],
          '"hosting": ["netlify"],'
        ),
      [
        'galley.config.json:3:2 error routing/collision: Expected one page for each address, found `/a/` claimed by `content/a.md` too'
      ]
    ],
    [
      'the same address twice, in an alias and in a rule',
      page('a.md', 'aliases: [/old/]\n') + redirects([{from: '/old/', to: '/a/'}]),
      [
        'galley.config.json:3:2 error routing/collision: Expected one page for each address, found `/old/` claimed by `content/a.md` too'
      ]
    ],
    [
      'the same address in two rules',
      page('a.md') +
        redirects(
          [
            {from: '/old/', to: '/a/'},
            {from: '/old', to: '/'}
          ],
          '"hosting": ["netlify"],'
        ),
      [
        'galley.config.json:4:2 error routing/collision: Expected one page for each address, found `/old/` claimed by a rule of the configuration too'
      ]
    ],
    [
      'a pattern for an address that has a page',
      page('a/b.md') + redirects([{from: '/a/*', to: 'https://x.example/:splat'}]),
      [
        'galley.config.json:3:2 warning routing/redirect-over-page: Expected no page at the addresses of `/a/*`, found `/a/b/`'
      ]
    ],
    [
      'none of it with hosts that look for a page first',
      page('a/b.md') +
        redirects([{from: '/a/*', to: 'https://x.example/:splat'}], '"hosting": ["netlify", "nginx"],'),
      []
    ],
    [
      'a loop through an alias',
      page('a.md', 'aliases: [/old/]\n') +
        redirects([
          {from: '/x/', to: '/y/'},
          {from: '/y/', to: '/x/'}
        ]),
      [
        'galley.config.json:3:2 error routing/redirect-loop: Expected an address where readers arrive, found `/x` → `/y` → `/x`',
        'galley.config.json:4:2 error routing/redirect-loop: Expected an address where readers arrive, found `/y` → `/x` → `/y`'
      ]
    ],
    [
      'what a host does not know',
      page('a.md') +
        redirects(
          [
            {from: '/x/', status: 410},
            {from: '/y/*', to: '/a/'}
          ],
          '"hosting": ["github", "vercel", "apache"],'
        ),
      [
        'galley.config.json:3:2 warning routing/unsupported-redirect: Expected a rule for every host in `hosting`, found the status `410`, of which nobody can be told at `github` and `vercel`',
        'galley.config.json:4:2 warning routing/unsupported-redirect: Expected a rule for every host in `hosting`, found the pattern `/y/*`, of which nobody can be told at `github`'
      ]
    ]
  ])('%s', async (_, site, expected) => {
    const {problems} = await buildSite(site)
    expect(problems).toEqual(expected)
  })

  test('more rules than Cloudflare takes', async () => {
    const rules = Array.from({length: 51}, (_, index) => ({from: `/p${index}/:x/`, to: '/a/'}))
    const {problems} = await buildSite(page('a.md'), {config: {hosting: ['cloudflare'], redirects: rules}})
    expect(problems).toEqual([
      'galley.config.ts warning routing/too-many-redirects: Expected at most 100 lines with names or `*` in `_redirects` for Cloudflare, found 102'
    ])
  })
})

test('a status that not all hosts know is told of where none is named', async () => {
  const site = '-- content/a.md --\n---\ntitle: A\n---\n'
  const redirects = [{from: '/gone/', status: 410}]
  const {problems} = await buildSite(site, {config: {redirects}})
  expect(problems).toEqual([
    'galley.config.ts warning routing/unsupported-redirect: Expected the name of a host in `hosting` for the status `410`, found none'
  ])
  expect((await buildSite(site, {config: {redirects, hosting: ['netlify']}})).problems).toEqual([])
})

describe('what the author tells a host', () => {
  const rules = {redirects: [{from: '/old/', to: '/new/'}]}

  test.each<[string, SiteCase]>([
    [
      'stands before the rules',
      {
        site: `${page('new.md')}-- public/_redirects --\n/mine /new/ 302\n`,
        config: rules,
        has: {_redirects: '/mine /new/ 302\n/old /new/ 301\n'}
      }
    ],
    [
      'is copied where there are no rules',
      {site: `${page('new.md')}-- public/_redirects --\n/mine /new/`, has: {_redirects: '/mine /new/'}}
    ],
    [
      'is joined in JSON',
      {
        site: `${page('new.md')}-- public/vercel.json --\n{"cleanUrls": true, "redirects": [{"source": "/mine"}]}\n`,
        config: {...rules, hosting: ['vercel']},
        has: {
          'vercel.json': ['"cleanUrls": true', '"source": "/mine"\n    },\n    {\n      "source": "/old{/}?"']
        }
      }
    ],
    [
      'is copied where the host is not named',
      {
        site: `${page('new.md')}-- public/vercel.json --\nmine\n`,
        config: rules,
        has: {'vercel.json': 'mine\n'}
      }
    ],
    [
      'is an error where it cannot be joined',
      {
        site: `${page('new.md')}-- public/firebase.json --\n{"hosting": [{"target": "a"}]}\n`,
        config: {...rules, hosting: ['firebase']},
        problems: ['public/firebase.json error build/bad-host-file']
      }
    ],
    [
      'is found also where it is hidden',
      {
        site: `${page('new.md')}-- public/.htaccess --\nOptions -Indexes\n`,
        config: {...rules, hosting: ['apache']},
        has: {'.htaccess': 'Options -Indexes\nErrorDocument 404 /404.html\n'}
      }
    ]
  ])('%s', async (_, given) => {
    await checkSite(given)
  })
})
