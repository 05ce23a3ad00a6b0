import {delimiter} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {bundleCommand, type Start} from './bundled-command.ts'
import {differenceOfFiles} from './difference.ts'
import type {Contents} from './disturbances.ts'
import {largeSite} from './large-site.ts'
import {siteFolder} from './site-folder.ts'

const command = bundleCommand()
afterAll(command.close)

/** Enough for the work to be worth dividing. */
const articleCount = 300

interface Circumstances extends Pick<Start, 'environment' | 'node' | 'umask'> {
  /** Name of the folder that holds the site. */
  readonly folder?: string
  /** After `galley build`. */
  readonly options?: ReadonlyArray<string>
}

interface Made {
  readonly output: Contents
  readonly diagnostics: unknown
}

let expected: Made
beforeAll(async () => {
  expected = await make({})
})

test.each<[string, Circumstances]>([
  ['the east', {environment: {TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8'}}],
  ['the west', {environment: {TZ: 'America/Adak', LANG: 'C', LC_ALL: 'C'}}],
  ['Turkish', {environment: {LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr'}}],
  ['a development environment', {environment: {NODE_ENV: 'development', FORCE_COLOR: '1', NO_COLOR: ''}}],
  ['another path', {folder: 'a wholly other påth & more'}],
  ['one thread', {options: ['--jobs', '1']}],
  ['many threads', {options: ['--jobs', '8']}],
  ['a strict umask', {umask: '077'}]
])('the same bytes and diagnostics come of %s', async (_, circumstances) => {
  const {output, diagnostics} = await make(circumstances)
  expect(differenceOfFiles(output, expected.output)).toBe(undefined)
  expect(diagnostics).toEqual(expected.diagnostics)
})

/** Other versions of Node: `npm run nodes` names their programs. */
const nodes = process.env['GALLEY_NODES']?.split(delimiter) ?? []

test.each(nodes)('the same bytes and diagnostics come of %s', async (node) => {
  const {output, diagnostics} = await make({node})
  expect(differenceOfFiles(output, expected.output)).toBe(undefined)
  expect(diagnostics).toEqual(expected.diagnostics)
})

test.each(nodes)(
  '%s goes on with what another version of Node remembered, and leaves it as it is',
  async (node) => {
    const site = siteFolder(command)
    try {
      site.show(largeSite(articleCount))
      await site.build()
      for (const program of [node, process.execPath]) {
        const {status, stdout} = await site.start({node: program, options: ['--json']}).ended
        expect(status).toBe(0)
        expect(JSON.parse(stdout)).toMatchObject({rendered: [], updated: 0, removed: 0})
      }
      expect(differenceOfFiles(site.output(), expected.output)).toBe(undefined)
    } finally {
      site.close()
    }
  }
)

async function make({folder, options = [], ...wanted}: Circumstances): Promise<Made> {
  const site = siteFolder(command, folder)
  try {
    site.show(largeSite(articleCount))
    const {status, stdout, stderr} = await site.start({...wanted, options: ['--json', ...options]}).ended
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    return {output: site.output(), diagnostics: JSON.parse(stdout).diagnostics}
  } finally {
    site.close()
  }
}
