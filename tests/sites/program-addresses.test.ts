import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {build} from '#src/build-folder.ts'
import {problemsOf} from '../build/check-build.ts'

const project = join(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'galley-addresses-'))
const baseUrl = 'https://example.org/base/'

/** The project's own site, at an address of its own and with all that is for programs. */
beforeAll(async () => {
  for (const part of ['content', 'public']) cpSync(join(project, part), join(root, part), {recursive: true})
  const config = readFileSync(join(project, 'galley.config.ts'), 'utf8')
  const formats = "feed: {formats: ['atom', 'rss', 'json'], terms: ['tags']}"
  const whole = config.replace('search: true,', `search: false, llms: true, ${formats},`)
  expect(whole).not.toBe(config)
  writeFileSync(join(root, 'galley.config.ts'), whole)
  expect(problemsOf(await build({root, baseUrl, strict: true}))).toEqual([])
})
afterAll(() => rmSync(root, {recursive: true}))

test.each([
  ['sitemaps', /^sitemap.*\.xml$/],
  ['feeds', /feed\.(?:xml|json)$|rss\.xml$/],
  ['lists for language models', /^llms.*\.txt$/],
  ['pages as Markdown', /\.md$/]
])('every address of the site in %s is there', (_, pattern) => {
  const files = readdirSync(join(root, 'dist'), {recursive: true, encoding: 'utf8'})
  const texts = files
    .filter((path) => pattern.test(path))
    .map((path) => readFileSync(join(root, 'dist', path), 'utf8'))
  const addresses = new Set(texts.flatMap(addressesIn))
  expect(addresses.size).toBeGreaterThan(0)
  expect([...addresses].filter((address) => !isThere(address))).toEqual([])
})

/** Addresses below that of the site, without what is no part of them where they stand. */
function addressesIn(text: string): ReadonlyArray<string> {
  const found = text.split(baseUrl).slice(1)
  return found.map((rest) => /^[^\s"'<>()[\]`\\]*/.exec(rest)?.[0] ?? '')
}

function isThere(address: string): boolean {
  const path = decodeURIComponent(address.replace(/[?#].*$/, ''))
  return existsSync(join(root, 'dist', path, path === '' || path.endsWith('/') ? 'index.html' : ''))
}
