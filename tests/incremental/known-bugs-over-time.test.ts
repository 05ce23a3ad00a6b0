import {describe, expect, test} from 'vitest'
import {checkHistory, type Edit} from './check-history.ts'
import {knownSite, replacing} from './known-site.ts'
import {memoryTemplates} from './memory-templates.ts'

const one = 'content/articles/one.md'
const two = 'content/articles/two.md'
const three = 'content/articles/three.md'
const home = 'index.html'
const oneOut = 'articles/one/index.html'
const twoOut = 'articles/two/index.html'

describe('6: keys that forget the path, or an earlier state', () => {
  const twin = '---\ntitle: Twin\ntilte: Twin\n---\nSee [far](far.md).\n'

  test('articles of one text in two folders resolve their links each for itself (vitepress#5035)', async () => {
    const [, built] = await checkHistory({
      site: knownSite,
      edits: [{files: {'content/notes/twin.md': twin, 'content/articles/twin.md': twin}}],
      changes: ['notes/twin/index.html', 'articles/twin/index.html']
    })
    const files = built?.result.diagnostics.map(({file, code}) => `${file} ${code}`)
    expect(files).toContain('content/articles/twin.md routing/broken-reference')
    expect(files).not.toContain('content/notes/twin.md routing/broken-reference')
  })

  test('what is wrong with an article is told by its new name (vitepress#5035)', async () => {
    const [, built] = await checkHistory({
      site: {...knownSite, files: {...knownSite.files, 'content/notes/twin.md': twin}},
      edits: [{files: {'content/notes/twin.md': undefined, 'content/notes/other.md': twin}}],
      changes: ['notes/other/index.html']
    })
    const ofTexts = built?.result.diagnostics.filter(({file}) => file.startsWith('content/'))
    expect(ofTexts?.map(({file}) => file)).toEqual(['content/notes/other.md'])
  })

  test.each<readonly [string, string, Edit, Edit]>([
    [
      'a text',
      oneOut,
      {files: {[one]: replacing('First', 'Edited')}},
      {files: {[one]: replacing('Edited', 'First')}}
    ],
    ['a template', twoOut, {templates: memoryTemplates({article: 'm'})}, {templates: memoryTemplates({})}],
    [
      'a copied file',
      'robots.txt',
      {files: {'public/robots.txt': '\n'}},
      {files: {'public/robots.txt': 'User-agent: *\n'}}
    ],
    ['a setting', home, {config: {title: 'Other'}}, {config: knownSite.config}]
  ])('%s that comes back is shown again (vitepress#5448)', async (_, path, there, back) => {
    const [first, , last] = await checkHistory({
      site: knownSite,
      edits: [there, back, there],
      changes: [path]
    })
    expect(last?.output).toEqual(first?.output)
  })
})

describe('7: a further build that is another procedure than the first', () => {
  test('a site that grows article by article is the site at once (hugo#3000)', async () => {
    const paths = Object.keys(knownSite.files)
    const [first = '', ...rest] = paths
    const edits = rest.map((path): Edit => ({files: {[path]: String(knownSite.files[path])}}))
    await checkHistory({
      site: {...knownSite, files: {[first]: String(knownSite.files[first])}},
      edits,
      changes: []
    })
  })

  test('a site that shrinks article by article is each smaller site (jekyll#3976)', async () => {
    const edits = Object.keys(knownSite.files).map((path): Edit => ({files: {[path]: undefined}}))
    await checkHistory({site: knownSite, edits: edits.slice(1), changes: []})
  })

  test('what is shown only to some environments follows the environment (11ty#3870)', async () => {
    await checkHistory({
      site: {...knownSite, config: {title: 'Site', environments: {staging: {title: 'Staged'}}}},
      edits: [{options: {environment: 'staging', drafts: true}}, {options: {}}],
      changes: [home, oneOut, '404.html']
    })
  })
})

describe('8: what differs from run to run is no change', () => {
  test('files that are found in another order (roadmap#1404)', async () => {
    const reversed = Object.fromEntries(
      Object.entries(knownSite.files)
        .map(([path, text]) => [path, String(text)])
        .reverse()
    )
    const removed = Object.fromEntries(Object.keys(knownSite.files).map((path) => [path, undefined]))
    await checkHistory({site: knownSite, edits: [{files: removed}, {files: reversed}], changes: []})
  })
})

describe('11: an error, then the fix, then the wrong answer', () => {
  const broken: Edit = {files: {[one]: replacing('title: One', 'title: [One')}}
  const mended: Edit = {files: {[one]: replacing('title: [One', 'title: Uno')}}

  test('the error is told again by every build (gray-matter#121)', async () => {
    const builds = await checkHistory({site: knownSite, edits: [broken, {}, {}], changes: []})
    expect(builds.map(({result}) => result.isWritten)).toEqual([true, false, false, false])
  })

  test('the page is back when its front matter is mended (gray-matter#166)', async () => {
    const builds = await checkHistory({site: knownSite, edits: [broken, {}, mended], changes: []})
    expect(builds.map(({result}) => result.isWritten)).toEqual([true, false, false, true])
  })

  test('what was edited while another article was broken is not forgotten (zola#1187)', async () => {
    const other: Edit = {files: {[two]: replacing('After', 'Behind'), [three]: undefined}}
    const [, , , last] = await checkHistory({site: knownSite, edits: [broken, other, mended], changes: []})
    expect(new TextDecoder().decode(last?.output.get(twoOut))).toContain('Behind')
  })

  test('a template that failed renders every page again (Hugo TestRebuilErrorRecovery)', async () => {
    await checkHistory({
      site: knownSite,
      edits: [
        {templates: memoryTemplates({article: 'throws'})},
        {files: {[two]: replacing('After', 'Behind')}},
        {templates: memoryTemplates({article: 'mended'})}
      ],
      changes: []
    })
  })

  test('a site that was broken from its first build is built when mended (Hugo TestRebuilErrorRecovery)', async () => {
    const files = {...knownSite.files, [one]: '---\ntitle: [One\n---\n'}
    await checkHistory({site: {...knownSite, files}, edits: [mended], changes: [oneOut, home]})
  })

  test('two articles that claimed one address are both there when mended (zola#1187)', async () => {
    await checkHistory({
      site: knownSite,
      edits: [
        {files: {[one]: replacing('title', 'slug: two\ntitle')}},
        {files: {[one]: replacing('slug: two\n', '')}}
      ],
      changes: []
    })
  })
})
