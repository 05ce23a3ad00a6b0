import {afterAll, describe, test} from 'vitest'
import {bundleCommand} from './bundled-command.ts'
import {checkHistory} from './check-history.ts'
import {commandWorld} from './command-world.ts'
import {diskState} from './disk-state.ts'
import {templateText} from './disk-templates.ts'
import {diskWorld} from './disk-world.ts'
import {firstModel} from './first-model.ts'
import {replacing} from './known-site.ts'

const command = bundleCommand()
afterAll(command.close)

const site = diskState(firstModel)
const alpha = 'articles/alpha/index.html'

describe('2: a part of a template that another part imports', () => {
  test.each([
    ['a part of a part', 'hugo#8863', 'partials/badge', ['index.html', 'tags/news/index.html']],
    ['a part', '11ty#2822', 'partials/card', ['index.html', 'authors/ada/index.html']],
    ['a template of one section', 'hugo#11543', 'articles/article', [alpha]],
    [
      'a part in the place of the theme’s',
      '11ty#3950',
      'partials/site-footer',
      ['404.html', alpha, 'index.html']
    ],
    ['a layout', '11ty#1485', 'wide', ['notes/two/index.html']]
  ])('%s (%s)', async (_, __, name, changes) => {
    const path = `templates/${name}.tsx`
    const edits = ['m1', 'm2', 'm1'].map((mark) => ({files: {[path]: templateText(name, mark)}}))
    const back = {files: {[path]: site.files[path] === undefined ? undefined : String(site.files[path])}}
    await checkHistory({openWorld: diskWorld, site, edits: [...edits, back], changes})
  })

  test('a general template of the site, taken away and put back before a special one of the theme’s', async () => {
    const path = 'templates/term.tsx'
    await checkHistory({
      openWorld: diskWorld,
      site,
      edits: [{files: {[path]: undefined}}, {files: {[path]: String(site.files[path])}}],
      changes: ['authors/ada/index.html', 'tags/news/index.html']
    })
  })

  test('a style sheet of the site in the place of the theme’s (zola#731)', async () => {
    const path = 'templates/assets/theme.css'
    await checkHistory({
      openWorld: diskWorld,
      site,
      edits: [{files: {[path]: 'body{}\n'}}, {files: {[path]: 'main{}\n'}}, {files: {[path]: undefined}}],
      changes: ['index.html']
    })
  })
})

describe('2: a part of a style sheet', () => {
  test('of the site, in the place of the theme’s', async () => {
    const path = 'templates/assets/partials/lists.css'
    await checkHistory({
      openWorld: diskWorld,
      site,
      edits: [{files: {[path]: 'ul{}\n'}}, {files: {[path]: 'ol{}\n'}}, {files: {[path]: undefined}}],
      changes: ['index.html']
    })
  })
})

describe('3: settings, plugins and packages that are not in the key', () => {
  test.each([
    [
      'a setting',
      'astro#12761',
      {'galley.config.ts': replacing('"pageSize": 3', '"pageSize": 1')},
      ['articles/page/2/index.html']
    ],
    ['a plugin', 'astro#13028', {'plugins/shout.ts': replacing("'strong'", "'h2'")}, [alpha]],
    ['what a plugin imports', 'benbalter.github.com#1904', {'plugins/mark.ts': replacing('!', '?')}, [alpha]]
  ])('%s (%s)', async (_, __, files, changes) => {
    const back = Object.fromEntries(Object.keys(files).map((path) => [path, String(site.files[path])]))
    await checkHistory({openWorld: diskWorld, site, edits: [{files}, {files: back}], changes})
  })

  test('the schema of a section (OpenSearch-Dashboards#11866)', async () => {
    const schema = replacing('default(mark)', 'default("hard")')
    await checkHistory({
      openWorld: diskWorld,
      site,
      edits: [
        {files: {'galley.config.ts': schema}},
        {files: {'galley.config.ts': String(site.files['galley.config.ts'])}}
      ],
      changes: ['notes/two/index.html']
    })
  })

  test('the version of a package that a plugin imports (rspack#11009)', async () => {
    const packageAt = (version: string): Record<string, string> => ({
      'node_modules/loud/package.json': JSON.stringify({
        name: 'loud',
        version,
        type: 'module',
        main: 'index.js'
      }),
      'node_modules/loud/index.js': `export const mark = ${JSON.stringify(version)}\n`
    })
    const plugin = "export {mark} from 'loud'\n"
    await checkHistory({
      // Node loads a package once for a process.
      openWorld: () => commandWorld(command),
      site: {...site, files: {...site.files, ...packageAt('1.0.0'), 'plugins/mark.ts': plugin}},
      edits: [{files: packageAt('1.0.1')}, {files: packageAt('1.0.0')}],
      changes: [alpha]
    })
  })

  test('the address given on the command line (questdb.io#493)', async () => {
    await checkHistory({
      openWorld: () => commandWorld(command),
      site,
      edits: [{options: {baseUrl: 'https://preview.test/1/'}}, {options: {drafts: true}}, {options: {}}],
      changes: ['index.html', alpha]
    })
  })
})

describe('3: files that only look unchanged', () => {
  test.each([
    ['a source', 'content/articles/alpha.md', replacing('More text', 'Most text'), alpha],
    ['a copied file', 'public/robots.txt', replacing('*', '+'), 'robots.txt'],
    ['a template', 'templates/article.tsx', replacing('a1', 'a2'), alpha],
    ['a part of a part', 'templates/partials/badge.tsx', replacing('b1', 'b2'), 'index.html'],
    ['a setting', 'galley.config.ts', replacing('Field notes', 'Other notes'), '404.html'],
    ['what a plugin imports', 'plugins/mark.ts', replacing('!', '?'), alpha]
  ])('%s of the same size and time (rspack#9413)', async (_, path, change, changed) => {
    const edits = [{files: {[path]: change}, times: 'kept' as const}]
    await checkHistory({openWorld: diskWorld, site, edits, changes: [changed]})
  })
})

describe('4: a file that becomes a folder, and a folder that becomes a file', () => {
  test.each([
    ['of copied files', {'public/files': 'A file\n', 'public/files/list.txt': undefined}],
    ['of an article', {'content/articles/alpha.md': undefined, 'public/articles/alpha': 'A file\n'}]
  ])('%s (11ty#744)', async (_, files) => {
    const back = Object.fromEntries(Object.keys(files).map((path) => [path, site.files[path]?.toString()]))
    await checkHistory({openWorld: diskWorld, site, edits: [{files}, {files: back}, {files}], changes: []})
  })
})

describe('5: pages that name a file by what it was', () => {
  const picture = 'content/articles/delta/picture.svg'

  test('a picture that is renamed is shown and copied by its new name (astro#17704)', async () => {
    const source = 'content/articles/delta/index.md'
    const other = 'content/articles/delta/figure.svg'
    await checkHistory({
      openWorld: diskWorld,
      site,
      edits: [
        {files: {[picture]: undefined, [other]: String(site.files[picture])}},
        {files: {[source]: replacing(/picture\.svg/g, 'figure.svg')}}
      ],
      changes: ['articles/delta/picture.svg', 'articles/delta/figure.svg']
    })
  })

  test('a picture is found where its article has moved to (kestra-io/docs#5599)', async () => {
    await checkHistory({
      openWorld: diskWorld,
      site,
      edits: [{files: {'content/articles/delta/index.md': replacing('---\n', '---\nslug: moved\n')}}],
      changes: [
        'articles/delta/picture.svg',
        'articles/moved/picture.svg',
        'articles/moved/index.html',
        'index.html'
      ]
    })
  })
})
