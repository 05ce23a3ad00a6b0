import {symlinkSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {refuseOutput} from '#src/host/refuse-output.ts'
import {temporarySite} from './temporary-site.ts'

test.each([
  ['site/dist', undefined],
  ['site/public-html', undefined],
  ['site/build/dist', undefined],
  ['elsewhere/dist', undefined],
  ['home/www', undefined],
  ['/', 'the root of the file system'],
  ['home', 'your home folder'],
  ['site', 'the folder of the site itself'],
  ['site/', 'the folder of the site itself'],
  ['site/dist/..', 'the folder of the site itself'],
  ['.', 'a folder that contains the site'],
  ['site/content', 'a folder of sources: `content`'],
  ['site/content/a/dist', 'a folder of sources: `content`'],
  ['site/public', 'a folder of sources: `public`'],
  ['site/templates', 'a folder of sources: `templates`'],
  ['site/data/x', 'a folder of sources: `data`'],
  ['site/.git', 'a folder of sources: `.git`'],
  ['site/.galley', 'a folder of sources: `.galley`'],
  ['site/link', 'a folder of sources: `content`'],
  ['site/link/new', 'a folder of sources: `content`'],
  ['site/readme.txt', 'a file: `readme.txt`']
])('%s', (path, found) => {
  const {root} = temporarySite({'site/content/a.md': '', 'site/readme.txt': '', 'home/x': ''})
  symlinkSync('content', join(root, 'link'))
  const output = path === '/' ? '/' : join(dirname(root), path)
  const reason = found === undefined ? undefined : `Expected a folder for the output alone, found ${found}`
  expect(refuseOutput(root, output, join(dirname(root), 'home'))).toBe(reason)
})
