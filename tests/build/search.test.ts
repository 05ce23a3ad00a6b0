import {beforeEach, describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {verifyBuild} from '#src/build/verify-build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {SearchedPage, SearchFile} from '#src/model/search.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const config = {baseUrl: 'https://example.org/blog/', search: true}

/** What each run of the indexer was given. */
let runs: Array<ReadonlyArray<SearchedPage>>

beforeEach(() => {
  runs = []
})

async function indexSearch(pages: Iterable<SearchedPage>): Promise<ReadonlyArray<SearchFile>> {
  const given = [...pages]
  runs.push(given)
  return [
    {path: 'pagefind.js', bytes: new TextEncoder().encode('script')},
    {path: 'index/a.pf_index', bytes: new TextEncoder().encode(JSON.stringify(given))}
  ]
}

function siteOf(files: Readonly<Record<string, string>>, options: object = {}): MemoryHost {
  return memoryHost(files, {
    templates: plainTemplates,
    config,
    packages: {pagefind: '1.6.0'},
    indexSearch,
    ...options
  })
}

function indexIn({outputs}: MemoryHost): ReadonlyArray<string> {
  return [...outputs.keys()].filter((path) => path.startsWith('pagefind/'))
}

function addressesOf(pages: ReadonlyArray<SearchedPage> | undefined): ReadonlyArray<string> {
  return (pages ?? []).map(({url}) => url)
}

const twoArticles = {
  'content/s/a.md': '---\ntitle: A\n---\nFirst\n',
  'content/s/b.md': '---\ntitle: B\n---\nSecond\n'
}

describe('what the search finds', () => {
  test('is pages that are published and listed, unless they say otherwise', async () => {
    const host = siteOf({
      'content/_index.md': '---\ntitle: Home\n---\nWelcome\n',
      'content/about us.md': '---\ntitle: About\n---\n',
      'content/s/draft.md': '---\ntitle: Draft\ndraft: true\n---\n',
      'content/s/hidden.md': '---\ntitle: Hidden\nsearch: false\n---\n',
      'content/s/plain.md': '---\ntitle: Plain\n---\n',
      'content/s/unlisted.md': '---\ntitle: Unlisted\nunlisted: true\n---\n',
      'content/s/wanted.md': '---\ntitle: Wanted\nunlisted: true\nsearch: true\n---\n',
      'content/t/_index.md': '---\ntitle: T\ncascade:\n  search: false\n---\n',
      'content/t/below.md': '---\ntitle: Below\n---\n'
    })
    expect(problemsOf(await build(host, plainOptions))).toEqual([])
    expect(addressesOf(runs[0])).toEqual(['/blog/about-us/', '/blog/s/plain/', '/blog/s/wanted/'])
  })

  test('is title, description, body and terms, and not what the template puts around them', async () => {
    const host = siteOf({
      'content/s/_index.md': '---\ntitle: The section\n---\n',
      'content/s/a.md':
        '---\ntitle: A, "b" & c\ndescription: Short\ntags: ["x, y"]\ncategories: [K]\n---\n## Part\n\nText with [a link](b.md).\n\n<div data-pagefind-ignore>Not this</div>\n',
      'content/s/b.md': '# From the text\n'
    })
    await build(host, plainOptions)
    const [[a, b] = []] = runs
    expect(a?.html).toContain('<html lang="en">')
    expect(a?.html).toContain('data-pagefind-meta="title[data-value]" data-value="A, &quot;b&quot; &amp; c"')
    expect(a?.html).toContain('data-pagefind-meta="section[data-value]" data-value="The section"')
    expect(a?.html).toContain('data-pagefind-filter="categories[data-value]" data-value="K"')
    expect(a?.html).toContain('data-pagefind-filter="tags[data-value]" data-value="x, y"')
    expect(a?.html).toContain('</h1><p>Short</p>')
    expect(a?.html).toContain('<a href="/blog/s/b/">a link</a>')
    expect(a?.html).toContain('<div data-pagefind-ignore="">Not this</div>')
    expect(a?.html).not.toContain('rel="tags"')
    expect(b?.html.match(/From the text<\/h1>|From the text<\/a><\/h1>/g)).toHaveLength(1)
  })
})

test('a part of a page can be left out where HTML is sanitized too', async () => {
  const host = siteOf(
    {'content/s/a.md': '# A\n\n<p data-pagefind-ignore data-other>Not this</p>\n'},
    {config: {...config, markdown: {html: 'sanitize'}}}
  )
  await build(host, plainOptions)
  expect(runs[0]?.[0]?.html).toContain('<p data-pagefind-ignore="">Not this</p>')
})

describe('the index', () => {
  test('is among the files of the site, and is removed with the setting', async () => {
    const host = siteOf(twoArticles)
    await build(host, plainOptions)
    expect(indexIn(host)).toEqual(['pagefind/index/a.pf_index', 'pagefind/pagefind.js'])
    const without = {...host, loadConfig: memoryHost({}, {config: {...config, search: false}}).loadConfig}
    await build(without, plainOptions)
    expect(indexIn(host)).toEqual([])
    expect(runs).toHaveLength(1)
  })

  test('is made again only when a text or its address is another', async () => {
    const host = siteOf(twoArticles)
    const runsAfter = async (): Promise<number> => {
      await build(host, plainOptions)
      return runs.length
    }
    expect(await runsAfter()).toBe(1)
    expect(await runsAfter()).toBe(1)
    // Pages are rendered again, and show what the search does not find.
    host.files.set('content/s/a.md', '---\ntitle: A\ndate: 2024-01-01\nweight: 3\n---\nFirst\n')
    host.files.set('public/new.txt', 'a file')
    expect(await runsAfter()).toBe(1)
    host.files.set('content/s/a.md', '---\ntitle: A\n---\nFirst, edited\n')
    expect(await runsAfter()).toBe(2)
    expect(addressesOf(runs[1])).toEqual(['/blog/s/a/', '/blog/s/b/'])
    host.files.set('content/s/b.md', '---\ntitle: B\nslug: c\n---\nSecond\n')
    expect(await runsAfter()).toBe(3)
    host.files.delete('content/s/b.md')
    expect(await runsAfter()).toBe(4)
    expect(addressesOf(runs[3])).toEqual(['/blog/s/a/'])
  })

  test('is that of a clean build after edits', async () => {
    const host = siteOf(twoArticles)
    await build(host, plainOptions)
    for (const text of ['First, edited\n', 'First, edited twice\n']) {
      host.files.set('content/s/a.md', `---\ntitle: A\n---\n${text}`)
      const result = await build(host, plainOptions)
      expect(result.updated).toBeGreaterThan(1)
      expect(await verifyBuild(host, plainOptions, result)).toEqual([])
    }
  })

  test('is made again where its files, or what is remembered of it, are lost', async () => {
    const host = siteOf(twoArticles)
    await build(host, plainOptions)
    for (const lose of [
      () => host.outputs.delete(indexIn(host)[0] as never),
      () => host.outputs.set(indexIn(host)[0] as never, new Uint8Array([1]))
    ]) {
      const before = new Map(host.outputs)
      lose()
      await build(host, plainOptions)
      expect(host.outputs).toEqual(before)
    }
    expect(runs).toHaveLength(3)
    host.files.set('.galley/search', 'damaged')
    host.files.set('content/s/c.md', '---\ntitle: C\n---\n')
    await build(host, plainOptions)
    expect(runs).toHaveLength(4)
  })

  test('is made again by another version of the package', async () => {
    const host = siteOf(twoArticles)
    await build(host, plainOptions)
    await build({...host, packageVersion: () => '1.7.0'}, plainOptions)
    expect(runs).toHaveLength(2)
  })

  test('leaves to the site what it has at one of its paths', async () => {
    const host = siteOf({...twoArticles, 'public/pagefind/pagefind.js': 'own'})
    await build(host, plainOptions)
    expect(new TextDecoder().decode(host.outputs.get('pagefind/pagefind.js' as never))).toBe('own')
    expect(await build(host, plainOptions)).toMatchObject({created: 0, updated: 0, removed: 0})
  })

  test('is not made of a site with errors', async () => {
    const host = siteOf({...twoArticles, 'content/s/c.md': '---\ntitle: C\nlayout: missing\n---\n'})
    expect((await build(host, plainOptions)).isWritten).toBe(false)
    expect(runs).toHaveLength(0)
  })
})

test('a search without its package is missed once, with the line that asks for it', async () => {
  const host = memoryHost(
    {...twoArticles, 'galley.config.json': '{\n  "search": true\n}\n'},
    {templates: plainTemplates}
  )
  expect(problemsOf(await build(host, plainOptions))).toEqual([
    'galley.config.json:2:3 error config/missing-package: Expected the package `pagefind` for `search`, found none'
  ])
})

test('a site that wants no search does not look for its package', async () => {
  const host = siteOf(twoArticles, {config: {}})
  expect(problemsOf(await build(host, plainOptions))).toEqual([])
  expect(runs).toHaveLength(0)
  expect(indexIn(host)).toEqual([])
})

test('an index that cannot be made keeps the site as it was, and is tried again', async () => {
  let fault: Error | undefined = new Error('no such program')
  const host = siteOf(twoArticles, {
    indexSearch: (pages: Iterable<SearchedPage>) =>
      fault === undefined ? indexSearch(pages) : Promise.reject(fault)
  })
  const failed = await build(host, plainOptions)
  expect(problemsOf(failed)).toEqual([
    'pagefind error build/search-failed: Expected the package `pagefind` to make the index of the search, but it failed: no such program'
  ])
  expect(host.outputs.size).toBe(0)
  fault = undefined
  expect(problemsOf(await build(host, plainOptions))).toEqual([])
  expect(indexIn(host)).toHaveLength(2)
})
