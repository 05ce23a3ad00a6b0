import {describe, expect, test} from 'vitest'
import {checkConfig} from '#src/config/check-config.ts'
import {defineConfig, definePlugin} from '#src/config/define-config.ts'
import {defaultFeatures} from '#src/model/markdown-options.ts'
import {defaultRelated} from '#src/model/related.ts'

const overrides = {environment: 'production', drafts: false, future: false, expired: false}

/** One configuration that is wrong in one way, as JSON; the text beneath the place is what the message points at. */
interface WrongCase {
  readonly name: string
  readonly text: string
  readonly code: string
  readonly reason: string
  readonly hint?: string
  /** Text at the place. */
  readonly at?: string
  /** Line of the place, where the text occurs more than once. */
  readonly line?: number
}

const wrong: ReadonlyArray<WrongCase> = [
  {
    name: 'a misspelled setting',
    text: '{"tilte": "Hello"}',
    code: 'config/unknown-key',
    reason: 'Expected a known setting, found `tilte`',
    hint: 'Did you mean `title`?',
    at: '"tilte"'
  },
  {
    name: 'a setting unlike any other',
    text: '{\n  "markdown": {"zzzzzzz": 1}\n}',
    code: 'config/unknown-key',
    reason: 'Expected a known setting, found `markdown.zzzzzzz`',
    hint: 'Known are `parser`, `html`, `unknownComponents`, `unknownShortcodes`, `shortcodes`, `directives`, `callouts`, `definitionLists`, `wikilinks`, `headingLinks`, `tables`, `taskLists`, `figures`, `externalLinks`, `highlight`, `lineNumbers`, `wrapLines`, `checkCode`, `math`, `mermaid`, `emoji`, `smartPunctuation`, `superscript`, `subscript`, `highlightMarks`, `abbreviations`, `secondsMax`, `remarkPlugins`, `rehypePlugins`',
    at: '"zzzzzzz"',
    line: 2
  },
  {
    name: 'a misspelled setting of a taxonomy',
    text: '{"taxonomies": {"series": {"titel": "Series"}}}',
    code: 'config/unknown-key',
    reason: 'Expected a known setting, found `taxonomies.series.titel`',
    hint: 'Did you mean `title`?',
    at: '"titel"'
  },
  {
    name: 'a misspelled setting of an environment',
    text: '{"title": "A", "environments": {"staging": {"titel": "B"}}}',
    code: 'config/unknown-key',
    reason: 'Expected a known setting, found `environments.staging.titel`',
    hint: 'Did you mean `title`?',
    at: '"titel"'
  },
  {
    name: 'text in place of a list',
    text: '{\n  "sections": {"blog": {"order": ["weight"]}},\n  "order": "date"\n}',
    code: 'config/wrong-type',
    reason: 'Expected a list for `order`, found text',
    at: '"order"',
    line: 3
  },
  {
    name: 'a list in place of the configuration',
    text: '[]',
    code: 'config/wrong-type',
    reason: 'Expected a mapping for the configuration, found a list'
  },
  {
    name: 'nothing in place of the configuration',
    text: 'null',
    code: 'config/wrong-type',
    reason: 'Expected a mapping for the configuration, found nothing'
  },
  {
    name: 'a severity that there is not',
    text: '{"checks": {"site/no-title": "warn"}}',
    code: 'config/unknown-value',
    reason: 'Expected one of `error`, `warning`, `hint`, `off` for `checks.site/no-title`, found `warn`',
    at: '"site/no-title"'
  },
  {
    name: 'an accent that is no color',
    text: '{"theme": {"accent": "#c2185"}}',
    code: 'config/bad-color',
    reason: 'Expected a color of CSS for `theme.accent`, found `#c2185`',
    hint: 'Write it as `#0b57a4` or `oklch(0.5 0.15 250)`',
    at: '"accent"'
  },
  {
    name: 'a font that would end its rule',
    text: '{"theme": {"fonts": {"text": "serif; } body { color: red"}}}',
    code: 'config/bad-font',
    reason:
      'Expected font families as CSS lists them for `theme.fonts.text`, found `serif; } body { color: red`',
    hint: 'Write it as `"Source Serif", Georgia, serif`',
    at: '"text"'
  },
  {
    name: 'an address for changes that names no page',
    text: '{"theme": {"editUrl": "https://example.org/edit/"}}',
    code: 'config/bad-edit-url',
    reason:
      'Expected an absolute address with `:source` for `theme.editUrl`, found `https://example.org/edit/`',
    hint: 'Write it as `https://github.com/me/site/edit/main/:source`',
    at: '"editUrl"'
  },
  {
    name: 'a misspelled setting of the feed',
    text: '{"feed": {"limt": 5}}',
    code: 'config/unknown-key',
    reason: 'Expected a known setting, found `feed.limt`',
    hint: 'Did you mean `limit`?',
    at: '"limt"'
  },
  {
    name: 'a number in place of the feed',
    text: '{"feed": 20}',
    code: 'config/wrong-type',
    reason: 'Expected a mapping or `false` for `feed`, found a number',
    at: '"feed"'
  },
  {
    name: 'a feed of nothing',
    text: '{"feed": {"limit": 0}}',
    code: 'config/out-of-range',
    reason: 'Expected a number of at least 1 for `feed.limit`, found `0`',
    at: '"limit"'
  },
  {
    name: 'an unknown format of the feed',
    text: '{"feed": {"formats": ["rss2"]}}',
    code: 'config/unknown-value',
    reason: 'Expected one of `atom`, `rss`, `json` for `feed.formats[0]`, found `rss2`',
    hint: 'Did you mean `rss`?',
    at: '"rss2"'
  },
  {
    name: 'a part that articles do not have',
    text: '{"related": {"fields": {"heading": 2}}}',
    code: 'config/unknown-key',
    reason: 'Expected a known setting, found `related.fields.heading`',
    hint: 'Did you mean `headings`?',
    at: '"heading"'
  },
  {
    name: 'more than certainty',
    text: '{"related": {"minConfidence": 30}}',
    code: 'config/out-of-range',
    reason: 'Expected a number of at most 1 for `related.minConfidence`, found `30`',
    at: '"minConfidence"'
  },
  {
    name: 'a confidence in words',
    text: '{"related": {"minConfidence": "high"}}',
    code: 'config/wrong-type',
    reason: 'Expected a number or `auto` for `related.minConfidence`, found text',
    at: '"minConfidence"'
  },
  {
    name: 'an unknown exclusion',
    text: '{"related": {"exclude": ["link"]}}',
    code: 'config/unknown-value',
    reason: 'Expected one of `linked`, `newer` for `related.exclude[0]`, found `link`',
    hint: 'Did you mean `linked`?',
    at: '"link"'
  },
  {
    name: 'a path for crawlers that is none',
    text: '{"robots": {"disallow": ["internal"]}}',
    code: 'config/wrong-type',
    reason: 'Expected a path that begins with `/` for `robots.disallow[0]`, found text',
    at: '"internal"'
  },
  {
    name: 'a crawler with more to say than its name',
    text: '{"robots": {"block": ["Bot\\nAllow: /"]}}',
    code: 'config/wrong-type',
    reason: 'Expected the name of a crawler for `robots.block[0]`, found text',
    at: '"Bot\\nAllow: /"'
  },
  {
    name: 'an unknown display of the manifest',
    text: '{"manifest": {"display": "window"}}',
    code: 'config/unknown-value',
    reason:
      'Expected one of `browser`, `minimal-ui`, `standalone`, `fullscreen` for `manifest.display`, found `window`',
    at: '"display"'
  },
  {
    name: 'an unknown content of the feed',
    text: '{"feed": {"content": "excerpts"}}',
    code: 'config/unknown-value',
    reason: 'Expected one of `full`, `excerpt` for `feed.content`, found `excerpts`',
    hint: 'Did you mean `excerpt`?',
    at: '"content"'
  },
  {
    name: 'one font in place of a list of them',
    text: '{"socialImages": {"fonts": "a.ttf"}}',
    code: 'config/wrong-type',
    reason: 'Expected a list for `socialImages.fonts`, found text',
    at: '"fonts"'
  },
  {
    name: 'text in place of whether there is a search',
    text: '{"search": "pagefind"}',
    code: 'config/wrong-type',
    reason: 'Expected `true` or `false` for `search`, found text',
    at: '"search"'
  },
  {
    name: 'text in place of whether there is a sitemap',
    text: '{"sitemap": "yes"}',
    code: 'config/wrong-type',
    reason: 'Expected `true` or `false` for `sitemap`, found text',
    at: '"sitemap"'
  },
  {
    name: 'a number in place of a taxonomy',
    text: '{"taxonomies": {"tags": 5}}',
    code: 'config/wrong-type',
    reason: 'Expected a mapping or `false` for `taxonomies.tags`, found a number',
    at: '"tags"'
  },
  {
    name: 'text in place of a plugin',
    text: '{"markdown": {"remarkPlugins": ["remark-math"]}}',
    code: 'config/wrong-type',
    reason:
      'Expected a plugin (a function), or a list of it and its options, for `markdown.remarkPlugins[0]`, found text',
    at: '"remark-math"'
  },
  {
    name: 'a schema that is none',
    text: '{"sections": {"blog": {"schema": {}}}}',
    code: 'config/wrong-type',
    reason: 'Expected a schema of zod, valibot or arktype for `sections.blog.schema`, found a mapping',
    at: '"schema"'
  },
  {
    name: 'the second entry of a menu without address',
    text: '{"menus": {"main": [\n{"name": "A", "url": "/"},\n{"name": "B"}]}}',
    code: 'config/missing-key',
    reason: 'Expected `url` in `menus.main[1]`, found none',
    at: '{',
    line: 3
  },
  {
    name: 'an unknown order',
    text: '{"order": ["-date", "wieght"]}',
    code: 'config/unknown-value',
    reason:
      'Expected one of `weight`, `-weight`, `date`, `-date`, `lastmod`, `-lastmod`, `title`, `-title`, `path`, `-path` for `order[1]`, found `wieght`',
    hint: 'Did you mean `weight`?',
    at: '"wieght"'
  },
  {
    name: 'an unknown parser',
    text: '{"markdown": {"parser": "marked"}}',
    code: 'config/unknown-value',
    reason: 'Expected one of `native`, `remark` for `markdown.parser`, found `marked`',
    at: '"parser"'
  },
  {
    name: 'no page on a listing',
    text: '{"pageSize": 0}',
    code: 'config/out-of-range',
    reason: 'Expected a number of at least 1 for `pageSize`, found `0`',
    at: '"pageSize"'
  },
  {
    name: 'half a page',
    text: '{"pageSize": 1.5}',
    code: 'config/wrong-type',
    reason: 'Expected a whole number for `pageSize`, found a number',
    at: '"pageSize"'
  },
  {
    name: 'a permalink with an unknown token',
    text: '{"sections": {"blog": {"permalink": "/:yaer/:slug/"}}}',
    code: 'config/bad-permalink',
    reason:
      'Expected a pattern that starts with `/` and has no tokens but known ones for `sections.blog.permalink`, found `/:yaer/:slug/`',
    hint: 'The tokens are `:year`, `:month`, `:day`, `:slug`, `:section`, `:title`, `:filename`',
    at: '"permalink"'
  },
  {
    name: 'a language that is none',
    text: '{"language": "en_US"}',
    code: 'config/bad-language',
    reason: 'Expected a language tag for `language`, found `en_US`',
    hint: 'Write it as `en` or `de-CH`',
    at: '"language"'
  },
  {
    name: 'a misspelled time zone',
    text: '{"timeZone": "Europe/Belrin"}',
    code: 'config/bad-time-zone',
    reason: 'Expected the IANA name of a time zone for `timeZone`, found `Europe/Belrin`',
    hint: 'Did you mean `Europe/Berlin`?',
    at: '"timeZone"'
  },
  {
    name: 'an offset as time zone',
    text: '{"timeZone": "+02:00"}',
    code: 'config/bad-time-zone',
    reason: 'Expected the IANA name of a time zone for `timeZone`, found `+02:00`',
    hint: 'Write it as `Europe/Berlin` or `UTC`',
    at: '"timeZone"'
  },
  {
    name: 'a taxonomy outside the site',
    text: '{"taxonomies": {"tags": {"path": "/../tags/"}}}',
    code: 'config/bad-path',
    reason: 'Expected an address within the site for `taxonomies.tags.path`, found `/../tags/`',
    hint: 'Write it with slashes at both ends: `/topics/`',
    at: '"path"'
  },
  {
    name: 'a taxonomy whose name is no address',
    text: '{"taxonomies": {"a/b": {}}}',
    code: 'config/bad-name',
    reason: 'Expected a name of letters, digits, `-` and `_`, found `a/b`',
    at: '"a/b"'
  },
  {
    name: 'a host that Galley does not know',
    text: '{"hosting": ["netlify", "netlfy"]}',
    code: 'config/unknown-value',
    reason:
      'Expected one of `netlify`, `cloudflare`, `vercel`, `firebase`, `nginx`, `apache`, `github` for `hosting[1]`, found `netlfy`',
    hint: 'Did you mean `netlify`?',
    at: '"netlfy"'
  },
  {
    name: 'a target that Galley does not know',
    text: '{"deploy": {"to": "rsnyc"}}',
    code: 'config/unknown-value',
    reason: 'Expected one of `folder`, `git`, `rsync`, `s3` for `deploy.to`, found `rsnyc`',
    hint: 'Did you mean `rsync`?',
    at: '"to"'
  },
  {
    name: 'a destination that rsync would take for an option',
    text: '{"deploy": {"to": "rsync", "destination": "-e:x"}}',
    code: 'config/wrong-type',
    reason:
      'Expected a destination such as `user@example.org:/var/www/site` for `deploy.destination`, found text',
    at: '"destination"'
  },
  {
    name: 'headers for what is no path',
    text: '{"headers": {"assets/*": {"X-A": "b"}}}',
    code: 'config/bad-header',
    reason: 'Expected a path from the root, found `assets/*`',
    hint: 'Write it as `/about/`, `/assets/logo.svg`, or with `*` at the end for all below as `/assets/*`',
    at: '"assets/*"'
  },
  {
    name: 'a header with a blank in its name',
    text: '{"headers": {"/*": {"X A": "b"}}}',
    code: 'config/bad-header',
    reason: 'Expected the name of a header, found `X A`',
    hint: 'Write it as `Cache-Control`',
    at: '"X A"'
  },
  {
    name: 'a header that would end its line',
    text: '{"headers": {"/*": {"X-A": "b\\nX-B: c"}}}',
    code: 'config/bad-header',
    reason: 'Expected a line of ASCII characters without `$` for `headers./*.X-A`, found `b\nX-B: c`',
    at: '"X-A"'
  },
  {
    name: 'a word of a policy without its quotes',
    text: '{"contentSecurityPolicy": {"img-src": ["https:", "self"]}}',
    code: 'config/bad-header',
    reason:
      'Expected one source of a content security policy for `contentSecurityPolicy.img-src[1]`, found `self`',
    hint: "Write it as `https://api.example.org`, or with quotes of its own as `'none'`",
    at: '"self"'
  },
  {
    name: 'a redirect to nothing',
    text: '{"redirects": [{"from": "/a/"}]}',
    code: 'config/missing-key',
    reason: 'Expected `to` in `redirects[0]`, found none',
    at: '{'
  }
]

const badRedirects: ReadonlyArray<readonly [object, string]> = [
  [{from: 'old/', to: '/new/'}, 'from'],
  [{from: '//old/', to: '/new/'}, 'from'],
  [{from: '/old/?a=b', to: '/new/'}, 'from'],
  [{from: '/a/../b/', to: '/new/'}, 'from'],
  [{from: '/a/%2e%2e/b/', to: '/new/'}, 'from'],
  [{from: '/a/b%2f..%2fc/', to: '/new/'}, 'from'],
  [{from: '/a/*/b', to: '/new/'}, 'from'],
  [{from: '/a*', to: '/new/'}, 'from'],
  [{from: '/a-:id/', to: '/new/'}, 'from'],
  [{from: '/:a/:a/', to: '/new/'}, 'from'],
  [{from: '/:splat/', to: '/new/'}, 'from'],
  [{from: '/old/', to: 'new'}, 'to'],
  [{from: '/old/', to: '//evil.example/'}, 'to'],
  [{from: '/old/', to: 'javascript:alert(1)'}, 'to'],
  [{from: '/old/', to: 'https://'}, 'to'],
  [{from: '/old/', to: '/new/:splat'}, 'to'],
  [{from: '/:id/*', to: '/new/:ids/:splat'}, 'to'],
  [{from: '/old/', to: '/new/', status: 303}, 'status'],
  [{from: '/old/', to: '/404.html', status: 404}, 'status'],
  [{from: '/old/', to: '/new/', status: '301'}, 'status'],
  [{from: '/old/', to: 'https://example.org/', status: 200}, 'to'],
  [{from: '/old/', to: '/new/', status: 410}, 'to']
]

const badBaseUrls: ReadonlyArray<string> = [
  'example.org',
  '//example.org/',
  'ftp://example.org/',
  'https://example.org/?a=b',
  'https://example.org/#top',
  'https://example.org/ junk',
  'https://me@example.org/',
  'http:example.org',
  'https://',
  ''
]

function check(value: unknown, text = '') {
  return checkConfig({file: 'galley.config.ts', text, value, hash: 'h'}, overrides)
}

function textAt(text: string, place: {line: number; column: number; endColumn: number} | undefined) {
  return place && text.split('\n')[place.line - 1]?.slice(place.column - 1, place.endColumn - 1)
}

describe('what is wrong', () => {
  test.each(wrong)('$name', async ({text, code, reason, hint, at, line}) => {
    const {value, diagnostics} = await check(JSON.parse(text), text)
    expect(diagnostics).toHaveLength(1)
    const [diagnostic] = diagnostics
    expect(diagnostic).toMatchObject({code, severity: 'error', reason, file: 'galley.config.ts'})
    expect(diagnostic?.hint).toBe(hint)
    expect(textAt(text, diagnostic?.place)).toBe(at)
    if (line !== undefined) expect(diagnostic?.place?.line).toBe(line)
    expect(value.site.pageSize).toBe(10)
  })

  test.each(badRedirects)('the rule %j', async (rule, key) => {
    const text = JSON.stringify({redirects: [{from: '/right/', to: '/b/'}, rule]})
    const {value, diagnostics} = await check(JSON.parse(text), text)
    expect(diagnostics.map(({code, place}) => [code, textAt(text, place)])).toEqual([
      ['config/bad-redirect', `"${key}"`]
    ])
    expect(value.site.redirects[0]).toEqual({from: '/right/', to: '/b/', status: 301})
  })

  test.each(badBaseUrls)('base URL `%s`', async (baseUrl) => {
    const text = `export default {\n  baseUrl: '${baseUrl}'\n}`
    const {value, diagnostics} = await check({baseUrl}, text)
    expect(diagnostics).toMatchObject([
      {code: 'config/bad-base-url', place: {line: 2, column: 3, endColumn: 10}}
    ])
    expect(value.site.baseUrl).toBe('http://localhost/')
  })

  test('a base URL of the command line', async () => {
    const loaded = {text: '', value: {baseUrl: 'https://a.org'}, hash: 'h'}
    const {value, diagnostics} = await checkConfig(loaded, {...overrides, baseUrl: 'b.org'})
    expect(diagnostics).toMatchObject([{code: 'config/bad-base-url', file: 'galley.config.ts'}])
    expect(diagnostics[0]?.reason).toContain('`--base-url`')
    expect(value.site.baseUrl).toBe('https://a.org/')
  })

  test('code in params', async () => {
    const {value, diagnostics} = await check(
      {params: {a: {b: [1, () => 1]}, c: 1}},
      '{params: {a: {b: [1, () => 1]}}}'
    )
    expect(diagnostics).toMatchObject([
      {
        code: 'config/not-data',
        reason: 'Expected plain data for `params.a.b[1]`, found a function',
        place: {line: 1, column: 22}
      }
    ])
    expect(value.site.params).toEqual({a: {b: [1]}, c: 1})
  })

  test('a cycle in params and in a menu', async () => {
    const params: Record<string, unknown> = {}
    params['self'] = params
    const entry: Record<string, unknown> = {name: 'A', url: '/'}
    entry['children'] = [entry]
    const {value, diagnostics} = await check({params, menus: {main: [entry]}, title: 'A'})
    expect(diagnostics.map(({code}) => code)).toEqual(['config/not-data', 'config/not-data'])
    expect(value.site).toMatchObject({params: {}, menus: {}, title: 'A'})
  })

  test('all problems are told, and the rest of the configuration is kept', async () => {
    const {value, diagnostics} = await check({
      title: 1,
      language: 'de',
      order: ['-date', 'x', 'title', 'y'],
      sections: {blog: {pageSize: -1, permalink: '/:slug/'}}
    })
    expect(diagnostics.map(({code}) => code)).toEqual([
      'config/wrong-type',
      'config/out-of-range',
      'config/unknown-value',
      'config/unknown-value'
    ])
    expect(value.site).toMatchObject({
      title: 'Untitled',
      language: 'de',
      order: ['-date', 'title'],
      sections: {blog: {permalink: '/:slug/'}}
    })
  })
})

describe('places in TypeScript', () => {
  const text = [
    "import {defineConfig} from 'galley'",
    '// title: in a comment',
    "const menus = {main: [{name: 'title: no', url: 1}]}",
    'export default defineConfig(({environment}) => ({',
    "  'description': `title: ` + environment,",
    '  menus,',
    '  markdown: {html: true},',
    '  title: 5',
    '}))'
  ].join('\n')

  test.each([
    [{title: 5}, 8, 'title'],
    [{description: 5}, 5, "'description'"],
    [{menus: {main: [{name: 'A', url: 1}]}}, 3, 'url'],
    [{markdown: {html: true}}, 7, 'html'],
    [{menus: 3}, 6, 'menus']
  ])('%j', async (value, line, at) => {
    const [diagnostic] = (await check(value, text)).diagnostics
    expect([diagnostic?.place?.line, textAt(text, diagnostic?.place)]).toEqual([line, at])
  })

  test('a key that is not in the text has no place', async () => {
    expect((await check({pageSize: 'x'}, text)).diagnostics[0]).not.toHaveProperty('place')
  })
})

describe('defaults', () => {
  test('of a site without configuration', async () => {
    const {value, diagnostics} = await checkConfig({text: '', value: undefined, hash: 'h'}, overrides)
    expect(diagnostics).toEqual([])
    expect(value).toEqual({
      site: {
        title: 'Untitled',
        description: '',
        baseUrl: 'http://localhost/',
        isAddressKnown: false,
        urls: 'folder',
        language: 'en',
        timeZone: 'UTC',
        environment: 'production',
        params: {},
        menus: {},
        taxonomies: {
          categories: {title: 'Categories', path: '/categories/', pageSize: 10},
          tags: {title: 'Tags', path: '/tags/', pageSize: 10},
          authors: {title: 'Authors', path: '/authors/', pageSize: 10},
          series: {title: 'Series', path: '/series/', pageSize: 10, order: ['weight', 'date', 'title']}
        },
        sections: {},
        order: ['weight', '-date', 'title'],
        pageSize: 10,
        imageBudget: 1_000_000,
        pageBudget: {},
        wantedChecks: [],
        contents: {from: 1, to: 3, minHeadings: 3},
        theme: {fonts: {}, appearance: 'switch', styles: [], social: [], featured: 1},
        feed: false,
        sitemap: false,
        robots: false,
        llms: false,
        manifest: {display: 'browser'},
        search: false,
        hosting: [],
        headers: false,
        compress: [],
        contentSecurityPolicy: false,
        redirects: [],
        socialImages: false,
        images: false,
        related: defaultRelated,
        links: {ignore: []},
        unknownComponents: 'warn',
        unknownShortcodes: 'error',
        include: {drafts: false, future: false, expired: false}
      },
      markdown: {
        parser: 'native',
        html: 'keep',
        language: 'en',
        features: defaultFeatures,
        keepsMarkdown: false,
        keepsProse: true,
        secondsMax: 10,
        remarkPlugins: [],
        rehypePlugins: []
      },
      vendor: [],
      transforms: [],
      schemas: {},
      file: 'galley.config.ts',
      isUntrusted: false,
      keepsMetadata: false,
      checks: {site: {}, sections: {}},
      text: '',
      hash: 'h'
    })
  })

  test('taxonomies are added to, changed and switched off', async () => {
    const {value} = await check({
      pageSize: 5,
      taxonomies: {authors: false, series: false, tags: {path: '/topics', pageSize: 2}, reading_lists: {}}
    })
    expect(value.site.taxonomies).toEqual({
      categories: {title: 'Categories', path: '/categories/', pageSize: 5},
      tags: {title: 'Tags', path: '/topics/', pageSize: 2},
      reading_lists: {title: 'Reading lists', path: '/reading_lists/', pageSize: 5}
    })
  })

  test('of contents: levels that are named, never fewer than one', async () => {
    const contents = async (rules: object): Promise<unknown> => {
      const {value} = await checkConfig({text: '', value: {contents: rules}, hash: 'h'}, overrides)
      return value.site.contents
    }
    expect(await contents({from: 2})).toEqual({from: 2, to: 3, minHeadings: 3})
    expect(await contents({from: 4})).toEqual({from: 4, to: 4, minHeadings: 3})
    expect(await contents({to: 6, minHeadings: 1})).toEqual({from: 1, to: 6, minHeadings: 1})
    expect(await contents({from: 7})).toEqual({from: 1, to: 3, minHeadings: 3})
  })

  test('a site whose address is known has a feed and a sitemap', async () => {
    const baseUrl = 'https://example.org/'
    const settingsOf = async (value: object): Promise<object> => {
      const {feed, sitemap} = (await check(value)).value.site
      return {feed, sitemap}
    }
    const feed = {formats: ['atom', 'rss', 'json'], limit: 20, content: 'full', sections: true, terms: []}
    expect(await settingsOf({baseUrl})).toEqual({feed, sitemap: true})
    expect(await settingsOf({baseUrl, feed: {limit: 5}})).toMatchObject({feed: {limit: 5, content: 'full'}})
    expect(await settingsOf({baseUrl, feed: false, sitemap: false})).toEqual({feed: false, sitemap: false})
    expect(await settingsOf({feed: {limit: 5}, sitemap: true})).toEqual({feed: false, sitemap: false})
  })

  test('the base URL ends in a slash, and the command line wins', async () => {
    expect((await check({baseUrl: 'https://example.org/blog'})).value.site.baseUrl).toBe(
      'https://example.org/blog/'
    )
    const loaded = {text: '', value: {baseUrl: 'https://a.org'}, hash: 'h'}
    expect((await checkConfig(loaded, {...overrides, baseUrl: 'https://b.org'})).value.site.baseUrl).toBe(
      'https://b.org/'
    )
  })

  test('names of sections lose their outer slashes, menus gain their children', async () => {
    const schema = {'~standard': {version: 1, vendor: 'test', validate: (value: unknown) => ({value})}}
    const {value} = await check({
      sections: {'/docs/guides/': {schema, pageSize: undefined, defaults: {toc: true}}},
      menus: {main: [{name: 'A', url: '/a/'}]}
    })
    expect(value.site.sections).toEqual({'docs/guides': {defaults: {toc: true}}})
    expect(value.schemas).toEqual({'docs/guides': schema})
    expect(value.site.menus).toEqual({main: [{name: 'A', url: '/a/', children: []}]})
  })

  test("the plugins' own plugins come last", async () => {
    const [a, b, c] = [() => undefined, () => undefined, () => undefined]
    const plugin = definePlugin({name: 'p', version: '1', remarkPlugins: [b], rehypePlugins: [c]})
    const config = defineConfig({plugins: [plugin], markdown: {remarkPlugins: [[a, {}]]}})
    expect((await check(config)).value.markdown).toMatchObject({
      remarkPlugins: [[a, {}], b],
      rehypePlugins: [c]
    })
  })
})

test('an environment is merged over the rest: mappings by key, lists as a whole', async () => {
  const value = {
    title: 'A',
    params: {a: 1, b: {c: 1, d: 1}},
    order: ['title'],
    environments: {
      staging: {params: {b: {c: 2}}, order: ['-date'], taxonomies: {tags: false}},
      production: {title: 'B'}
    }
  }
  const loaded = {text: '', value, hash: 'h'}
  expect((await checkConfig(loaded, {...overrides, environment: 'staging'})).value.site).toMatchObject({
    title: 'A',
    params: {a: 1, b: {c: 2, d: 1}},
    order: ['-date'],
    environment: 'staging',
    taxonomies: {categories: {}, authors: {}}
  })
  expect((await checkConfig(loaded, overrides)).value.site.title).toBe('B')
  expect((await checkConfig(loaded, {...overrides, environment: 'constructor'})).value.site.title).toBe('A')
})

test.each([
  [
    'https://example.org/blog',
    ['github', 'vercel', 'netlify'],
    'Expected a `baseUrl` without a path for `vercel`'
  ],
  ['https://example.org/', ['netlify'], undefined],
  ['https://example.org/blog/', ['github', 'nginx', 'apache'], undefined],
  [undefined, ['netlify'], undefined]
])('%s is told where hosts serve at the root: %s', async (baseUrl, hosting, message) => {
  const loaded = {file: 'galley.config.json', text: '', value: {baseUrl, hosting}, hash: ''}
  const {diagnostics} = await checkConfig(loaded, overrides)
  expect(diagnostics.map(({reason}) => reason.slice(0, message?.length))).toEqual(
    message === undefined ? [] : [message]
  )
})

test.each([
  ['{"title": "A",\n"feed": {"limit": 5}}', ['config/feed-without-base-url']],
  ['{"feed": {"limit": 5}, "baseUrl": "https://example.org/"}', []],
  ['{"feed": false}', []],
  ['{"sections": {"a": {"pageSize": 3}}}', []]
])('rules of a feed that cannot be are told: %s', async (text, codes) => {
  const loaded = {file: 'galley.config.json', text, value: JSON.parse(text), hash: ''}
  const {diagnostics} = await checkConfig(loaded, overrides)
  expect(diagnostics.map(({code}) => code)).toEqual(codes)
  for (const {severity, place} of diagnostics) {
    expect([severity, place]).toEqual(['warning', {line: 2, column: 1, endLine: 2, endColumn: 7}])
  }
  expect((await checkConfig(loaded, {...overrides, baseUrl: 'https://example.org/'})).diagnostics).toEqual([])
})
