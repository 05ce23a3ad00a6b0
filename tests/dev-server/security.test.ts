import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {beforeEach, describe, expect, test} from 'vitest'
import {rawRequest, requestText, statusOf} from './raw-request.ts'
import {serveSite} from './temporary-server.ts'

/** In every file that no address may show. */
const secret = 'SECRET-5f2c'

const site = `
-- content/a.md --
---
title: A
---
Text of A.
-- public/app.js --
console.log('app')
-- public/.env --
${secret}
-- .env --
${secret}
-- secret.txt --
${secret}
-- secret.html --
${secret}
-- galley.config.json --
{"markdown": {"math": false}}
`

/** Ask a server that has secrets around it; also outside of the site, in a folder whose name begins as the site's. */
async function openAsked(): Promise<(text: string | Uint8Array) => Promise<string>> {
  const served = await serveSite(site)
  const leak = `${served.site.root}-leak`
  mkdirSync(leak)
  writeFileSync(join(leak, 'secret.txt'), secret)
  symlinkSync(leak, join(served.site.root, 'public/link'))
  symlinkSync(join(leak, 'secret.txt'), join(served.site.root, 'public/link.txt'))
  await served.server.renew()
  return (text) => rawRequest(served.port, text)
}

/** Ask for targets: each has the status, and none shows a secret. */
async function checkTargets(targets: Readonly<Record<string, number>>): Promise<void> {
  const ask = await openAsked()
  const found: Record<string, number> = {}
  for (const target of Object.keys(targets)) {
    const answer = await ask(requestText(target))
    expect(answer).not.toContain(secret)
    found[target] = statusOf(answer)
  }
  expect(found).toEqual(targets)
}

describe('files that are none of the site', () => {
  test('Vite CVE-2025-30208, CVE-2025-31125, CVE-2025-31486, CVE-2026-39364: queries that change what is sent', () =>
    checkTargets({
      '/.env?raw??': 404,
      '/@fs/etc/passwd?raw??': 404,
      '/secret.txt?inline&import': 404,
      '/secret.txt?raw?import': 404,
      '/secret.txt?.svg?.wasm?init': 404,
      '/@fs/x/x/x/vite/?/../../../../../etc/passwd?import&raw': 404
    }))

  test('Vite CVE-2025-32395: a fragment in the request line', () =>
    checkTargets({'/#/../../secret.txt': 400, '/@fs/#/secret.txt': 400, '/a/#': 400}))

  test('Vite CVE-2025-46565, sirv #51: hidden files', () =>
    checkTargets({
      '/.env': 404,
      '/%2eenv': 404,
      '/.env/.': 404,
      '/.env/': 404,
      '/.git/config': 404,
      '/.galley/files': 404
    }))

  test('Vite CVE-2025-58751, 11ty/dev-server #152: a sibling whose name begins alike', () =>
    checkTargets({
      '/../site-leak/secret.txt': 404,
      '/..%2fsite-leak/secret.txt': 404,
      '/%2e%2e%2fsite-leak%2fsecret.txt': 404,
      '/%2e%2e/site-leak/secret.txt': 404,
      '-leak/secret.txt': 400
    }))

  test('Vite CVE-2025-58752: any page beside the site', () =>
    checkTargets({
      '/secret.html': 404,
      '/secret': 404,
      '/../secret.html': 404,
      '/templates/home.tsx': 404,
      '/galley.config.json': 404
    }))

  test('Vite CVE-2025-62522, esbuild GHSA-g7r4-m6w7-qqqr: backslashes', () =>
    checkTargets({'/.env\\': 400, '/..\\secret.txt': 400, '/..%5csecret.txt': 400, '/a/%5C': 400}))

  test('Vite CVE-2026-39365: a way up in the address of a source map', () =>
    checkTargets({'/app.js/../../secret.txt.map': 404, '/..%2f..%2fsecret.txt.map': 404, '/app.js.map': 404}))

  test('sirv: links that lead out of the site', () =>
    checkTargets({'/link/secret.txt': 404, '/link.txt': 404}))

  test('Astro CVE-2025-66202: what is encoded twice is not decoded twice', () =>
    checkTargets({'/%252e%252e%252fsecret.txt': 404, '/%2561/': 404, '/%61/': 200}))

  test('names that Windows takes for others', () =>
    checkTargets({'/app.js::$DATA': 404, '/APP~1.JS': 404, '/app.js.': 404, '/con': 404}))

  test('what no browser sends', () =>
    checkTargets({
      '/%00': 400,
      '/a%00.html': 400,
      '/%': 400,
      '/%zz': 400,
      '/%c0%ae%c0%ae/': 400,
      '/a/%0d%0ax:%20y': 400
    }))

  test('an address of another server is not followed', () =>
    checkTargets({
      'http://127.0.0.1:1/secret.txt': 400,
      '//127.0.0.1/secret.txt': 404,
      '//evil.example/a': 404
    }))
})

describe('requests of other sites', () => {
  let ask: (text: string) => Promise<string>
  beforeEach(async () => {
    ask = await openAsked()
  })

  test.each([
    'evil.example',
    'localhost.evil.example',
    '10.0.0.1',
    '169.254.169.254',
    '127.0.0.1.evil.example'
  ])('Vite GHSA-vg6x-rcgg-rjx6: a name that leads here (%s)', async (host) => {
    expect(statusOf(await ask(requestText('/a/', {host})))).toBe(403)
  })

  test.each([
    'localhost',
    'localhost:4321',
    'LOCALHOST',
    'docs.localhost',
    '127.0.0.1:4321',
    '[::1]:4321',
    'site.example'
  ])('the host is %s', async (host) => {
    expect(statusOf(await ask(requestText('/a/', {host})))).toBe(200)
  })

  test.each(['', 'local host', 'localhost:', 'localhost:x', 'a@localhost', '[::1'])(
    'no host: “%s”',
    async (host) => {
      expect(statusOf(await ask(requestText('/a/', {host})))).toBe(400)
    }
  )

  test('two hosts are none', async () => {
    const text = requestText('/a/').replace('\r\n\r\n', '\r\nHost: evil.example\r\n\r\n')
    expect(statusOf(await ask(text))).toBe(400)
    expect(statusOf(await ask('GET /a/ HTTP/1.0\r\n\r\n'))).toBe(400)
  })

  test('esbuild GHSA-67mh-4wv8-2f99: no answer lets other sites read it', async () => {
    for (const target of ['/a/', '/app.js', '/none', '/@galley/client.js', '/@galley/events']) {
      expect((await ask(requestText(target))).toLowerCase()).not.toContain('access-control')
    }
    expect(statusOf(await ask(requestText('/a/', {Origin: 'https://evil.example'})))).toBe(403)
  })

  test.each([
    'https://evil.example',
    'http://127.0.0.1:4321',
    'http://10.0.0.1',
    'null',
    'http://localhost:3000'
  ])('webpack-dev-server CVE-2018-14732, GHSA-9jgg-88mc-972h: events for the origin %s', async (Origin) => {
    expect(statusOf(await ask(requestText(await eventsTarget(ask), {Origin})))).toBe(403)
  })

  test('webpack-dev-server CVE-2025-30359: a script that another site includes', async () => {
    const headers = {'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script'}
    expect(statusOf(await ask(requestText('/app.js', {...headers, 'Sec-Fetch-Site': 'cross-site'})))).toBe(
      403
    )
    expect(statusOf(await ask(requestText('/app.js', {...headers, 'Sec-Fetch-Site': 'same-site'})))).toBe(403)
    expect(statusOf(await ask(requestText('/app.js', {...headers, 'Sec-Fetch-Site': 'same-origin'})))).toBe(
      200
    )
    const link = {'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Site': 'cross-site'}
    expect(statusOf(await ask(requestText('/a/', link)))).toBe(200)
  })

  test('Vite CVE-2025-24010: events are for who has the token of a page', async () => {
    expect(statusOf(await ask(requestText(await eventsTarget(ask))))).toBe(200)
    expect(statusOf(await ask(requestText('/@galley/events?page=/a/')))).toBe(404)
    expect(statusOf(await ask(requestText('/@galley/events?page=/a/&token=guess')))).toBe(404)
  })

  test('Vite CVE-2026-39363: events have no text of a file', async () => {
    const events = await ask(requestText(await eventsTarget(ask)))
    expect(events).toContain('data: {"hash":')
    expect(events).not.toContain('Text of A')
  })

  test('Astro CVE-2026-25545, CVE-2026-54299: no header becomes part of an answer', async () => {
    const headers = {
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'gopher',
      Forwarded: 'host=evil.example'
    }
    expect(await ask(requestText('/a', headers))).toContain('\r\nlocation: /a/\r\n')
    expect(await ask(requestText('/none', headers))).not.toContain('evil.example')
    expect(statusOf(await ask(requestText('/_image?href=\\\\evil.example/x.png')))).toBe(400)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('%s is refused', async (method) => {
    expect(statusOf(await ask(requestText('/a/', {method})))).toBe(405)
  })

  test('a body is refused', async () => {
    expect(statusOf(await ask(requestText('/a/', {'Content-Length': '1000000000'})))).toBe(413)
    expect(statusOf(await ask(requestText('/a/', {'Transfer-Encoding': 'chunked'})))).toBe(413)
    expect(statusOf(await ask(requestText('/a/', {'Content-Length': '0'})))).toBe(200)
  })

  test('long headers are refused', async () => {
    expect(statusOf(await ask(requestText('/a/', {Cookie: 'x'.repeat(20_000)})))).toBe(431)
  })

  test('every answer says that its type is not to be guessed', async () => {
    for (const target of ['/a/', '/app.js', '/none', '/%', '/@galley/client.js']) {
      expect(await ask(requestText(target))).toContain('x-content-type-options: nosniff')
    }
  })

  test('a HEAD has the headers of a GET and no body', async () => {
    const [head, whole] = [await ask(requestText('/a/', {method: 'HEAD'})), await ask(requestText('/a/'))]
    expect(withoutDate(head)).toBe(withoutDate(whole.slice(0, whole.indexOf('\r\n\r\n') + 4)))
  })

  test('request lines of any kind show no secret, and the server goes on', async () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2f',
      '%5c',
      '/',
      '\\',
      'a',
      '.env',
      'secret.txt',
      '?',
      '#',
      '%00',
      'public',
      '%25'
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, {maxLength: 8}), async (parts) => {
        const answer = await ask(requestText(`/${parts.join('')}`))
        expect(answer).not.toContain(secret)
        expect([200, 301, 400, 404]).toContain(statusOf(answer))
      }),
      {numRuns: 300, seed: 1}
    )
    expect(statusOf(await ask(requestText('/a/')))).toBe(200)
  })
})

/** Address of the events of the page `/a/`, with the token that it has. */
async function eventsTarget(ask: (text: string) => Promise<string>): Promise<string> {
  const token = /data-token="([^"]+)"/.exec(await ask(requestText('/a/')))?.[1] ?? ''
  return `/@galley/events?page=/a/&token=${token}`
}

function withoutDate(headers: string): string {
  return headers.replace(/Date: .*\r\n/, '')
}
