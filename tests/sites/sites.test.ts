import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {build} from '#src/build-folder.ts'
import {problemsOf} from '../build/check-build.ts'
import {brokenLinks} from './broken-links.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
const expectedFolder = join(import.meta.dirname, 'expected')
const theme = join(import.meta.dirname, '../../templates')
const corpora = join(import.meta.dirname, '../../../shared/corpora')
const work = mkdtempSync(join(tmpdir(), 'galley-sites-'))
afterAll(() => rmSync(work, {recursive: true}))

/**
 * A case is a site in `fixtures/`; what it must come to stands in `expected/<case>/`: `dist/` without the theme's assets and their hashes,
 * and `diagnostics.txt`.
 * With UPDATE=1 they are written.
 */
describe('a site', () => {
  test.each(readdirSync(fixtures).sort())('%s comes to what is expected', async (name) => {
    const root = join(work, name)
    cpSync(join(fixtures, name), root, {recursive: true})
    const result = await build({root})
    const ownFiles = Object.entries(filesBelow(join(root, 'dist'))).filter(
      ([path]) => !existsSync(join(theme, path)) && !path.startsWith('built/')
    )
    const actual = new Map(ownFiles.map(([path, text]) => [`dist/${path}`, withoutHashes(text)]))
    actual.set('diagnostics.txt', `${problemsOf(result).join('\n')}\n`)
    const expected = join(expectedFolder, name)
    if (process.env['UPDATE'] === '1') {
      rmSync(expected, {recursive: true, force: true})
      for (const [path, text] of actual) {
        mkdirSync(dirname(join(expected, path)), {recursive: true})
        writeFileSync(join(expected, path), text)
      }
    }
    expect(Object.fromEntries(actual)).toEqual(filesBelow(expected))
  })
})

/** An edit of the theme's styles is no change of pages: names of bundled files without what follows from their content. */
function withoutHashes(text: string): string {
  return text
    .replace(/(built\/[a-z-]+)-[a-z0-9]{10}\./g, '$1-HASH.')
    .replace(/integrity="sha384-[^"]*"/g, 'integrity="sha384-HASH"')
}

describe('every internal link works', () => {
  test("of Galley's own site", async () => {
    const root = join(work, 'own')
    for (const part of ['content', 'public', 'galley.config.ts']) {
      cpSync(join(import.meta.dirname, '../..', part), join(root, part), {recursive: true})
    }
    const result = await build({root, strict: true})
    expect(problemsOf(result)).toEqual([])
    expect(brokenLinks(filesBelow(join(root, 'dist')), '/')).toEqual([])
  })

  test('below a base path', async () => {
    const root = join(work, 'below')
    cpSync(join(fixtures, 'articles'), root, {recursive: true})
    await build({root})
    expect(brokenLinks(filesBelow(join(root, 'dist')), '/notes/')).toEqual([])
  })
})

describe.skipIf(!existsSync(corpora))('real articles (skipped where there are none)', () => {
  test('all become pages, without an error', async () => {
    const root = join(work, 'real')
    cpSync(join(corpora, 'v8-blog'), join(root, 'content/articles'), {recursive: true})
    cpSync(join(corpora, 'seed'), join(root, 'content/articles'), {recursive: true})
    const result = await build({root})
    expect(result).toMatchObject({isWritten: true, documentCount: 203})
    const counted = result.diagnostics.filter(({severity}) => severity !== 'hint')
    const codes = new Set(counted.map(({severity, code}) => `${severity} ${code}`))
    // Some of their containers, languages and ids are those of another generator, and some tags do not match.
    expect([...codes].sort()).toEqual([
      'warning markdown/unclosed-container',
      'warning markdown/unclosed-tag',
      'warning markdown/unknown-language',
      'warning markdown/unopened-tag',
      'warning render/unknown-component',
      'warning routing/broken-reference',
      'warning routing/unknown-heading'
    ])
    const files = filesBelow(join(root, 'dist'))
    const sources = Object.keys(filesBelow(join(root, 'content/articles'))).filter((path) =>
      path.endsWith('.md')
    )
    const pages = sources.map((path) => `articles/${path.replace(/\.md$/, '')}/index.html`)
    expect(pages.filter((path) => files[path] === undefined)).toEqual([])
    const link = 'href="/articles/metric-learning-tips/"'
    for (const term of [
      'categories/main',
      'categories/news',
      'categories/another',
      'tags/tag1',
      'tags/tag3'
    ]) {
      expect(files[`${term}/index.html`]).toContain(link)
    }
  })
})

function filesBelow(folder: string): Record<string, string> {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) =>
    entry.isFile()
  )
  return Object.fromEntries(
    entries.map(({parentPath, name}) => {
      const path = join(parentPath, name)
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')]
    })
  )
}
