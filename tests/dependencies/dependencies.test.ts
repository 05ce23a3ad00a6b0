import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {dependencyTable, directDependencies, installedPackages, reasons} from './dependency-table.ts'

const project = join(import.meta.dirname, '../..')
const page = join(project, 'content/reference/dependencies.md')

test('each package is there for a reason, and no reason is without its package', () => {
  expect(Object.keys(reasons)).toEqual(directDependencies())
})

test('the page of the reference has the versions and licenses that are installed', () => {
  const text = readFileSync(page, 'utf8')
  const wanted = text.replace(/^\| package [\s\S]*?\n\n/m, () => `${dependencyTable()}\n\n`)
  if (process.env['UPDATE'] === '1') writeFileSync(page, wanted)
  expect(text).toBe(wanted)
})

test('every license lets a site be built by anybody for any purpose', () => {
  const free = new Set([
    'MIT',
    'ISC',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    '0BSD',
    'Python-2.0',
    'BlueOak-1.0.0',
    'CC0-1.0',
    '(MIT OR CC0-1.0)'
  ])
  // It says so in its `Readme.md` alone.
  const known: Readonly<Record<string, string>> = {format: 'MIT'}
  const others = installedPackages().filter(({name, license}) => !free.has(license || (known[name] ?? '')))
  expect(others.map(({name, license}) => `${name}: ${license}`)).toEqual([])
})

test('no package runs a script when it is installed, but the one that does without', () => {
  const scripted = installedPackages().filter(({hasInstallScript}) => hasInstallScript)
  expect(scripted.map(({name}) => name)).toEqual(['esbuild'])
  const {allowScripts} = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
  expect(allowScripts).toEqual({esbuild: false})
})

test('what comes with Galley is no more than a person can look through', () => {
  expect(new Set(installedPackages().map(({name}) => name)).size).toBeLessThan(260)
})

test.each([
  ['none', {metadata: {vulnerabilities: {total: 0}}}, 0, 'No known vulnerability'],
  [
    'one',
    {
      metadata: {vulnerabilities: {total: 1}},
      vulnerabilities: {a: {name: 'a', severity: 'high', range: '<2'}}
    },
    1,
    'high a <2'
  ],
  ['a registry that does not answer', {message: '405 Method Not Allowed'}, 0, 'NOT CHECKED'],
  ['no answer at all', undefined, 0, 'NOT CHECKED']
])('an audit of %s', (_, answer, status, said) => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-test-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  const file = join(folder, 'answer.json')
  writeFileSync(file, answer === undefined ? '' : JSON.stringify(answer))
  const ended = spawnSync(process.execPath, [join(project, 'scripts/audit.js'), file], {encoding: 'utf8'})
  expect(ended.status).toBe(status)
  expect(ended.stdout + ended.stderr).toContain(said)
})

test('editors find the files of the theme by the address that templates import them from', () => {
  const {resolve} = createRequire(import.meta.url)
  expect(resolve('galley/theme/partials/site-footer.tsx')).toBe(
    join(project, 'templates/partials/site-footer.tsx')
  )
})
