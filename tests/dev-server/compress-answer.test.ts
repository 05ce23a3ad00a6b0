import {brotliDecompressSync, gunzipSync} from 'node:zlib'
import {expect, test} from 'vitest'
import type {Answer} from '#src/dev-server/answer-request.ts'
import {compressAnswer} from '#src/dev-server/compress-answer.ts'

const text = 'All work and no play. '.repeat(100)
const page: Answer = {
  status: 200,
  headers: {'content-type': 'text/html; charset=utf-8', etag: '"x"'},
  body: new TextEncoder().encode(text)
}

test.each([
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['gzip, br;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['br;q=0, gzip;q=0', undefined],
  ['deflate', undefined],
  ['', undefined],
  [undefined, undefined]
])('%s', (accepted, expected) => {
  const {headers, body} = compressAnswer(page, accepted, () => undefined)
  expect(headers['content-encoding']).toBe(expected)
  expect(headers['vary']).toBe('Accept-Encoding')
  expect(headers['etag']).toBe(expected === undefined ? '"x"' : 'W/"x"')
  const readers = {br: brotliDecompressSync, gzip: gunzipSync, none: (bytes: Uint8Array) => bytes}
  const read = readers[(expected as 'br' | 'gzip' | undefined) ?? 'none']
  expect(new TextDecoder().decode(read(body))).toBe(text)
})

test.each([
  ['an image', {...page, headers: {'content-type': 'image/png'}}],
  ['a part', {...page, status: 206}],
  ['a short text', {...page, body: page.body.subarray(0, 100)}]
])('%s is sent as it is', (_, answer) => {
  const {headers, body} = compressAnswer(answer, 'br', () => undefined)
  expect(headers['content-encoding']).toBeUndefined()
  expect(body).toBe(answer.body)
})

test('what is compressed already is sent', () => {
  const bytes = new TextEncoder().encode('compressed')
  const {headers, body} = compressAnswer(page, 'gzip, br', (encoding) =>
    encoding === 'br' ? bytes : undefined
  )
  expect([headers['content-encoding'], body]).toEqual(['br', bytes])
})
