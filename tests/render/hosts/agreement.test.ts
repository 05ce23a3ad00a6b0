import {afterAll, describe, expect, test} from 'vitest'
import {answerRequest, noAdditions} from '#src/dev-server/answer-request.ts'
import {buildSite} from '../../build/check-build.ts'
import {filesSite} from '../../dev-server/files-site.ts'
import type {AskHost, HostAnswer, HostedFiles} from './asked.ts'
import {askCloudflare} from './cloudflare.ts'
import {askFirebase} from './firebase.ts'
import {askNetlify} from './netlify.ts'
import {isInstalled, type OwnServer, startApache, startNginx} from './own-server.ts'
import {askVercel} from './vercel.ts'

const site = `
-- content/new.md --
---
title: New
aliases: [/was/here/, /ähnlich/]
---
-- content/straße.md --
---
title: Street
---
-- content/guide/a.md --
---
title: A
---
`
const redirects = [
  {from: '/old/', to: '/new/'},
  {from: '/for-now', to: '/new', status: 302},
  {from: '/über/', to: '/straße/'},
  {from: '/with%20blank/', to: '/new/'},
  {from: '/v1.2/', to: '/new/'},
  {from: '/chain/', to: '/for-now/'},
  {from: '/q/', to: '/new/?from=q#part'},
  {from: '/part/', to: '/new/#part'},
  {from: '/blog/:year/:slug', to: '/articles/:slug/?year=:year', status: 308},
  {from: '/docs/*', to: '/guide/:splat'},
  {from: '/far/:x/*', to: 'https://far.example/:x/:splat', status: 307},
  {from: '/app/*', to: '/new/', status: 200},
  {from: '/app2/', to: '/new/', status: 200}
]

/** Paths below the base path, and `STATUS LOCATION` with it left out, or `STATUS FILE`. */
const asked: ReadonlyArray<readonly [string, string]> = [
  ['/new/', '200 new/index.html'],
  ['/nothing/', '404'],
  ['/old', '301 /new/'],
  ['/old/', '301 /new/'],
  ['/old/?a=1&b=%20', '301 /new/?a=1&b=%20'],
  ['/old/more', '404'],
  ['/older', '404'],
  ['/OLD/', '404'],
  ['/was/here', '301 /new/'],
  ['/%C3%A4hnlich/', '301 /new/'],
  ['/for-now/', '302 /new/'],
  ['/chain/', '302 /new/'],
  ['/%C3%BCber/', '301 /stra%C3%9Fe/'],
  ['/%C3%BCber?x=%C3%A4', '301 /stra%C3%9Fe/?x=%C3%A4'],
  ['/with%20blank/', '301 /new/'],
  ['/v1.2', '301 /new/'],
  ['/v1x2/', '404'],
  ['/q/', '301 /new/?from=q#part'],
  ['/part/', '301 /new/#part'],
  ['/part/?a=1', '301 /new/?a=1#part'],
  ['/blog/2020/x', '308 /articles/x/?year=2020'],
  ['/blog/2020/x/', '308 /articles/x/?year=2020'],
  ['/blog/2020/a%20%C3%BC/', '308 /articles/a%20%C3%BC/?year=2020'],
  ['/blog/2020/', '404'],
  ['/blog/2020/x/y', '404'],
  ['/docs', '301 /guide/'],
  ['/docs/', '301 /guide/'],
  ['/docs/a', '301 /guide/a'],
  ['/docs/a/', '301 /guide/a/'],
  ['/docs/a/%C3%BC%20b/?x=y', '301 /guide/a/%C3%BC%20b/?x=y'],
  ['/docsa', '404'],
  ['/far/p', '307 https://far.example/p/'],
  ['/far/p/q/r', '307 https://far.example/p/q/r'],
  ['/far/', '404'],
  ['/app', '200 new/index.html'],
  ['/app/x/y', '200 new/index.html'],
  ['/app2/', '200 new/index.html']
]

const servers: Array<OwnServer> = []
afterAll(() => {
  for (const {close} of servers) close()
})

async function served(open: Promise<OwnServer>): Promise<AskHost> {
  const server = await open
  servers.push(server)
  return server.ask
}

/** What each host has of a site, and how it answers. */
const hosts: Readonly<Record<string, (files: HostedFiles, basePath: string) => Promise<AskHost> | AskHost>> =
  {
    netlify: askNetlify,
    cloudflare: askCloudflare,
    vercel: askVercel,
    firebase: askFirebase,
    nginx: (files, basePath) => served(startNginx(files, basePath)),
    apache: (files) => served(startApache(files)),
    preview: (files, basePath) => askGalley(files, basePath)
  }

const programs: Readonly<Record<string, string>> = {nginx: 'nginx', apache: 'apache2'}

for (const basePath of ['/', '/base/']) {
  for (const [name, open] of Object.entries(hosts)) {
    const program = programs[name]
    const isMissing = program !== undefined && !isInstalled(program)
    const title = isMissing
      ? `${name} below ${basePath} (not asked: \`${program}\` is not installed)`
      : `${name} below ${basePath}`
    describe.skipIf(isMissing)(title, () => {
      test('answers as the table of the site says', async () => {
        const files = await siteFor(name, basePath)
        const ask = await open(files, basePath)
        const answers: Array<readonly [string, string]> = []
        for (const [path] of asked) {
          const answer = await ask(basePath + path.slice(1))
          answers.push([path, answerText(answer, basePath)])
        }
        expect(answers).toEqual(asked.map(([path, expected]) => [path, expectedOf(name, expected)]))
      })
    })
  }
}

test('a path with line breaks adds no header', async () => {
  const programsThere = Object.entries({nginx: startNginx, apache: startApache}).filter(([name]) =>
    isInstalled(programs[name] ?? '')
  )
  for (const [name, start] of programsThere) {
    const server = await start(await siteFor(name, '/'), '/')
    servers.push(server)
    const headers = await server.headers('/docs/a%0d%0aX-Mine:%20yes')
    expect(headers).not.toHaveProperty('x-mine')
    expect(headers['location'] ?? '').not.toContain('\n')
  }
})

test('what is asked for leads to no other site', async () => {
  const programsThere = Object.entries({nginx: startNginx, apache: startApache}).filter(([name]) =>
    isInstalled(programs[name] ?? '')
  )
  const rules = [
    {from: '/out/*', to: '/:splat'},
    {from: '/one/:name/', to: '/:name'}
  ]
  for (const [name, start] of programsThere) {
    const server = await start(await siteFor(name, '/', rules), '/')
    servers.push(server)
    expect(await server.ask('/out/x/')).toMatchObject({status: 301})
    for (const path of [
      '/out//evil.example',
      '/out/\\evil.example',
      '/out///evil.example',
      '/one/\\evil.example'
    ]) {
      const {location} = await server.ask(path)
      const {hostname, pathname} = new URL(location ?? '/', 'http://127.0.0.1/')
      expect([name, path, hostname]).toEqual([name, path, '127.0.0.1'])
      expect(pathname).toMatch(/^\/(?!\/)/)
    }
  }
})

/** Files of a site that is built for a host, as they lie below the root of its server. */
async function siteFor(
  name: string,
  basePath: string,
  rules: ReadonlyArray<object> = redirects
): Promise<HostedFiles> {
  const hosting = name === 'preview' ? ['netlify'] : [name]
  const {files, problems} = await buildSite(site, {
    config: {
      baseUrl: `https://example.org${basePath}`,
      redirects: rules,
      // Another server passes the path on.
      checks: {'config/path-of-host': 'off'},
      hosting,
      feed: false,
      sitemap: false,
      robots: false
    }
  })
  expect(problems).toEqual([])
  const forHost = new Set(['_redirects', '_headers', 'vercel.json', 'firebase.json'])
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      name !== 'nginx' && forHost.has(path) ? path : basePath.slice(1) + path,
      text
    ])
  )
}

function answerText({status, location, file}: HostAnswer, basePath: string): string {
  if (location !== undefined) {
    const {href, origin, pathname, search, hash} = new URL(location, 'http://127.0.0.1/')
    const isHere = /^http:\/\/127\.0\.0\.1/.test(origin)
    const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length - 1) : `outside ${pathname}`
    return `${status} ${isHere ? path + search + hash : href}`
  }
  return status === 200 && file !== undefined ? `200 ${file.slice(basePath.length - 1)}` : String(status)
}

/** Servers do not tell which file they have sent; Firebase knows one status for good, and one for now. */
function expectedOf(name: string, expected: string): string {
  if (name === 'firebase') return expected.replace(/^308/, '301').replace(/^307/, '302')
  return name in programs || name === 'preview' ? expected.replace(/^200 .*/, '200') : expected
}

function askGalley(files: HostedFiles, basePath: string): AskHost {
  const below = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path.startsWith(basePath.slice(1)) ? path.slice(basePath.length - 1) : path,
      text
    ])
  )
  const served = filesSite(below, basePath)
  return async (target) => {
    const {status, headers} = await answerRequest(served, {target, headers: {}}, noAdditions)
    const {location} = headers
    return location === undefined ? {status} : {status, location}
  }
}
