import {expect, test} from 'vitest'
import {namedFiles} from '#src/dev-server/changed-files.ts'
import {memoryHost} from '#src/host/memory-host.ts'

test.each([
  ['a file that was written by way of another', ['content/a.md', 'content/sedA1b2C3'], [], ['content/a.md']],
  [
    'a file beside one that was removed',
    ['content/a.md', 'content/b.md'],
    ['content/b.md'],
    ['content/a.md', 'content/b.md']
  ],
  ['a template that was removed', ['templates/page.tsx'], [], ['templates/page.tsx']],
  ['a folder', ['content/c', 'content/4913'], [], ['content/c']]
])('%s', async (_, hinted, had, named) => {
  const {locate} = memoryHost({'content/a.md': 'A', 'content/c/d.md': 'D'})
  expect(await namedFiles(hinted, new Set(had), {locate, knows: () => false})).toEqual(named)
})
