import {describe, expect, test} from 'vitest'
import {changesMarkdown, changesText} from '#src/compare/changes-text.ts'
import {type BuiltSite, compareSites} from '#src/compare/compare-sites.ts'

function siteOf(files: Readonly<Record<string, string>>): BuiltSite {
  return {paths: Object.keys(files), read: (path) => new TextEncoder().encode(files[path])}
}

function page(body: string, head = '<title>A</title><meta name="description" content="One">'): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body><nav>Menu</nav><main>${body}</main></body></html>`
}

/** What a change of one page is. */
function aspectsOf(before: string, after: string) {
  return compareSites(siteOf({'a/index.html': before}), siteOf({'a/index.html': after})).pages.changed.map(
    ({aspects}) => aspects
  )
}

describe('of two built sites', () => {
  test('a page that only loads a style sheet of another name is as it was', () => {
    const head = (hash: string): string =>
      `<link rel="stylesheet" href="/built/theme-${hash}.css" integrity="sha384-${hash}"/>`
    const before = siteOf({
      'a/index.html': page('A', head('aaaaaaaaaa')),
      'built/theme-aaaaaaaaaa.css': 'a{}'
    })
    const after = siteOf({'a/index.html': page('A', head('bbbbbbbbbb')), 'built/theme-bbbbbbbbbb.css': 'b{}'})
    const {pages, files} = compareSites(before, after)
    expect(pages).toEqual({added: [], removed: [], changed: [], unchanged: 1})
    expect(files.added).toEqual([{path: '/built/theme-bbbbbbbbbb.css', bytes: 3}])
    expect(aspectsOf(page('A', head('aaaaaaaaaa')), page('B', head('bbbbbbbbbb')))).toEqual([['text']])
  })

  test('pages and other files are told apart, added, removed and unchanged', () => {
    const before = siteOf({
      'index.html': page('Home'),
      'old/index.html': page('Old'),
      'a.css': 'a{}',
      'b.js': '1'
    })
    const after = siteOf({
      'index.html': page('Home'),
      '404.html': page('None'),
      'a.css': 'a{b:c}',
      'c.js': '1'
    })
    const {pages, files, bytes} = compareSites(before, after)
    expect(pages).toEqual({
      added: [{path: '/404.html', bytes: page('None').length}],
      removed: [{path: '/old/', bytes: page('Old').length}],
      ...{changed: [], unchanged: 1}
    })
    expect(files).toEqual({
      added: [{path: '/c.js', bytes: 1}],
      removed: [{path: '/b.js', bytes: 1}],
      changed: [{path: '/a.css', bytes: {before: 3, after: 6}}],
      unchanged: 0
    })
    expect(bytes.after - bytes.before).toBe(page('None').length - page('Old').length + 3)
  })

  test('a layout written in another way changes markup alone', () => {
    const before = page('<h1>Title</h1><p>One <b>bold</b> word, <a href="/x/">a link</a>.</p><pre>a  b</pre>')
    const after = page(
      '\n  <article class="text">\n    <h1 id="t">Title</h1>\n    <p>\n      One <strong>bold</strong> word,\n      <a class="l" href="/x/">a link</a>.\n    </p>\n    <pre>a  b</pre>\n  </article>\n'
    ).replace('<nav>Menu</nav>', '<header><nav>Menu</nav></header><script>1</script>')
    expect(aspectsOf(before, after)).toEqual([['markup']])
  })

  test('a change of words, of links and of metadata is each told', () => {
    expect(aspectsOf(page('<p>One</p>'), page('<p>Two</p>'))).toEqual([['text']])
    expect(aspectsOf(page('One two'), page('two One'))).toEqual([['text']])
    expect(aspectsOf(page('<a href="/a/">x</a>'), page('<a href="/b/">x</a>'))).toEqual([['links']])
    expect(aspectsOf(page('x'), page('x', '<title>B</title>'))).toEqual([['metadata']])
    expect(aspectsOf(page('x'), page('x').replace('lang="en"', 'lang="de"'))).toEqual([['metadata']])
  })

  test('words, links and metadata that have come and gone are named', () => {
    const before = page('<p>the old <a href="/a/">text</a></p>')
    const after = page('<p>the new new <a href="/b/">text</a></p>', '<title>B</title>')
    const [changed] = compareSites(siteOf({'a/index.html': before}), siteOf({'a/index.html': after})).pages
      .changed
    expect(changed).toMatchObject({
      page: '/a/',
      words: {added: ['new', 'new'], removed: ['old']},
      links: {added: ['/b/'], removed: ['/a/']},
      metadata: {added: ['title: B'], removed: ['description: One', 'title: A']}
    })
  })
})

test('of structured data the values that are others are named, or all of it where it cannot be read', () => {
  const data = (text: string): string => page('x', `<script type="application/ld+json">${text}</script>`)
  const changed = (before: string, after: string) =>
    compareSites(siteOf({'a.html': data(before)}), siteOf({'a.html': data(after)})).pages.changed.map(
      ({metadata}) => metadata
    )
  const post = (count: number): string => `{"@type": "Article", "author": [{"name": "A"}], "count": ${count}}`
  expect(changed(post(1), post(2))).toEqual([{added: ['data count: 2'], removed: ['data count: 1']}])
  expect(changed(post(1), post(1).replace('"A"', '"B"'))).toEqual([
    {added: ['data author.0.name: B'], removed: ['data author.0.name: A']}
  ])
  expect(changed('{"a"', '{"b"')).toEqual([{added: ['data: {"b"'], removed: ['data: {"a"']}])
})

describe('changes', () => {
  const before = siteOf({
    'index.html': page('Home'),
    'a/index.html': page('One <a href="/x/">x</a>'),
    'b.html': page('b')
  })
  const after = siteOf({
    'index.html': page('Home').replace('<nav>', '<nav class="menu">'),
    'a/index.html': page('Two <a href="/y/">x</a>'),
    'c|d.html': page('c'),
    'photo.avif': 'x'.repeat(12_345)
  })

  test('are told in a terminal, those of markup as a number', () => {
    expect(changesText(compareSites(before, after))).toBe(`\
1 page added, 1 removed, 2 changed (1 text, 1 links, 1 only markup), 0 as they were; +12.4 kB

Added
  /c|d.html  148 B

Removed
  /b.html  148 B

Changed
  /a/  text +1 −1 words, links +1 −1
    − /x/
    + /y/

Files added
  /photo.avif  12.3 kB
`)
  })

  test('are told as a table for a pull request', () => {
    expect(changesMarkdown(compareSites(before, after))).toBe(`\
**1 page added, 1 removed, 2 changed (1 text, 1 links, 1 only markup), 0 as they were; +12.4 kB**

| page | change | bytes |
|---|---|---|
| \`/c\\|d.html\` | added | 148 B |
| \`/b.html\` | **removed** | −148 B |
| \`/a/\` | text +1 −1 words, links +1 −1 | +0 B |

Other files: 1 added, 0 removed, 0 changed
`)
  })

  test('of sites that are the same are none', () => {
    expect(changesText(compareSites(before, before))).toBe(
      '0 pages added, 0 removed, 0 changed, 3 as they were; +0 B\n'
    )
  })
})
