import {afterAll, describe, expect, test} from 'vitest'
import {findHeaders, parseHeaders} from '#src/dev-server/headers.ts'
import {buildSite} from '../../build/check-build.ts'
import {checkSite, type SiteCase} from '../../build/check-site.ts'
import type {HostedFiles} from './asked.ts'
import {isInstalled, type OwnServer, startApache, startNginx} from './own-server.ts'
import {sourceRegex} from './vercel.ts'

const site = `
-- content/a.md --
---
title: A
---
-- content/größe.md --
---
title: B
---
-- public/f/x.txt --
x
`
const headers = {
  '/f/*': {'Access-Control-Allow-Origin': '*', 'X-Share': '50% "of" it'},
  '/größe/': {'X-Page': 'b'},
  '/:page/': {'X-Any': 'yes'}
}
const always = {'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin'}

/** Paths below the base path, and all headers that the site sets. */
const asked: ReadonlyArray<readonly [string, object]> = [
  ['/', always],
  ['/a/', {...always, 'x-any': 'yes'}],
  ['/a', always],
  ['/f/x.txt', {...always, 'access-control-allow-origin': '*', 'x-share': '50% "of" it'}],
  ['/f/x.txt?a=b', {...always, 'access-control-allow-origin': '*', 'x-share': '50% "of" it'}],
  ['/gr%C3%B6%C3%9Fe/', {...always, 'x-page': 'b', 'x-any': 'yes'}],
  ['/none/', {...always, 'x-any': 'yes'}],
  ['/none/none', always]
]
const names = new Set([
  'x-content-type-options',
  'referrer-policy',
  'access-control-allow-origin',
  'x-share',
  'x-page',
  'x-any'
])

type Ask = (path: string) => Promise<object> | object

const servers: Array<OwnServer> = []
afterAll(() => {
  for (const {close} of servers) close()
})

async function served(open: Promise<OwnServer>): Promise<Ask> {
  const server = await open
  servers.push(server)
  return async (path) =>
    Object.fromEntries(Object.entries(await server.headers(path)).filter(([name]) => names.has(name)))
}

interface Rule {
  readonly source?: string
  readonly regex?: string
  readonly headers: ReadonlyArray<{readonly key: string; readonly value: string}>
}

function askRules(rules: ReadonlyArray<Rule>): Ask {
  return (asked) => {
    const [path = ''] = asked.split('?')
    const met = rules.filter(({source, regex = ''}) =>
      source === undefined ? new RegExp(regex, 'u').test(decodeURI(path)) : sourceRegex(source).test(path)
    )
    return Object.fromEntries(
      met.flatMap((rule) => rule.headers.map(({key, value}) => [key.toLowerCase(), value]))
    )
  }
}

const hosts: Readonly<Record<string, (files: HostedFiles, basePath: string) => Promise<Ask> | Ask>> = {
  preview: (files) => {
    const rules = parseHeaders(files['_headers'] ?? '')
    return (asked) => findHeaders(rules, decodeURI(asked.split('?')[0] ?? ''))
  },
  vercel: (files) => askRules(JSON.parse(files['vercel.json'] ?? '').headers),
  firebase: (files) => askRules(JSON.parse(files['firebase.json'] ?? '').hosting.headers),
  nginx: (files, basePath) => served(startNginx(below(files, basePath), basePath)),
  apache: (files, basePath) => served(startApache(below(files, basePath)))
}

const programs: Readonly<Record<string, string>> = {nginx: 'nginx', apache: 'apache2'}

for (const basePath of ['/', '/base/']) {
  for (const [name, open] of Object.entries(hosts)) {
    const program = programs[name]
    const isMissing = program !== undefined && !isInstalled(program)
    const title = `${name} below ${basePath}${isMissing ? ` (not asked: \`${program}\` is not installed)` : ''}`
    test.skipIf(isMissing)(`${title} sends the headers of the site`, async () => {
      const {files, problems} = await buildSite(site, {
        config: {
          baseUrl: `https://example.org${basePath}`,
          headers,
          // Another server passes the path on.
          checks: {'config/path-of-host': 'off'},
          hosting: [name === 'preview' ? 'netlify' : name]
        }
      })
      expect(problems).toEqual([])
      const ask = await open(files, basePath)
      for (const [path, expected] of asked) {
        expect([path, await ask(basePath + path.slice(1))]).toEqual([path, expected])
      }
    })
  }
}

for (const [name, start] of Object.entries({nginx: startNginx, apache: startApache})) {
  test.skipIf(!isInstalled(programs[name] ?? ''))(
    `${name} does not have it kept that a file is not there`,
    async () => {
      const kept = {'/:page/': {'X-Any': 'yes', 'Cache-Control': 'max-age=60'}}
      const {files} = await buildSite(site, {config: {headers: kept, hosting: [name]}})
      const server = await start({...files, '.galley-deploy.json': '{}'}, '/')
      servers.push(server)
      expect(await server.headers('/a/')).toMatchObject({'cache-control': 'max-age=60', 'x-any': 'yes'})
      const missing = await server.headers('/none/')
      expect(missing).toMatchObject({'x-any': 'yes'})
      expect(missing).not.toHaveProperty('cache-control')
      expect(await server.ask('/.galley-deploy.json')).toEqual({status: 404})
    }
  )
}

function below(files: HostedFiles, basePath: string): HostedFiles {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [basePath.slice(1) + path, text]))
}

describe('headers', () => {
  const page = '-- content/a.md --\n---\ntitle: A\n---\n'
  test.each<[string, SiteCase]>([
    ['are none where nobody asks for them', {site: page, absent: ['_headers']}],
    [
      'are the harmless ones for a host that is named',
      {
        site: page,
        config: {hosting: ['netlify']},
        has: {
          _headers:
            '/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n'
        }
      }
    ],
    [
      'are none where that is asked',
      {site: page, config: {hosting: ['netlify'], headers: false}, absent: ['_headers']}
    ],
    [
      'of the configuration go before those that every site has',
      {
        site: page,
        config: {headers: {'/x/*': {'referrer-policy': 'no-referrer'}}},
        has: {_headers: '/*\n  X-Content-Type-Options: nosniff\n/x/*\n  referrer-policy: no-referrer\n'},
        lacks: ['strict-origin']
      }
    ],
    [
      'of the author go before all',
      {
        site: `${page}-- public/_headers --\n/a/\n  Referrer-Policy: no-referrer\n`,
        config: {headers: {'/x/*': {'Referrer-Policy': 'origin', 'X-Y': 'z'}}},
        has: {
          _headers:
            '/a/\n  Referrer-Policy: no-referrer\n/*\n  X-Content-Type-Options: nosniff\n/x/*\n  X-Y: z\n'
        },
        lacks: ['Referrer-Policy: origin']
      }
    ],
    [
      'that two rules have for one address are told of',
      {
        site: `${page}-- galley.config.json --\n{"headers": {\n"/x/*": {"X-A": "1"},\n"/:a/b": {"x-a": "2"}}}\n`,
        problems: ['galley.config.json:3:11 warning routing/overlapping-headers']
      }
    ]
  ])('%s', async (_, given) => {
    await checkSite(given)
  })
})
