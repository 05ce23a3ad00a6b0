import {Buffer} from 'node:buffer'
import {expect, test} from 'vitest'
import {insertTag} from '#src/dev-server/insert-tag.ts'

test.each([
  ['<head><title>A</title></head><body></head>', '<head><title>A</title>TAG</head><body></head>'],
  ['<HEAD></HEAD ><body>', '<HEAD>TAG</HEAD ><body>'],
  ['<p>Ä</p>', '<p>Ä</p>TAG'],
  ['', 'TAG']
])('%s', (html, expected) => {
  expect(Buffer.from(insertTag(Buffer.from(html), 'TAG')).toString()).toBe(expected)
})

test('bytes that are no UTF-8 stay as they are', () => {
  const bytes = Buffer.from('<head>\xe9</head>\xe9', 'latin1')
  expect(Buffer.from(insertTag(bytes, 'TAG')).toString('latin1')).toBe('<head>\xe9TAG</head>\xe9')
})
