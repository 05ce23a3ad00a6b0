import type {PageView} from 'galley'
import {h, type JSX} from 'preact'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {sealedStore} from '#src/build/store/sealed-store.ts'
import {openTraceStore} from '#src/build/store/trace-store.ts'
import {readsAt} from '#src/graph/traces.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

/** Queries that run for each page: what they read is read as often as there are pages. */
const perPage: ReadonlySet<string> = new Set([
  ...[
    'cascade',
    'isCascadeWhole',
    'frontMatter',
    'visibility',
    'page',
    'pageEntry',
    'address',
    'output',
    'copyDigest',
    'body',
    'absoluteBody',
    'excerpt',
    'absoluteExcerpt',
    'isSearched',
    'searchedAddress',
    'searchedText',
    'linkedPages',
    'pinnedPages',
    'relatedTraits',
    'pageClaims',
    'standsAlone'
  ],
  ...[
    'checkReferences',
    'checkLinks',
    'hasAnchor',
    'renderedIds',
    'templateName',
    'addressOf',
    'assetAddress'
  ]
])

/** Answers that change with any page, or with any setting. */
const wholeSite: ReadonlySet<string> = new Set([
  ...['config', 'sources', 'assets', 'published', 'publishedPages', 'listedPages'],
  ...[
    'sections',
    'childSections',
    'textSources',
    'termGroups',
    'termsBySlug',
    'sourcesByTerm',
    'neighborsBySource'
  ],
  ...[
    'listingRoutes',
    'searchedSources',
    'routes',
    'routesByPath',
    'pathsByName',
    'pathsByEnds',
    'filesByName',
    'filesByEnds',
    'menus',
    'sitemapAddresses',
    'feedRoutes',
    'relatableSources',
    'relatedBySource',
    'checkPages'
  ]
])

/** A template for articles that shows also what belongs beside them. */
function withRelated(template: LoadedTemplate): LoadedTemplate {
  if (template.name !== 'article') return template
  const shown = ({page, view}: PageView): JSX.Element =>
    h('main', {}, template.render({page, view} as never), ...view.related(page).map(({title}) => title))
  return {...template, render: shown}
}

test('no query of one page reads an answer of the whole site without a projection between them', async () => {
  const host = memoryHost(
    {
      'content/_index.md': '---\ntitle: Home\n---\n',
      'content/s/a.md':
        '---\ntitle: A\ndate: 2024-05-01\ntags: [x]\npreview_image: p.png\n---\n[b](b.md) [no](no.md)\n',
      'content/s/b.md': '---\ntitle: B\ntags: [x]\naliases: [/b/]\n---\n[a](/s/a/#gone) [x](/tags/x/)\n',
      'content/s/p.png': 'png',
      'content/tags/x/_index.md': '---\ntitle: X\n---\n'
    },
    {
      templates: plainTemplates.map(withRelated),
      config: {baseUrl: 'https://example.org/', search: true},
      packages: {pagefind: '1.6.0'}
    }
  )
  await build(host, {...plainOptions, keepGoing: true})
  const traces = openTraceStore(sealedStore(host.store, host.version, () => undefined)).read()
  const names = Array.from(traces.keys.queryIds, (id) => traces.keys.queries[id] ?? '')
  const wide = names.flatMap((name, position) =>
    perPage.has(name)
      ? Array.from(readsAt(traces.keys, position)).flatMap((read) =>
          wholeSite.has(names[read] ?? '') ? [`${name} reads ${names[read]}`] : []
        )
      : []
  )
  expect(new Set(wide)).toEqual(new Set())
  expect([...perPage].filter((name) => !names.includes(name))).toEqual(['excerpt', 'absoluteExcerpt'])
})
