import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {urlsCommand} from '#src/cli/urls-command.ts'
import {temporarySite} from '../host/temporary-site.ts'
import {printingTerminal} from './printing-terminal.ts'

const files = {
  'site/content/about.md': '---\ntitle: About\n---\n## Us\n',
  'site/content/hidden.md': '---\ntitle: Hidden\ndraft: true\n---\n'
}

/** Runs the command in a site, and tells what it answered. */
function runIn(
  {root, theme}: {readonly root: string; readonly theme: string},
  asked: {readonly write?: boolean; readonly json?: boolean}
): Promise<readonly [status: number, printed: string]> {
  const {terminal, printed} = printingTerminal()
  return urlsCommand(
    {kind: 'urls', folder: root, write: false, json: false, ...asked},
    {terminal, themeFolder: theme, state: 'test', version: '0'}
  ).then((status) => [status, printed()] as const)
}

test('lists what readers see', async () => {
  const site = temporarySite(files)
  expect(await runIn(site, {})).toEqual([0, '/\n/about/\n'])
  expect(existsSync(join(site.root, 'urls.lock'))).toBe(false)
})

test('as JSON, with headings', async () => {
  const [, printed] = await runIn(temporarySite(files), {json: true})
  expect(JSON.parse(printed)).toEqual([
    {path: '/', ids: []},
    {path: '/about/', ids: ['us']}
  ])
})

test('records them, and tells what is new and what is given up', async () => {
  const site = temporarySite(files)
  const has = (counts: string): string => `urls.lock has ${counts}\n`
  expect(await runIn(site, {write: true})).toEqual([0, has('3 addresses and headings: 3 new, 0 given up')])
  writeFileSync(join(site.root, 'content/about.md'), '---\ntitle: About\n---\n## Them\n')
  expect(await runIn(site, {write: true})).toEqual([0, has('3 addresses and headings: 1 new, 1 given up')])
  expect(readFileSync(join(site.root, 'urls.lock'), 'utf8')).toContain('\n/\n/about/\n/about/#them\n')
})

test('gives nothing up for errors of the site', async () => {
  const site = temporarySite(files)
  await runIn(site, {write: true})
  const before = readFileSync(join(site.root, 'urls.lock'), 'utf8')
  writeFileSync(join(site.root, 'content/about.md'), '---\ntitle: [About\n---\n')
  const [status, printed] = await runIn(site, {write: true})
  expect(status).toBe(1)
  expect(printed).toContain('urls.lock is as it was')
  expect(readFileSync(join(site.root, 'urls.lock'), 'utf8')).toBe(before)
})
