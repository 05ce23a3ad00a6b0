import type {PageView} from 'galley'
import {h, type JSX} from 'preact'
import {beforeEach, describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {verifyBuild} from '#src/build/verify-build.ts'
import {type MemoryHost, type MemoryOptions, memoryHost} from '#src/host/memory-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import type {ImageResizer} from '#src/model/image.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const images = {widths: [2], formats: ['webp']}
const config = {title: 'Site', baseUrl: 'https://example.org/blog/', images}
const packages = {sharp: '1.0.0'}

/** A GIF that does not move would have no format but its own; this is a PNG of 4 by 2 pixels, without any. */
function png(name: string): string {
  const size = '\0\0\0\x04\0\0\0\x02\b\0\0\0\0'
  return `\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR${size}\0\0\0\0${name}`
}

/** Shows the image that the front matter names, small. */
const article: LoadedTemplate = {
  name: 'article',
  file: 'templates/article.tsx',
  hash: 'article',
  render: ({page, view}: PageView): JSX.Element => {
    const image =
      page.previewImage && view.image(page.previewImage, {crop: {width: 1, height: 1}, isPlain: true})
    return h(
      'article',
      {},
      image && h('i', {}, `${image.src} ${image.width}`),
      h('div', {dangerouslySetInnerHTML: {__html: view.body(page)}})
    )
  }
}

const templates = [...plainTemplates.filter(({name}) => name !== 'article'), article]

let resized: Array<string>

beforeEach(() => {
  resized = []
})

const resizeImage: ImageResizer = async (bytes, {width, height, format}) => {
  const name = Buffer.from(bytes).toString('latin1').slice(33)
  if (name.startsWith('damaged')) throw new Error('premature end\nat line 3')
  resized.push(`${name} ${format} ${width}x${height}`)
  return Buffer.from(`${name} ${format} ${width}x${height}`)
}

function siteOf(files: Readonly<Record<string, string>>, options: MemoryOptions = {}): MemoryHost {
  const host = memoryHost({}, {templates, config, packages, resizeImage, ...options})
  for (const [path, text] of Object.entries(files)) {
    host.files.set(path, /png$/.test(path) ? Buffer.from(text, 'latin1') : text)
  }
  return host
}

function sizedIn({outputs}: MemoryHost): ReadonlyArray<string> {
  return [...outputs.keys()]
    .filter((path) => path.startsWith('sized/'))
    .map((path) => path.replace(/-[a-z0-9]{10}\./, '.'))
    .sort()
}

function textOf({outputs}: MemoryHost, path: string): string {
  return new TextDecoder().decode(outputs.get(path as never)).replace(/-[a-z0-9]{10}\./g, '.')
}

const site = {
  'content/s/a/index.md': '---\ntitle: A\n---\n![a](a.png)\n',
  'content/s/a/a.png': png('a'),
  'content/s/a/unused.png': png('unused'),
  'content/s/b.md': '---\ntitle: B\npreview_image: /b.png\n---\nSecond\n',
  'public/b.png': png('b')
}

describe('images', () => {
  test('are made in the widths and formats that pages show, and no others', async () => {
    const host = siteOf(site)
    expect(problemsOf(await build(host, plainOptions))).toEqual([])
    expect(sizedIn(host)).toEqual(['sized/a-2.png', 'sized/a-2.webp', 'sized/b-1x1.png'])
    expect(textOf(host, 's/a/index.html')).toContain(
      '<picture><source type="image/webp" srcset="/blog/sized/a-2.webp 2w"'
    )
    expect(textOf(host, 's/b/index.html')).toContain('<i>/blog/sized/b-1x1.png 1</i>')
  })

  test('show their color until they are there, which is looked for once', async () => {
    let looked = 0
    const meanColor = async (bytes: Uint8Array): Promise<string | undefined> => {
      looked++
      return Buffer.from(bytes).toString('latin1').slice(33) === 'a' ? '#8a7f70' : undefined
    }
    const feed = {formats: ['json']}
    const dated = {'content/s/a/index.md': '---\ntitle: A\ndate: 2024-01-01\n---\n![a](a.png)\n'}
    const host = siteOf({...site, ...dated}, {config: {...config, feed}, meanColor})
    const first = await build(host, plainOptions)
    expect(textOf(host, 's/a/index.html')).toContain(' width="4" height="2" data-color="#8a7f70"')
    expect(textOf(host, 's/feed.json')).toContain('/sized/a-2.png')
    expect(textOf(host, 's/feed.json')).not.toContain('data-color')
    expect(looked).toBe(3)
    expect(await build(host, plainOptions)).toMatchObject({kept: first.created, rendered: []})
    expect(looked).toBe(3)
    expect(await verifyBuild(host, plainOptions, first)).toEqual([])
  })

  test('are shown as they are where they are not resized', async () => {
    const host = siteOf(site, {config: {...config, images: false}})
    await build(host, plainOptions)
    expect(sizedIn(host)).toEqual([])
    expect(textOf(host, 's/a/index.html')).toContain('<img src="/blog/s/a/a.png" alt="a"')
    expect(textOf(host, 's/a/index.html')).not.toContain('picture')
    expect(textOf(host, 's/b/index.html')).toContain('<i>/blog/b.png 4</i>')
  })

  test('need a package, of which the configuration is told', async () => {
    const host = siteOf(site, {packages: {}})
    expect(problemsOf(await build(host, plainOptions))).toEqual([
      'galley.config.ts error config/missing-package: Expected the package `sharp` for `images`, found none'
    ])
  })

  test('are made once, as long as they and their settings are the same', async () => {
    const host = siteOf(site)
    await build(host, plainOptions)
    const count = resized.length
    host.files.set('content/s/a/index.md', '---\ntitle: A\n---\nEdited ![a](a.png)\n')
    await build(host, plainOptions)
    expect(resized).toHaveLength(count)
    host.outputs.clear()
    const again = await build(host, plainOptions)
    expect(resized).toHaveLength(count)
    expect(await verifyBuild(host, plainOptions, again)).toEqual([])
    host.files.set('content/s/a/a.png', Buffer.from(png('other'), 'latin1'))
    resized = []
    const changed = await build(host, plainOptions)
    expect(resized.every((made) => made.startsWith('other '))).toBe(true)
    expect(resized).toHaveLength(sizedIn(host).length - 1)
    expect(await verifyBuild(host, plainOptions, changed)).toEqual([])
  })

  test('are found again when the build that made them was ended before it could tell of them', async () => {
    const host = siteOf({
      ...site,
      'content/s/c.md': '---\ntitle: C\npreview_image: /c.png\n---\nC\n',
      'public/c.png': png('damaged')
    })
    const first = await build(host, plainOptions)
    host.files.delete('.galley/resized')
    host.files.delete('.galley/answer')
    host.outputs.clear()
    resized = []
    const again = await build(host, plainOptions)
    expect(resized).toEqual([])
    expect(again.diagnostics).toEqual(first.diagnostics)
    expect(first.diagnostics.map(({code}) => code)).toContain('build/damaged-image')
    expect(await verifyBuild(host, plainOptions, again)).toEqual([])
  })

  test('are forgotten when no page shows them any more', async () => {
    const host = siteOf(site)
    await build(host, plainOptions)
    host.files.set('content/s/a/index.md', '---\ntitle: A\n---\nNone\n')
    await build(host, plainOptions)
    expect(sizedIn(host)).toEqual(['sized/b-1x1.png'])
    expect([...host.files.keys()].filter((path) => path.startsWith('.galley/images/'))).toHaveLength(1)
  })

  test('that are damaged are told of where they are shown, and published as they are', async () => {
    const host = siteOf({...site, 'content/s/a/a.png': png('damaged'), 'public/b.png': png('damaged b')})
    const {diagnostics, isWritten} = await build(host, plainOptions)
    expect(isWritten).toBe(true)
    expect(
      diagnostics.map(({code, file, place, reason}) => [code, file, place?.line, place?.column, reason])
    ).toEqual([
      [
        ...['build/damaged-image', 'content/s/a/index.md', 4, 6],
        'Expected an image, but `content/s/a/a.png` is damaged: premature end'
      ],
      [
        ...['site/unused-file', 'content/s/a/unused.png', undefined, undefined],
        'Expected a page that shows this file or leads to it, found none'
      ],
      [
        ...['build/damaged-image', 'public/b.png', undefined, undefined],
        'Expected an image, but `public/b.png` is damaged: premature end'
      ]
    ])
    const again = await build(host, plainOptions)
    expect(again.diagnostics).toEqual(diagnostics)
    expect(
      host.outputs.get(([...host.outputs.keys()].find((path) => path.startsWith('sized/a')) ?? '') as never)
    ).toEqual(Buffer.from(png('damaged'), 'latin1'))
  })

  test('may be kept by browsers for ever', async () => {
    const host = siteOf(site, {config: {...config, headers: {}}})
    await build(host, plainOptions)
    expect(textOf(host, '_headers')).toMatch(
      /\/blog\/sized\/\*\n +Cache-Control: public, max-age=31536000, immutable/
    )
  })

  test('that have no size are told of where they are shown', async () => {
    const host = siteOf({...site, 'content/s/a/a.png': ''}, {config: {...config, images: false}})
    const {diagnostics} = await build(host, plainOptions)
    expect(diagnostics.map(({code, file, place}) => [code, file, place?.line, place?.column])).toEqual([
      ['build/damaged-image', 'content/s/a/index.md', 4, 6],
      ['site/unused-file', 'content/s/a/unused.png', undefined, undefined]
    ])
  })
})
