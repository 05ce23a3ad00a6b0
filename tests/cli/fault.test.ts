import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {temporarySite} from '../host/temporary-site.ts'
import {type BundledCommand, bundleCommand, type Ended} from '../incremental/bundled-command.ts'

let command: BundledCommand

beforeAll(() => {
  command = bundleCommand()
}, 60_000)

afterAll(() => command.close())

test('a fault of Galley within a build is told of in short, with its trace on demand, and the last output stays', async () => {
  const site = temporarySite({'site/content/a.md': '# A\n\nFirst words.\n'})
  const build = (...options: ReadonlyArray<string>): Promise<Ended> =>
    command.start({argv: ['build', site.root, ...options]}).ended
  const failing = (...options: ReadonlyArray<string>): Promise<Ended> =>
    command.start({
      argv: ['build', site.root, ...options],
      nodeArgv: ['--import', pathToFileURL(join(import.meta.dirname, 'fault.js')).href],
      environment: {GALLEY_FAULT_AT: 'Other words.'}
    }).ended
  expect(await build()).toMatchObject({status: 0})
  const before = filesBelow(site.output)
  site.write('site/content/a.md', '# A\n\nOther words.\n')

  const short = await failing()
  expect(short.status).toBe(70)
  expect(short.stderr).toMatch(
    /^Galley failed while (?:starting|[a-z]+, \d+ of \d+): a fault of Galley, not of your site\n {2}TypeError: page\.words is not a function\n {2}Galley \S+, Node v\S+, \w+ \w+\nPlease report it with the lines above; .*\nRun it again with --debug to see the stack\.\n$/
  )
  expect(filesBelow(site.output)).toEqual(before)

  const long = await failing('--debug')
  expect(long.status).toBe(70)
  expect(long.stderr).toMatch(/\nTypeError: page\.words is not a function\n +at .*fault\.js/)
  expect(filesBelow(site.output)).toEqual(before)

  expect(await build()).toMatchObject({status: 0, stderr: ''})
  expect(filesBelow(site.output)['a/index.html']).toContain('Other words.')
}, 60_000)

function filesBelow(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map(({parentPath, name}) => {
      const file = join(parentPath, name)
      return [file.slice(folder.length + 1), readFileSync(file, 'latin1')]
    })
  )
}
