import {lstatSync, mkdirSync, rmSync, symlinkSync} from 'node:fs'
import {join, resolve} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {refuseOutput} from '#src/host/refuse-output.ts'
import {plainOptions, problemsOf} from '../build/check-build.ts'
import {temporarySite} from '../host/temporary-site.ts'
import {folderTree} from '../incremental/folder-tree.ts'

const theme = resolve(import.meta.dirname, '../../templates')

/** A site in a folder with files beside it, which no build may touch. */
function siteWithNeighbors(files: Readonly<Record<string, string>>) {
  const {root, output, write} = temporarySite({
    'theme/../outside/kept.txt': 'kept',
    'site-sibling/kept.txt': 'kept'
  })
  for (const [path, text] of Object.entries(files)) write(`site/${path}`, text)
  const outer = resolve(root, '..')
  const all = folderTree(() => outer, '')
  const own = (path: string): boolean => /^site\/(?:dist|\.galley)\//.test(path)
  const others = (): ReadonlyArray<string> =>
    all
      .paths()
      .filter((path) => !own(path))
      .map((path) => `${path}: ${new TextDecoder().decode(all.read(path))}`)
  return {
    root,
    output,
    outer,
    others,
    build: (folder = output) => build(nodeHost({root, output: folder, theme}), plainOptions)
  }
}

/** Pieces that paths are made of which have led out of folders somewhere. */
const pieces = [
  '..',
  '.',
  '/',
  '//',
  '\\',
  '%2e',
  '%2E%2e',
  '%2f',
  '%5c',
  '%252e%252e%252f',
  '%c0%ae',
  '\u2024',
  '\u2025',
  '\uff0e\uff0e',
  '\uff0f',
  '\u2215',
  '\u29f5',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\u0000',
  '\u007f',
  '\ud800',
  'C:',
  'file:',
  '~',
  '$HOME',
  '...',
  '. ',
  ' ',
  'con',
  'NUL.md',
  ':$DATA',
  '.git',
  '.galley',
  '.galley-staging',
  'dist',
  'outside',
  'kept.txt',
  'index.html',
  'caf\u00e9',
  'cafe\u0301',
  'a',
  'B',
  ';',
  '?',
  '#',
  '*',
  '|',
  '\n'
] as const

const path = fc.array(fc.constantFrom(...pieces), {minLength: 1, maxLength: 8}).map((parts) => parts.join(''))

/** Texts that a disk can have as a name. */
const fileName = path
  .map((text) => text.replace(/[/\0\p{Surrogate}]/gu, ''))
  .filter((name) => !/^\.{0,2}$/.test(name))

const json = (value: unknown): string => `---json\n${JSON.stringify(value)}\n---\nText.\n`

const hostile = fc.record({
  slug: path,
  url: path,
  alias: path,
  term: path,
  title: path,
  layout: path,
  image: path,
  taxonomyPath: path,
  permalink: path,
  from: path,
  to: path,
  section: fileName,
  article: fileName,
  asset: fileName
})

test('whatever addresses and names say, nothing is written outside of the output folder and the store', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (given) => {
      const {slug, url, alias, term, title, layout, image, section, article, asset} = given
      const site = siteWithNeighbors({
        'content/a/slug.md': json({title, slug}),
        'content/a/url.md': json({title: 'U', url}),
        'content/a/alias.md': json({title: 'A', aliases: [alias]}),
        'content/a/term.md': json({
          title: 'T',
          tags: [term],
          authors: [term],
          categories: [term],
          series: term
        }),
        'content/a/layout.md': json({title: 'L', layout, preview_image: image}),
        [`content/n${section}/${article}.md`]: json({title: 'N'}),
        [`content/b/index.md`]: `${json({title: 'B'})}![x](${JSON.stringify(image)})\n`,
        [`content/b/${asset}`]: 'asset',
        [`public/${asset}`]: 'asset',
        'galley.config.json': JSON.stringify({
          baseUrl: 'https://example.org/',
          taxonomies: {tags: {path: `/t${given.taxonomyPath}`}},
          sections: {a: {permalink: `/p/${given.permalink}/:slug/:title`}},
          redirects: [{from: `/${given.from}`, to: `/${given.to}`}]
        })
      })
      const before = site.others()
      const {diagnostics} = await build(nodeHost({root: site.root, output: site.output, theme}), {
        ...plainOptions,
        keepGoing: true
      })
      expect(site.others()).toEqual(before)
      // What cannot be written is told of by a rule, and never by the disk.
      expect(diagnostics.filter(({code}) => code === 'build/unwritable-file')).toEqual([])
    }),
    {numRuns: 25, seed: 1}
  )
}, 120_000)

const article = {'content/s/a.md': '---\ntitle: A\n---\n'}

describe('through a link', () => {
  test('in the output nothing is written or removed, and that is told of', async () => {
    const site = siteWithNeighbors(article)
    expect(problemsOf(await site.build())).toEqual([])
    rmSync(join(site.output, 's'), {recursive: true})
    symlinkSync('../../outside', join(site.output, 's'))
    const before = site.others()
    const told = problemsOf(await site.build())
    expect(told).toContainEqual(
      expect.stringMatching(/^s\/a\/index\.html error build\/unwritable-file: .*symbolic link/)
    )
    rmSync(join(site.root, 'content'), {recursive: true})
    await site.build()
    expect(site.others()).toEqual(before.filter((line) => !line.startsWith('site/content/')))
  })

  test('in place of a file the link is replaced, not what it leads to', async () => {
    const site = siteWithNeighbors(article)
    mkdirSync(join(site.output, 's/a'), {recursive: true})
    symlinkSync('../../../../outside/kept.txt', join(site.output, 's/a/index.html'))
    const before = site.others()
    expect(problemsOf(await site.build())).toEqual([])
    expect(site.others()).toEqual(before)
    expect(lstatSync(join(site.output, 's/a/index.html')).isSymbolicLink()).toBe(false)
  })

  test('in place of the folder where files wait nothing is written', async () => {
    const site = siteWithNeighbors(article)
    mkdirSync(site.output)
    symlinkSync('../../outside', join(site.output, '.galley-staging'))
    const before = site.others()
    expect(problemsOf(await site.build())).toEqual([])
    expect(site.others()).toEqual(before)
  })

  test.each(['content', 'public', '.git', '..', '../..', '../site'])(
    'that makes the output folder of %s, also by a folder above it, nothing is built',
    (target) => {
      const {root} = siteWithNeighbors({...article, 'public/x.txt': 'x', '.git/config': ''})
      mkdirSync(join(root, '../links'))
      symlinkSync(join(root, target), join(root, '../links/out'))
      symlinkSync(join(root, '../links'), join(root, 'deep'))
      const output = resolve(root, 'deep/out')
      expect(refuseOutput(root, output, '/home/nobody')).toContain('Expected a folder for the output alone')
    }
  )

  test('among the sources nothing outside of the site is read', async () => {
    const site = siteWithNeighbors(article)
    symlinkSync('../../../outside', join(site.root, 'content/s/linked'))
    mkdirSync(join(site.root, 'public'))
    symlinkSync('../../outside/kept.txt', join(site.root, 'public/kept.txt'))
    expect(problemsOf(await site.build()).map((problem) => problem.split(':')[0])).toEqual([
      'content/s/linked error host/symlink-outside',
      'public/kept.txt error host/symlink-outside'
    ])
  })
})
