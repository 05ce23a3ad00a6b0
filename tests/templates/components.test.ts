import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Html} from '#src/model/view.ts'
import {isAttributeTable} from '#src/render/attribute-table.ts'
import {readAttributes} from '#src/render/read-attributes.ts'
import {renderComponent} from '#src/render/render-component.ts'
import Article from '../../templates/article.tsx'
import {type FakeSite, fakeComponentView, fakePage, fakeView} from './fake-view.ts'
import {renderTree} from './html-tree.ts'

const folder = join(import.meta.dirname, '../../templates/components')

const names = readdirSync(folder).map((name) => name.replace('.tsx', ''))

/** The HTML of a component of the theme, called with these attributes and this content. */
async function renderCall(
  component: string,
  given: Readonly<Record<string, string>> = {},
  content = '',
  site: FakeSite = {}
): Promise<string> {
  const {default: render, attributes: table} = await import(`../../templates/components/${component}.tsx`)
  if (!isAttributeTable(table)) throw new Error(`Expected a table of attributes of ${component}`)
  const attributes = Object.entries(given).map(([name, value]) => ({name, value}))
  const {value, diagnostics} = readAttributes(
    {component, spot: 'block', attributes},
    {file: 'a.md', table, toUrl: ({value}) => value}
  )
  expect(diagnostics).toEqual([])
  const inside = {children: content as Html, repeatedMax: 0}
  return renderComponent(render, {...value, view: fakeComponentView(site)}, inside)?.html ?? ''
}

test('an attribute that Galley sets itself is offered to nobody', async () => {
  const {attributes: table} = await import('../../templates/components/callout.tsx')
  const attributes = [{name: 'title_', value: ''}]
  const {diagnostics} = readAttributes(
    {component: 'callout', spot: 'block', attributes},
    {file: 'a.md', table, toUrl: ({value}) => value}
  )
  expect(diagnostics).toMatchObject([{hint: 'There are `kind`, `fold`, `id`, `class`'}])
})

/** What each needs to be rendered. */
const needs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  card: {title: 'a'},
  figure: {src: 'a.png'},
  gist: {user: 'a', gist: '1'},
  instagram: {post: 'a'},
  param: {name: 'a'},
  tab: {title: 'a'},
  tweet: {post: '1'},
  video: {src: 'a.mp4'},
  vimeo: {video: '1'},
  x: {post: '1'},
  youtube: {video: 'a'}
}

describe.each(names)('%s', (name) => {
  test('passes on an id and a class', async () => {
    const html = await renderCall(name, {...needs[name], id: 'i', class: 'c'}, 'x')
    const [tag] = /^<[^>]*>/.exec(html) ?? []
    expect(tag).toContain(' id="i"')
    expect(tag).toMatch(/ class="(?:[\w-]+ )*c"/)
  })

  test('has no class attribute of nothing, no inline style and no script', async () => {
    const html = await renderCall(name, needs[name], 'x')
    expect(html).not.toMatch(/class=""|undefined|style=|<script|<iframe/)
  })

  test('shows its content', async () => {
    expect(await renderCall(name, needs[name], '<i>x</i>')).toContain('<i>x</i>')
  })
})

test.each<[string, Readonly<Record<string, string>>, string, string]>([
  [
    'figure',
    {src: 'a.png', alt: 'A', width: '10', height: '5', link: '/b/'},
    '',
    '<figure><a href="/b/"><img src="a.png" alt="A" width="10" height="5" loading="lazy" decoding="async"/></a></figure>'
  ],
  [
    'figure',
    {src: 'a.png', caption: 'C', title: 'T'},
    '',
    '<figure><img src="a.png" alt loading="lazy" decoding="async"/><figcaption><strong>T</strong> C</figcaption></figure>'
  ],
  ['figure', {title: 'T'}, '<p>x</p>', '<figure><p>x</p><figcaption>T</figcaption></figure>'],
  ['tabs', {sync: 's'}, 'x', '<div class="tabs" data-sync="s">x</div>'],
  [
    'tab',
    {title: 'npm'},
    'x',
    '<section class="tab" data-label="npm"><p class="tab-label">npm</p>x</section>'
  ],
  ['details', {}, 'x', '<details><summary>Details</summary>x</details>'],
  ['details', {title: 'T', open: ''}, 'x', '<details open><summary>T</summary>x</details>'],
  ['details', {title: 'T', summary: 'S'}, 'x', '<details><summary>S</summary>x</details>'],
  ['badge', {kind: 'tip', text: 'New'}, '', '<span class="badge badge-tip">New</span>'],
  [
    'card',
    {title: 'T', link: '/a/', icon: '*'},
    'x',
    '<div class="link-card"><p class="link-card-title"><span aria-hidden="true">* </span><a href="/a/">T</a></p>x</div>'
  ],
  [
    'video',
    {src: 'a.mp4', poster: 'a.png', title: 'T', controls: 'off', loop: '', muted: ''},
    '',
    '<figure><video src="a.mp4" poster="a.png" aria-label="T" loop muted playsinline preload="metadata"><a href="a.mp4">T</a></video></figure>'
  ],
  [
    'youtube',
    {video: 'a-B_1', title: 'T', start: '30'},
    '',
    '<div class="video-link"><a href="https://www.youtube.com/watch?v=a-B_1&amp;t=30s" data-player="https://www.youtube-nocookie.com/embed/a-B_1?autoplay=1&amp;start=30"><div class="video-title">T</div> <div class="video-host">YouTube</div></a></div>'
  ],
  [
    'youtube',
    {video: 'a'},
    '<p>One</p><p>Two</p>',
    '<div class="video-link"><a href="https://www.youtube.com/watch?v=a" data-player="https://www.youtube-nocookie.com/embed/a?autoplay=1"><div class="video-title"><p>One</p><p>Two</p></div> <div class="video-host">YouTube</div></a></div>'
  ],
  [
    'vimeo',
    {video: '12'},
    '',
    '<div class="video-link"><a href="https://vimeo.com/12" data-player="https://player.vimeo.com/video/12?autoplay=1&amp;dnt=1"><div class="video-title">Video</div> <div class="video-host">Vimeo</div></a></div>'
  ]
])('%s of %j with %j', async (name, given, content, html) => {
  expect(await renderCall(name, given, content)).toBe(html)
})

test.each([
  ['youtube', {video: '"><script>'}],
  ['vimeo', {video: 'abc'}]
])('%s refuses what is no id of a video', async (name, given) => {
  await expect(renderCall(name, given)).rejects.toThrow('of a video')
})

test('a script is loaded only by pages that have what it is for, and once', () => {
  const page = fakePage()
  const theme = {appearance: 'system'} as const
  const scriptsWith = (features: ReadonlyArray<string>): ReadonlyArray<string> =>
    renderTree(Article({path: page.path, view: fakeView({features, theme}), page}))
      .all('script')
      .flatMap(({attributes}) => attributes['src'] ?? [])
  expect(scriptsWith(['figure', 'steps'])).toEqual([])
  expect(scriptsWith(['vimeo', 'youtube'])).toEqual(['/blog/assets/video.js'])
})

test.each([
  [{}, ' width="40" height="20"'],
  [{width: '10'}, ' width="10" height="5"'],
  [{height: '10'}, ' width="20" height="10"'],
  [{width: '10', height: '10'}, ' width="10" height="10"']
])('a figure with %o keeps the place of its image', async (given, attributes) => {
  const html = await renderCall('figure', {src: 'a.png', ...given}, '', {
    images: {'a.png': {width: 40, height: 20}}
  })
  expect(html).toContain(`<img src="a.png" alt${attributes} `)
})

test.each([
  [{width: '300px'}, ' width="300"'],
  [{width: '50%'}, ' width="50%"'],
  [{height: '7.5'}, ' height="7.5"'],
  [{loading: 'eager'}, '']
])('a figure takes %o', async (given, attributes) => {
  const html = await renderCall('figure', {src: 'a.png', ...given})
  const loading = 'loading' in given ? 'eager' : 'lazy'
  expect(html).toContain(`<img src="a.png" alt${attributes} loading="${loading}" `)
})

test('a figure says of what kind its link is', async () => {
  const given = {src: 'a.png', link: '/b/', target: '_blank', rel: 'nofollow'}
  expect(await renderCall('figure', given)).toContain('<a href="/b/" target="_blank" rel="nofollow"><img')
})

test.each([
  ['figure', {src: 'a.png', width: 'wide'}, /percent as `width`.*found `wide`/],
  ['youtube', {video: 'a b'}, /found `a b`/],
  ['x', {post: 'a'}, /number of a post, found `a`/],
  ['instagram', {post: 'a/b'}, /found `a\/b`/],
  ['param', {name: 'gone'}, /a param `gone` of the article or the site, found none/]
])('%s refuses %o', async (name, given, problem) => {
  await expect(renderCall(name, given)).rejects.toThrow(problem)
})

test.each([
  ['gist', {user: 'a', gist: '1f'}, '<a href="https://gist.github.com/a/1f">GitHub Gist: a/1f</a>'],
  [
    'gist',
    {user: 'a', gist: '1f', file: 'Read Me.md'},
    '<a href="https://gist.github.com/a/1f#file-read-me-md">GitHub Gist: a/Read Me.md</a>'
  ],
  ['x', {post: '1'}, '<a href="https://x.com/i/status/1">X</a>'],
  ['tweet', {post: '1', user: 'b'}, '<a href="https://x.com/b/status/1">X: @b</a>'],
  ['instagram', {post: 'C-1_'}, '<a href="https://www.instagram.com/p/C-1_/">Instagram</a>']
])('%s %o is a link, which asks nothing of that site', async (name, given, link) => {
  const html = await renderCall(name, given)
  expect(html).toContain(link)
  expect(html).not.toMatch(/<(?:img|iframe|script|link)|data-player/)
})

test('a video of YouTube is played as the author says', async () => {
  const given = {video: 'a', start: '5', end: '9', controls: 'false', loop: '', mute: 'true'}
  expect(await renderCall('youtube', given)).toContain(
    'data-player="https://www.youtube-nocookie.com/embed/a?autoplay=1&amp;start=5&amp;end=9&amp;controls=0&amp;loop=1&amp;playlist=a&amp;mute=1"'
  )
})

test.each([
  ['text', 'text'],
  [3, '3'],
  [false, 'false'],
  [['a', 'b'], 'a, b'],
  ['<b>', '&lt;b>']
])('a param that is %o', async (value, shown) => {
  expect(await renderCall('param', {name: 'a'}, '', {params: {a: value}})).toBe(shown)
})
