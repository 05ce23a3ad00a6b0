import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {expect, test} from 'vitest'
import {buildTheme} from '#src/host/build-theme.ts'
import {findBuiltTheme} from '#src/host/built-theme.ts'
import type {KeptCode} from '#src/host/kept-code.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {findTemplateFiles} from '#src/host/template-files.ts'
import {settled} from './kept-site.ts'
import {type TemporarySite, temporarySite} from './temporary-site.ts'

const ownTheme = resolve(import.meta.dirname, '../../templates')

/** A site without templates, with Galley's theme and that theme bundled. */
async function siteWithTheme(): Promise<TemporarySite & {readonly built: string}> {
  const site = temporarySite({'site/content/a.md': 'A'})
  cpSync(ownTheme, site.theme, {recursive: true})
  await settled()
  const built = join(site.theme, '../built')
  await buildTheme(site.theme, built)
  return {...site, built}
}

function find({root, theme, built}: TemporarySite & {readonly built: string}): KeptCode | undefined {
  const files = findTemplateFiles({root, theme}).value.map(({absolute}) => absolute)
  return findBuiltTheme({root, theme}, {files}, built)
}

test('has the hashes that bundling on the spot gives', async () => {
  const site = await siteWithTheme()
  const {root, output, theme, built} = site
  const bundled = await (await site.host.findTemplates()).load()
  const {known} = await nodeHost({root, output, theme, builtTheme: built}).findTemplates()
  expect(bundled.diagnostics).toEqual([])
  expect(known?.value).toEqual(
    bundled.value.map(({name, file, hash}) => ({name, file, hash, isBuiltIn: true}))
  )
  expect(find(site)?.folder).toBe(built)
})

test('is used by a site that has assets of its own', async () => {
  const site = await siteWithTheme()
  site.write('site/templates/assets/theme.css', 'p {}')
  expect(find(site)).toBeDefined()
})

test.each<[string, (site: TemporarySite & {readonly built: string}) => void]>([
  ['a template of the site', ({write}) => write('site/templates/article.tsx', 'export default () => null')],
  ['a part of the site', ({write}) => write('site/templates/partials/date.tsx', 'export const Date = 1')],
  ['a folder of the site', ({root}) => mkdirSync(join(root, 'templates/partials'), {recursive: true})],
  ['an edit of the theme', ({write}) => write('theme/partials/date.tsx', 'export const Date = 1')],
  ['a file more in the theme', ({write}) => write('theme/partials/date.ts', 'export const Date = 1')],
  ['a file less in the theme', ({theme}) => rmSync(join(theme, 'term.tsx'))],
  ['a damaged record', ({built}) => writeFileSync(join(built, 'record.json'), '{')],
  ['no record', ({built}) => rmSync(built, {recursive: true})],
  [
    'another version of a package',
    ({built}) =>
      writeFileSync(
        join(built, 'record.json'),
        readFileSync(join(built, 'record.json'), 'utf8').replace(/@\d+/, '@0')
      )
  ]
])('is not used with %s', async (_, change) => {
  const site = await siteWithTheme()
  expect(find(site)).toBeDefined()
  change(site)
  expect(find(site)).toBeUndefined()
})
