import {mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {startPreview} from '#src/dev-server/start-preview.ts'
import {type TemporarySite, temporarySite} from '../host/temporary-site.ts'
import {rawRequest, requestText, statusOf} from './raw-request.ts'

const files = {
  'site/dist/index.html': '<h1>Home</h1>',
  'site/dist/a/index.html': '<h1>A</h1>',
  'site/dist/about.html': '<h1>About</h1>',
  'site/dist/404.html': '<h1>None</h1>',
  'site/dist/_redirects': '/old/* /a/ 302\n/a/moved /a/ 301\n/about /a/\n/index.html /a/ 301!\n',
  'site/dist/f.txt': '0123456789',
  'site/dist/.env': 'SECRET',
  'site/dist/.well-known/x.txt': 'known',
  'site/secret.txt': 'SECRET'
}

test.each([
  ['/', '200 <h1>Home</h1>'],
  ['/a', '301 /a/'],
  ['/a/', '200 <h1>A</h1>'],
  ['/about', '200 <h1>About</h1>'],
  ['/none', '404 <h1>None</h1>'],
  ['/old/x/y', '302 /a/'],
  ['/a/moved', '301 /a/'],
  ['/index.html', '301 /a/'],
  ['/.env', '404 <h1>None</h1>'],
  ['/.well-known/x.txt', '200 known'],
  ['/../secret.txt', '404 <h1>None</h1>'],
  ['/link/secret.txt', '404 <h1>None</h1>'],
  ['/link.txt', '404 <h1>None</h1>']
])('%s', async (target, expected) => {
  const {ask} = await preview('/')
  expect(described(await ask(requestText(target)))).toBe(expected)
})

test('parts and what a browser has are answered as by a host', async () => {
  const {ask} = await preview('/')
  expect(described(await ask(requestText('/f.txt', {Range: 'bytes=2-4'})))).toBe('206 234')
  const etag = /etag: (.*)\r/.exec(await ask(requestText('/a/')))?.[1] ?? ''
  expect(statusOf(await ask(requestText('/a/', {'If-None-Match': etag})))).toBe(304)
})

test('nothing is added to a page', async () => {
  const {ask} = await preview('/')
  expect(await ask(requestText('/a/'))).not.toContain('galley')
})

test('texts are compressed, as the browser likes', async () => {
  const {ask, site} = await preview('/')
  site.write('site/dist/long.css', 'p {color: red}\n'.repeat(200))
  const brotli = await ask(requestText('/long.css', {'Accept-Encoding': 'gzip, deflate, br'}))
  expect(brotli).toContain('content-encoding: br\r\n')
  expect(brotli).toContain('vary: Accept-Encoding\r\n')
  const etag = /etag: (.*)\r/.exec(brotli)?.[1] ?? ''
  expect(statusOf(await ask(requestText('/long.css', {'If-None-Match': etag})))).toBe(304)
  expect(await ask(requestText('/long.css'))).not.toContain('content-encoding')
})

test('a text that lies there compressed is sent so, but no link', async () => {
  const {ask, site} = await preview('/')
  site.write('site/dist/long.css', 'p {color: red}\n'.repeat(200))
  site.write('site/dist/long.css.br', 'compressed')
  symlinkSync(join(site.root, 'secret.txt'), join(site.output, 'long.css.gz'))
  const accepting = (encoding: string): Promise<string> =>
    ask(requestText('/long.css', {'Accept-Encoding': encoding}))
  expect(await accepting('br')).toMatch(/content-encoding: br\r\n[\s\S]*compressed$/)
  expect(await accepting('gzip')).not.toContain('SECRET')
})

test('the site lies below its base path', async () => {
  const {ask, url} = await preview('/docs/')
  expect(new URL(url).pathname).toBe('/docs/')
  expect(described(await ask(requestText('/docs/a')))).toBe('301 /docs/a/')
  expect(described(await ask(requestText('/a/')))).toBe('404 <h1>None</h1>')
})

test('what is built meanwhile is served', async () => {
  let now = 0
  const {ask, site} = await preview('/', () => now)
  expect(statusOf(await ask(requestText('/new.txt')))).toBe(404)
  site.write('site/dist/new.txt', 'new')
  now += 1000
  expect(described(await ask(requestText('/new.txt')))).toBe('200 new')
})

test('requests of other sites are refused', async () => {
  const {ask} = await preview('/')
  expect(statusOf(await ask(requestText('/a/', {host: 'evil.example'})))).toBe(403)
})

interface Preview {
  readonly url: string
  readonly site: TemporarySite
  readonly ask: (text: string) => Promise<string>
}

async function preview(basePath: string, clock: () => number = () => 0): Promise<Preview> {
  const site = temporarySite(files)
  mkdirSync(join(site.root, 'outside'))
  site.write('site/outside/secret.txt', 'SECRET')
  symlinkSync(join(site.root, 'outside'), join(site.output, 'link'))
  symlinkSync(join(site.root, 'secret.txt'), join(site.output, 'link.txt'))
  const server = await startPreview({
    host: {output: site.host.output, clock},
    basePath,
    address: '127.0.0.1',
    port: 0,
    isStrictPort: true,
    allowedHosts: [],
    onFault(fault) {
      throw fault
    }
  })
  onTestFinished(server.close)
  return {site, url: server.url, ask: (text) => rawRequest(Number(new URL(server.url).port), text)}
}

function described(answer: string): string {
  const body = answer.slice(answer.indexOf('\r\n\r\n') + 4)
  return `${statusOf(answer)} ${/location: (.*)\r/.exec(answer)?.[1] ?? body}`
}
