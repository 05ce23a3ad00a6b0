import fs, {mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import type {Host} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {temporarySite} from './temporary-site.ts'

/** Stage files whose content is their path, and publish them; returns the problems by path. */
function put(host: Host, paths: ReadonlyArray<string>): Readonly<Record<string, string>> {
  for (const path of paths) host.output.stage(path as OutputPath, path)
  const problems = [...host.output.publish()].flatMap(({path, stamp, problem}) => {
    if (stamp !== undefined) expect(host.output.stamp(path)).toEqual(stamp)
    return problem === undefined ? [] : [[path, problem instanceof Error ? problem.message : '']]
  })
  host.output.discardStaged()
  return Object.fromEntries(problems)
}

/** Put `replacement` in the place of a function of the file system until the test is over. */
function replaceRename(replacement: (rename: typeof fs.renameSync) => typeof fs.renameSync): void {
  const {renameSync} = fs
  set(replacement(renameSync))
  onTestFinished(() => set(renameSync))

  function set(rename: typeof fs.renameSync): void {
    fs.renameSync = rename
    syncBuiltinESMExports()
  }
}

const pages = ['a/index.html', 'a/x/index.html', 'a/y/z/index.html', 'b/index.html', 'index.html']

test('an empty output folder is filled with one rename for each of its entries', () => {
  const {host, output} = temporarySite({})
  const renamed: Array<unknown> = []
  replaceRename((rename) => (from, to) => {
    renamed.push(to)
    rename(from, to)
  })
  expect(put(host, pages)).toEqual({})
  expect(renamed).toEqual(['a', 'b', 'index.html'].map((name) => join(output, name)))
  expect(host.output.list()).toEqual(pages)
})

test('what is there stays, and is gone around', () => {
  const {host, output} = temporarySite({'site/dist/a/y/kept.txt': 'kept', 'site/dist/b/index.html': 'old'})
  expect(put(host, pages)).toEqual({})
  expect(host.output.list()).toEqual([...pages.slice(0, 2), 'a/y/kept.txt', ...pages.slice(2)])
  expect(readFileSync(join(output, 'b/index.html'), 'utf8')).toBe('b/index.html')
})

test('each file that cannot have its place is a problem, and the others are published', () => {
  const {host, output, root} = temporarySite({
    'site/dist/a': 'a file',
    'site/dist/b/index.html/x': 'in a folder'
  })
  mkdirSync(join(root, 'elsewhere'))
  symlinkSync('../elsewhere', join(output, 'linked'))
  const long = `${'x'.repeat(300)}.html`
  const problems = put(host, [...pages, 'linked/x/index.html', long, 'c/index.html', `c/${long}`])
  expect(Object.keys(problems).sort()).toEqual(
    [
      'a/index.html',
      'a/x/index.html',
      'a/y/z/index.html',
      'b/index.html',
      `c/${long}`,
      'linked/x/index.html',
      long
    ].sort()
  )
  expect(problems['linked/x/index.html']).toContain('found a symbolic link')
  expect(readdirSync(output).sort()).toEqual(['a', 'b', 'c', 'index.html', 'linked'])
  expect(readdirSync(join(root, 'elsewhere'))).toEqual([])
  expect(readFileSync(join(output, 'a'), 'utf8')).toBe('a file')
})

test('where folders cannot be renamed, files are', () => {
  const {host} = temporarySite({})
  replaceRename((rename) => (from, to) => {
    if (fs.statSync(from).isDirectory()) throw new Error('EXDEV: cross-device link not permitted')
    rename(from, to)
  })
  expect(put(host, pages)).toEqual({})
  expect(host.output.list()).toEqual(pages)
})

test('names that a disk takes for one are staged apart', () => {
  const {host, output} = temporarySite({})
  host.output.stage('a/x.html' as OutputPath, 'first')
  // As if `A` were a folder that is there already.
  mkdirSync(join(output, '.galley-staging/tree/A'))
  expect(put(host, ['A/y.html'])).toEqual({})
  expect(host.output.list()).toEqual(['A/y.html', 'a/x.html'])
})

test('a file and a folder of one name: the first is published', () => {
  const {host} = temporarySite({})
  expect(Object.keys(put(host, ['a', 'a/b']))).toEqual(['a/b'])
  expect(host.output.list()).toEqual(['a'])
})

test('whether a folder is there', () => {
  const {host, output} = temporarySite({})
  expect(host.output.hasFolder('')).toBe(false)
  mkdirSync(join(output, 'a'), {recursive: true})
  writeFileSync(join(output, 'b'), '')
  expect(['', 'a', 'c', 'b/c'].map(host.output.hasFolder)).toEqual([true, true, false, false])
})
