import type {PageView} from 'galley'
import {h} from 'preact'
import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {buildSite, plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

describe('the pages of a site', () => {
  test('are those of documents, listings and terms', async () => {
    const {files, problems} = await buildSite(`
-- content/about.md --
---
title: About
---
-- content/articles/_index.md --
---
title: All articles
---
-- content/articles/hello.md --
---
title: Hello
category: main
categories: [news, another]
tags: [tag1, tag3]
author: Ada
aliases: /old-hello
---
-- content/articles/bundle/index.md --
---
title: Bundle
---
![d](d.png)
-- content/articles/bundle/d.png --
png
-- public/robots.txt --
User-agent: *
`)
    expect(problems).toEqual([])
    expect(Object.keys(files).sort()).toEqual([
      '404.html',
      '_redirects',
      'about/index.html',
      'articles/bundle/d.png',
      'articles/bundle/index.html',
      'articles/hello/index.html',
      'articles/index.html',
      'authors/ada/index.html',
      'authors/index.html',
      'categories/another/index.html',
      'categories/index.html',
      'categories/main/index.html',
      'categories/news/index.html',
      'index.html',
      'old-hello/index.html',
      'robots.txt',
      'tags/index.html',
      'tags/tag1/index.html',
      'tags/tag3/index.html'
    ])
    expect(files['articles/bundle/index.html']).toContain(
      '<img src="/articles/bundle/d.png" alt="d" loading="lazy" decoding="async">'
    )
    expect(files['articles/hello/index.html']).toContain(
      '<a href="/categories/main/" rel="categories">main</a>'
    )
    expect(files['categories/another/index.html']).toContain('<li><a href="/articles/hello/">Hello</a></li>')
    expect(files['old-hello/index.html']).toContain('content="0; url=/articles/hello/"')
    expect(files['categories/index.html']).toContain('another (1)')
  })

  test('leave out drafts, future and expired articles', async () => {
    const site = `
-- content/a/draft.md --
---
title: Draft
draft: true
---
-- content/a/future.md --
---
title: Future
date: 2024-06-02
---
-- content/a/2030-01-01-named.md --
---
title: Named
---
-- content/a/expired.md --
---
title: Expired
expiryDate: 2024-05-01
---
-- content/a/unlisted.md --
---
title: Unlisted
unlisted: true
---
`
    const pagesOf = (files: Readonly<Record<string, string>>): ReadonlyArray<string> =>
      Object.keys(files).filter((path) => path.startsWith('a/') && path !== 'a/index.html')
    const plain = await buildSite(site)
    expect(pagesOf(plain.files)).toEqual(['a/unlisted/index.html'])
    expect(plain.files['a/index.html']).not.toContain('Unlisted')
    expect(pagesOf((await buildSite(site, {drafts: true})).files)).toContain('a/draft/index.html')
    expect(pagesOf((await buildSite(site, {future: true})).files)).toEqual([
      'a/future/index.html',
      'a/named/index.html',
      'a/unlisted/index.html'
    ])
    expect(pagesOf((await buildSite(site, {expired: true})).files)).toContain('a/expired/index.html')
  })

  test('list in order and in numbered parts', async () => {
    const {files} = await buildSite(
      `
-- content/a/one.md --
---
title: One
date: 2024-01-01
---
-- content/a/two.md --
---
title: Two
date: 2024-02-01
---
-- content/a/first.md --
---
title: First
weight: -5
---
`,
      {config: {pageSize: 2}}
    )
    expect(files['a/index.html']).toMatch(/First.*Two.*1\/2 - \/a\/page\/2\//s)
    expect(files['a/page/2/index.html']).toMatch(/One.*2\/2 \/a\/ -/s)
    expect(files['a/two/index.html']).toMatch(/rel="previous">First.*rel="next">One/s)
    expect(files['page/2/index.html']).toContain('One')
  })

  test('follow the configuration of their section', async () => {
    const {files, problems} = await buildSite(
      `
-- content/posts/2024-03-05-hello.md --
---
title: Hello
---
-- content/posts/b.md --
---
title: A first
date: 2020-01-01
---
`,
      {
        config: {
          baseUrl: 'https://example.org/blog',
          sections: {posts: {permalink: '/:year/:slug/', order: ['title'], defaults: {layout: 'wide'}}}
        }
      }
    )
    expect(problems).toEqual([])
    expect(files['2024/hello/index.html']).toContain('<title>wide Hello')
    expect(files['posts/index.html']).toMatch(/href="\/blog\/2020\/b\/">A first.*Hello/s)
  })

  test('take defaults from the cascade of an index', async () => {
    const {files} = await buildSite(`
-- content/docs/_index.md --
---
title: Docs
cascade:
  layout: wide
---
-- content/docs/deep/a.md --
---
title: A
---
-- content/docs/b.md --
---
title: B
layout: article
---
`)
    expect(files['docs/deep/a/index.html']).toContain('<title>wide A')
    expect(files['docs/b/index.html']).toContain('<title>B')
  })

  test('have the text of a term where it is written', async () => {
    const {files} = await buildSite(`
-- content/tags/rust/_index.md --
---
title: The Rust language
---
Fearless.
-- content/a/x.md --
---
title: X
tags: Rust
---
`)
    expect(files['tags/rust/index.html']).toMatch(/The Rust language.*Fearless\..*X/s)
  })

  test('take index.md at the root for the home page', async () => {
    const {files, problems} = await buildSite(`
-- content/index.md --
# Welcome
`)
    expect(problems).toEqual([])
    expect(files['index.html']).toContain('<title>Welcome')
  })
})

test('a page knows what its text needs', async () => {
  const {files} = await buildSite(`
-- content/plain.md --
# Plain
-- content/coded.md --
---
title: Coded
---
~~~js
x
~~~

:::tabs
~~~
y
~~~
:::
`)
  expect(files['coded/index.html']).toContain('(code)(tabs)<main>')
  expect(files['plain/index.html']).not.toContain('(')
})

describe('links', () => {
  test('lead to sources, addresses and files, with the base path', async () => {
    const {files, problems} = await buildSite(
      `
-- content/a/from.md --
---
title: From
---
[source](../b/to.md#part) [address](/b/to) [self](#x) [out](https://example.org/a.md) [file](/f.txt) [up](../)
[index](../b/_index.md)

## X
-- content/b/to.md --
---
title: To
slug: target
aliases: [/b/to]
---
## Part
-- content/b/_index.md --
---
title: B
---
-- public/f.txt --
f
`,
      {baseUrl: 'https://example.org/base/'}
    )
    expect(problems).toEqual([])
    const html = files['a/from/index.html'] ?? ''
    expect([...html.matchAll(/<a href="([^"]*)">/g)].map(([, href]) => href)).toEqual([
      '/base/b/target/#part',
      '/base/b/target/',
      '#x',
      'https://example.org/a.md',
      '/base/f.txt',
      '/base/a/',
      '/base/b/'
    ])
  })

  test('that lead nowhere are warnings at their place', async () => {
    const {problems} = await buildSite(`
-- content/a/from.md --
---
title: From
preview_image: /missing.png
---
See [this](../nowhere.md) and
  [that](/moved/to) and [a draft](draft.md).
-- content/a/draft.md --
---
title: Draft
draft: true
---
-- content/b/to.md --
---
title: To
---
`)
    expect(problems).toEqual([
      'content/a/from.md:3:16 warning routing/broken-reference: Expected a page or file of this site, found `/missing.png`',
      'content/a/from.md:5:12 warning routing/broken-reference: Expected a page or file of this site, found `../nowhere.md`',
      'content/a/from.md:6:10 warning routing/broken-reference: Expected a page or file of this site, found `/moved/to`',
      'content/a/from.md:6:35 warning routing/unpublished-reference: Expected a published page, found `draft.md`, which is a draft'
    ])
  })
})

describe('the list of a section', () => {
  const texts = `
-- content/articles/one.md --
---
title: One
---
-- content/articles/deep/_index.md --
-- content/articles/deep/two.md --
---
title: Two
---
-- content/guide/three.md --
---
title: Three
---
`

  async function listOf(file: string, list: ReadonlyArray<string>, section: string): Promise<string> {
    const {files} = await buildSite(texts, {config: {sections: {[section]: {list}}}})
    return files[file] ?? ''
  }

  test('has the sections that the configuration names, with those below them, and each page once', async () => {
    const home = await listOf('index.html', ['articles', 'articles/deep'], '')
    expect(home.match(/One|Two|Three/g)).toEqual(['One', 'Two'])
    const guide = await listOf('guide/index.html', ['articles/deep', 'guide'], 'guide')
    expect(guide.match(/One|Two|Three/g)).toEqual(['Three', 'Two'])
  })

  test('names no section that there is not', async () => {
    const {problems} = await buildSite(texts, {config: {sections: {'': {list: ['artcles']}}}})
    expect(problems).toEqual([
      'galley.config.ts warning site/unknown-section: Expected the name of a section in `list` of the home page, found `artcles`'
    ])
  })
})

test('the page of a series has its first part first', async () => {
  const part = (name: string, day: string): string =>
    `-- content/a/${name}.md --\n---\ntitle: ${name}\ndate: ${day}\nseries: Making\n---\n`
  const {files} = await buildSite(part('Two', '2024-02-02') + part('One', '2024-01-01'))
  expect(files['series/making/index.html']?.match(/One|Two/g)).toEqual(['One', 'Two'])
  expect(files['a/index.html']?.match(/One|Two/g)).toEqual(['Two', 'One'])
})

test('pages of a term that a template asks for are in the order of the taxonomy', async () => {
  const part = (name: string, weight: number): string =>
    `---\ntitle: ${name}\nweight: ${weight}\nseries: Making\n---\n`
  const files = {'content/a/one.md': part('One', 1), 'content/a/two.md': part('Two', 2)}
  const article = {
    ...{name: 'article', file: 'templates/article.tsx', hash: 'parts'},
    render: ({view}: PageView) =>
      h(
        'p',
        null,
        view.pages({term: {taxonomy: 'series', slug: 'making'}}).map(({title}) => title)
      )
  }
  const templates = [...plainTemplates.filter(({name}) => name !== 'article'), article]
  const partsWith = async (order: ReadonlyArray<string>): Promise<string> => {
    const host = memoryHost(files, {templates, config: {order: ['path'], taxonomies: {series: {order}}}})
    await build(host, plainOptions)
    return new TextDecoder().decode(host.outputs.get('a/one/index.html' as OutputPath))
  }
  expect(await partsWith(['weight'])).toContain('<p>OneTwo</p>')
  expect(await partsWith(['-weight'])).toContain('<p>TwoOne</p>')
})
