import {join} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {explainCommand} from '#src/cli/explain-command.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {plainOptions} from '../build/check-build.ts'
import {temporarySite} from '../host/temporary-site.ts'
import {printingTerminal} from './printing-terminal.ts'

const themeFolder = join(import.meta.dirname, '../../templates')

test('a page is found by its address, and by its file from the site, from `content/` or from here', async () => {
  const {root, output} = temporarySite({
    'site/content/articles/hello.md': '---\ntitle: Hello\n---\n',
    'site/galley.config.json': '{}'
  })
  const unbuilt = await run(root, '/articles/hello/')
  expect(unbuilt).toEqual({status: 2, printed: expect.stringContaining('run `galley build`')})
  await build(nodeHost({root, output, theme: themeFolder, version: 'test'}), plainOptions)
  for (const subject of ['/articles/hello/', 'content/articles/hello.md', 'articles/hello.md']) {
    expect((await run(root, subject)).printed).toMatch(/^\/articles\/hello\//)
  }
  expect((await run(root, join(root, 'content/articles/hello.md'))).status).toBe(0)
  expect((await run(root, 'galley.config.json')).status).toBe(0)
  expect(await run(root, '/nope/')).toEqual({
    status: 2,
    printed: expect.stringMatching(/^\/nope\/: no address/)
  })
})

async function run(
  folder: string,
  subject: string
): Promise<{readonly status: number; readonly printed: string}> {
  const {terminal, printed} = printingTerminal()
  const outside = {terminal, themeFolder, state: 'test', version: '1.2.3'}
  const status = await explainCommand({kind: 'explain', subject, folder}, outside)
  return {status, printed: printed()}
}
