import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type BundledCommand, bundleCommand} from '../incremental/bundled-command.ts'
import {badFiles, badNames, badPlaces} from './bad-files.ts'
import {badFrontMatter, badUrls} from './bad-front-matter.ts'
import {type BadInput, folderOf} from './bad-input.ts'
import {badMarkdown} from './bad-markdown.ts'
import {type BadSite, type BuiltSite, openGoodSite} from './bad-site.ts'

const tables: Readonly<Record<string, ReadonlyArray<BadInput>>> = {
  files: badFiles,
  places: badPlaces,
  names: badNames,
  'front matter': badFrontMatter,
  addresses: badUrls,
  Markdown: badMarkdown
}

const inputs = Object.values(tables).flat()

let command: BundledCommand
let site: BadSite
/** What is around `dist/`, and what is in it, before the first build of bad inputs. */
let before: {readonly surroundings: ReadonlyArray<string>; readonly output: ReadonlyMap<string, string>}
let strict: BuiltSite
let outputAfterErrors: ReadonlyMap<string, string>
let lenient: BuiltSite

beforeAll(async () => {
  command = bundleCommand()
  site = await openGoodSite(command)
  site.write({'content/good.md': '---\ntitle: Good\n---\nBetter.\n'})
  for (const input of inputs) put(input)
  before = {surroundings: site.surroundings(), output: site.output()}
  strict = await site.build([])
  outputAfterErrors = site.output()
  lenient = await site.build(['--keep-going'])
}, 180_000)

afterAll(() => {
  site.close()
  command.close()
})

function put(input: BadInput): void {
  const folder = `content/${folderOf(input)}`
  mkdirSync(join(site.root, folder))
  const {files = {}, make} = input
  site.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text])))
  make?.(join(site.root, folder))
}

test('each has a folder of its own', () => {
  expect(new Set(inputs.map(folderOf)).size).toBe(inputs.length)
})

describe.each(Object.entries(tables))('among %s', (_, table) => {
  test.each(table)('$name', (input) => {
    const {told = [], says = [], built = {}} = input
    const folder = folderOf(input)
    const found = lenient.told.filter(({file}) => file.startsWith(`content/${folder}/`))
    expect(found.map(({line}) => line.slice(`content/${folder}/`.length))).toEqual(told)
    const text = found.map(({text}) => text).join('\n')
    for (const word of says) expect(text).toContain(word)
    for (const [path, words] of Object.entries(built)) {
      const page = site.built(`${folder}/${path}`)
      if (words === false) expect(page).toBeUndefined()
      else expect(page ?? 'no page', path).toContain(words)
    }
  })
})

test('all of them are told of at once, and nothing else is', () => {
  const folders = inputs.map((input) => `content/${folderOf(input)}/`)
  const others = strict.told.filter(({file}) => !folders.some((folder) => file.startsWith(folder)))
  expect(others.map(({line}) => line)).toEqual([])
  // Who wants all that is good gets to know of each file that the disk did not take, too.
  const written = lenient.told.filter(({line}) => !line.endsWith(' error build/unwritable-file'))
  expect(strict.told).toEqual(written)
})

test('errors leave the last output as it was, byte by byte', () => {
  expect(outputAfterErrors).toEqual(before.output)
})

test('`--keep-going` builds all that is good', () => {
  expect(site.built('good/index.html')).toContain('Better.')
})

test('both end by themselves, with status 1 and without a word of a fault', () => {
  for (const {status, stderr} of [strict, lenient]) expect({status, stderr}).toEqual({status: 1, stderr: ''})
})

test('nothing is written beside `dist/` and the store', () => {
  expect(site.surroundings()).toEqual(before.surroundings)
})
