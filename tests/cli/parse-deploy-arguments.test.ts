import {resolve} from 'node:path'
import {expect, test} from 'vitest'
import {toTarget} from '#src/cli/parse-deploy-arguments.ts'

test.each([
  ['s3://bucket', {to: 's3', bucket: 'bucket'}],
  ['s3://my.bucket/a/b/', {to: 's3', bucket: 'my.bucket', prefix: 'a/b'}],
  ['s3://', undefined],
  ['git', {to: 'git'}],
  ['git:pages/live', {to: 'git', branch: 'pages/live'}],
  ['me@example.org:/var/www', {to: 'rsync', destination: 'me@example.org:/var/www'}],
  ['example.org:site', {to: 'rsync', destination: 'example.org:site'}],
  ['../public', {to: 'folder', path: resolve('../public')}],
  ['a:b', {to: 'folder', path: resolve('a:b')}],
  ['git:-evil', undefined],
  ['-evil:a', undefined],
  ['https://example.org/', undefined],
  ['ftp:', undefined]
])('%s', (text, target) => {
  expect(toTarget(text)).toEqual(target)
})
