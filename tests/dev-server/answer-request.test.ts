import {describe, expect, test} from 'vitest'
import {type Answer, answerRequest, noAdditions} from '#src/dev-server/answer-request.ts'
import {filesSite} from './files-site.ts'

const site = filesSite({
  'index.html': '<h1>Home</h1>',
  'a/index.html': '<h1>A</h1>',
  'about.html': '<h1>About</h1>',
  'über uns/index.html': '<h1>Wir</h1>',
  'f.txt': '0123456789',
  '404.html': '<h1>Gone</h1>',
  'theme.css': 'p {}'
})

const answers: Readonly<Record<string, string>> = {
  '/': '200 <h1>Home</h1>',
  '/index.html': '200 <h1>Home</h1>',
  '/a/': '200 <h1>A</h1>',
  '/a': '301 /a/',
  '/a?q=1': '301 /a/?q=1',
  '/a/?q=1': '200 <h1>A</h1>',
  '/a/index.html': '200 <h1>A</h1>',
  '/about': '200 <h1>About</h1>',
  '/about.html': '200 <h1>About</h1>',
  '/%C3%BCber%20uns/': '200 <h1>Wir</h1>',
  '/u%CC%88ber%20uns/': '200 <h1>Wir</h1>',
  '/%C3%BCber%20uns': '301 /%C3%BCber%20uns/',
  '/nowhere/': '404 <h1>Gone</h1>',
  '/a/b': '404 <h1>Gone</h1>',
  '/A/': '404 <h1>Gone</h1>',
  '//a': '404 <h1>Gone</h1>',
  '/a%2findex.html': '404 <h1>Gone</h1>',
  '/404.html': '200 <h1>Gone</h1>'
}

describe('addresses', () => {
  test.each(Object.entries(answers))('%s', async (target, expected) => {
    expect(described(await ask(target))).toBe(expected)
  })
})

const basedAnswers: Readonly<Record<string, string>> = {
  '/': '301 /docs/',
  '/docs': '301 /docs/',
  '/docs/': '200 home',
  '/docs/a': '301 /docs/a/',
  '/docs/a/': '200 a',
  '/a/': '404 none'
}

describe('below a base path', () => {
  const based = filesSite({'index.html': 'home', 'a/index.html': 'a', '404.html': 'none'}, '/docs/')
  test.each(Object.entries(basedAnswers))('%s', async (target, expected) => {
    expect(described(await answerRequest(based, {target, headers: {}}, noAdditions))).toBe(expected)
  })
})

describe('rules for hosts', () => {
  const ruled = filesSite({
    'index.html': 'home',
    'app.html': 'app',
    'gone.html': 'gone',
    'a/index.html': 'a',
    '404.html': 'none',
    _redirects: [
      '/old /a/',
      '/kept /a/?from=kept#end',
      '/marked /a/#end',
      '/a/ /app.html 200',
      '/app/* /app.html 200',
      '/gone/* /gone.html 404',
      '/lost /nowhere.html 200'
    ].join('\n'),
    _headers: '/*\n  X-Frame-Options: DENY\n/a/*\n  Content-Type: text/plain\n'
  })

  test.each([
    ['/old', '301 /a/'],
    ['/old?x=1', '301 /a/?x=1'],
    ['/kept?x=1', '301 /a/?from=kept#end'],
    ['/marked?x=1', '301 /a/?x=1#end'],
    ['/a/', '200 a'],
    ['/app/x/y', '200 app'],
    ['/gone/x', '404 gone'],
    ['/lost', '404 none'],
    ['/_redirects', '404 none'],
    ['/_headers', '404 none']
  ])('%s', async (target, expected) => {
    expect(described(await answerRequest(ruled, {target, headers: {}}, noAdditions))).toBe(expected)
  })

  test('headers are those of the address, also of one that leads on or nowhere', async () => {
    const headersAt = async (target: string) =>
      (await answerRequest(ruled, {target, headers: {}}, noAdditions)).headers
    expect(await headersAt('/a/')).toMatchObject({'x-frame-options': 'DENY', 'content-type': 'text/plain'})
    expect(await headersAt('/old')).toMatchObject({'x-frame-options': 'DENY', location: '/a/'})
    expect(await headersAt('/none')).toMatchObject({'x-frame-options': 'DENY'})
  })
})

const ranges: Readonly<Record<string, string>> = {
  'bytes=0-3': '206 0123',
  'bytes=8-': '206 89',
  'bytes=-2': '206 89',
  'bytes=5-99': '206 56789',
  'bytes=-99': '206 0123456789',
  'bytes=10-': '416 ',
  'bytes=-0': '416 ',
  'bytes=3-1': '200 0123456789',
  'bytes=0-1,4-5': '200 0123456789',
  'lines=1-2': '200 0123456789',
  'bytes=-': '200 0123456789'
}

describe('ranges', () => {
  test.each(Object.entries(ranges))('%s', async (range, expected) => {
    expect(described(await ask('/f.txt', {range}))).toBe(expected)
  })

  test('a part says where it is', async () => {
    expect((await ask('/f.txt', {range: 'bytes=2-4'})).headers['content-range']).toBe('bytes 2-4/10')
    expect((await ask('/f.txt', {range: 'bytes=10-'})).headers['content-range']).toBe('bytes */10')
  })

  test('a part of another state of the file is not sent', async () => {
    const etag = (await ask('/f.txt')).headers['etag']
    expect((await ask('/f.txt', {range: 'bytes=0-1', 'if-range': etag})).status).toBe(206)
    expect((await ask('/f.txt', {range: 'bytes=0-1', 'if-range': '"other"'})).status).toBe(200)
  })
})

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/theme.css', 'text/css; charset=utf-8'],
  ['/f.txt', 'text/plain; charset=utf-8']
])('%s is %s', async (target, type) => {
  expect((await ask(target)).headers['content-type']).toBe(type)
})

test('what a browser has is not sent again', async () => {
  const etag = (await ask('/a/')).headers['etag']
  expect((await ask('/a/', {'if-none-match': `"x", W/${etag}`})).status).toBe(304)
  expect((await ask('/a/', {'if-none-match': '"x"'})).status).toBe(200)
})

test('a page that cannot be made is an error', async () => {
  const broken = {...filesSite({}), has: () => true, read: async () => undefined}
  const answer = await answerRequest(broken, {target: '/a/', headers: {}}, noAdditions)
  expect(answer.status).toBe(500)
})

test('a site without a page for it has an answer to an unknown address', async () => {
  const answer = await answerRequest(filesSite({}), {target: '/a/', headers: {}}, noAdditions)
  expect(described(answer)).toMatch(/^404 .*There is no such page/s)
})

function ask(target: string, headers: Readonly<Record<string, string | undefined>> = {}): Promise<Answer> {
  return answerRequest(site, {target, headers}, noAdditions)
}

function described({status, headers, body}: Answer): string {
  return `${status} ${headers['location'] ?? new TextDecoder().decode(body)}`
}
