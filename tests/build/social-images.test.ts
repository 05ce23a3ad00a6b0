import type {PageView} from 'galley'
import {h, type JSX} from 'preact'
import {beforeEach, describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {verifyBuild} from '#src/build/verify-build.ts'
import {type MemoryHost, type MemoryOptions, memoryHost} from '#src/host/memory-host.ts'
import type {Drawing, Painter} from '#src/model/drawing.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const config = {title: 'Site', baseUrl: 'https://example.org/blog/', socialImages: true}
const packages = {satori: '1.0.0', '@resvg/resvg-js': '2.0.0'}

const template: LoadedTemplate = {
  name: 'social-image',
  file: 'templates/social-image.tsx',
  hash: 'social-image',
  render: ({page, view}: PageView) => h('div', {}, `${view.site().title}: ${page.title}`)
}

/** Shows what link previews are given. */
const article: LoadedTemplate = {
  name: 'article',
  file: 'templates/article.tsx',
  hash: 'article',
  render: ({page, view}: PageView) => {
    const path = view.socialImage(page)
    const size = path && view.imageSize(path)
    return h('p', {}, path === undefined ? 'none' : `${view.permalink(path)} ${size?.width}x${size?.height}`)
  }
}

const templates = [...plainTemplates.filter(({name}) => name !== 'article'), article, template]

let drawn: Array<Drawing>

beforeEach(() => {
  drawn = []
})

const paint: Painter = async (drawing, fonts) => {
  drawn.push(drawing)
  const bytes = new TextEncoder().encode(JSON.stringify([drawing, fonts.map((font) => font.length)]))
  return {bytes, missing: JSON.stringify(drawing).includes('日') ? '日' : ''}
}

function siteOf(files: Readonly<Record<string, string>>, options: MemoryOptions = {}): MemoryHost {
  return memoryHost(files, {templates, config, packages, paint, ...options})
}

function picturesIn({outputs}: MemoryHost): ReadonlyArray<string> {
  return [...outputs.keys()].filter((path) => path.startsWith('social/')).sort()
}

function textOf({outputs}: MemoryHost, path: string): string {
  return new TextDecoder().decode(outputs.get(path as never))
}

function contentsOf({outputs}: MemoryHost): ReadonlyMap<string, string> {
  return new Map([...outputs].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const).sort())
}

const twoArticles = {
  'content/s/a.md': '---\ntitle: A\n---\nFirst\n',
  'content/s/b.md': '---\ntitle: B\n---\nSecond\n'
}

describe('a social image', () => {
  test('is drawn for articles that bring none, and named where previews look for it', async () => {
    const host = siteOf({
      'content/about.md': '---\ntitle: About\n---\n',
      'content/s/a.md': '---\ntitle: A\n---\n',
      'content/s/draft.md': '---\ntitle: D\ndraft: true\n---\n',
      'content/s/own.md': '---\ntitle: Own\npreview_image: /own.png\n---\n',
      'content/s/social.md': '---\ntitle: Own\nsocial_preview_image: /own.png\n---\n',
      'public/own.png': 'picture'
    })
    expect(problemsOf(await build(host, plainOptions))).toEqual([])
    expect(picturesIn(host)).toEqual(['social/s/a.png'])
    expect(textOf(host, 's/a/index.html')).toContain('https://example.org/blog/social/s/a.png 1200x630')
    expect(textOf(host, 's/own/index.html')).toContain('none')
    expect(drawn).toEqual([{type: 'div', props: {children: ['Site: A']}}])
  })

  test('is drawn again only when its drawing is another', async () => {
    const host = siteOf(twoArticles)
    await build(host, plainOptions)
    expect(drawn).toHaveLength(2)
    host.files.set('content/s/a.md', '---\ntitle: A\n---\nEdited\n')
    await build(host, plainOptions)
    expect(drawn).toHaveLength(2)
    host.files.set('content/s/a.md', '---\ntitle: Another\n---\nEdited\n')
    const result = await build(host, plainOptions)
    expect(drawn).toHaveLength(3)
    expect(await verifyBuild(host, plainOptions, result)).toEqual([])
    host.files.delete('content/s/b.md')
    await build(host, plainOptions)
    expect(picturesIn(host)).toEqual(['social/s/a.png'])
  })

  test('comes from the store where it is lost, and is drawn where that is lost too', async () => {
    const host = siteOf(twoArticles)
    await build(host, plainOptions)
    const before = contentsOf(host)
    host.outputs.delete('social/s/a.png' as never)
    await build(host, plainOptions)
    expect(contentsOf(host)).toEqual(before)
    expect(drawn).toHaveLength(2)
    host.outputs.clear()
    for (const path of host.files.keys()) if (path.startsWith('.galley/')) host.files.set(path, 'damaged')
    await build(host, plainOptions)
    expect(contentsOf(host)).toEqual(before)
    expect(drawn).toHaveLength(4)
  })

  test('leaves nothing in the store of what is drawn no more', async () => {
    const host = siteOf(twoArticles)
    const stored = (): number => [...host.files.keys()].filter((path) => path.includes('pictures/')).length
    await build(host, plainOptions)
    expect(stored()).toBe(2)
    host.files.set('content/s/a.md', '---\ntitle: Another\n---\n')
    await build(host, plainOptions)
    expect(stored()).toBe(2)
  })

  test('is drawn anew with other fonts, and by other versions of what draws', async () => {
    const fonts = {...config, socialImages: {fonts: ['public/a.ttf']}}
    const host = siteOf({...twoArticles, 'public/a.ttf': 'font'}, {config: fonts})
    await build(host, plainOptions)
    expect(textOf(host, 'social/s/a.png')).toContain('[4]')
    host.files.set('public/a.ttf', 'another font')
    await build(host, plainOptions)
    expect(textOf(host, 'social/s/a.png')).toContain('[12]')
    expect(drawn).toHaveLength(4)
    await build({...host, packageVersion: () => '3.0.0'}, plainOptions)
    expect(drawn).toHaveLength(6)
  })

  test('gives way to a file of the site', async () => {
    const host = siteOf({...twoArticles, 'public/social/s/a.png': 'own'})
    await build(host, plainOptions)
    expect(textOf(host, 'social/s/a.png')).toBe('own')
  })
})

describe('what can go wrong', () => {
  test('a site whose address nobody gave has no social images', async () => {
    const host = siteOf(twoArticles, {config: {socialImages: true}})
    await build(host, plainOptions)
    expect(picturesIn(host)).toEqual([])
  })

  test('a package that is not installed is missed, with the line that asks for it', async () => {
    const text = '{\n  "baseUrl": "https://example.org/",\n  "socialImages": true\n}\n'
    const host = memoryHost({...twoArticles, 'galley.config.json': text}, {templates})
    expect(problemsOf(await build(host, plainOptions))).toEqual([
      'galley.config.json:3:3 error config/missing-package: Expected the package `@resvg/resvg-js` for `socialImages`, found none',
      'galley.config.json:3:3 error config/missing-package: Expected the package `satori` for `socialImages`, found none'
    ])
  })

  test('a font that is not there is missed, and the others are used', async () => {
    const fonts = {...config, socialImages: {fonts: ['public/none.ttf', 'public/a.ttf']}}
    const host = siteOf({...twoArticles, 'public/a.ttf': 'font'}, {config: fonts})
    expect(problemsOf(await build(host, plainOptions))).toEqual([
      'galley.config.ts warning build/missing-font: Expected a font for social images, found no file `public/none.ttf`'
    ])
    expect(textOf(host, 'social/s/a.png')).toContain('[4]')
  })

  test('characters that no font has are told at the article, also by a build without a change', async () => {
    const host = siteOf({'content/s/a.md': '---\ntitle: 日\n---\n'})
    const expected = [
      'content/s/a.md warning build/missing-glyphs: Expected a font with `日` for the social image, found none'
    ]
    expect(problemsOf(await build(host, plainOptions))).toEqual(expected)
    expect(problemsOf(await build(host, plainOptions))).toEqual(expected)
    expect(drawn).toHaveLength(1)
  })

  test('a picture that cannot be drawn keeps the site as it was, is told once, and is tried again', async () => {
    let fault: Error | undefined = new Error('no flex')
    const host = siteOf(twoArticles, {
      paint: async (drawing, fonts) => {
        if (fault !== undefined) throw fault
        return paint(drawing, fonts)
      }
    })
    const failed = await build(host, plainOptions)
    expect(problemsOf(failed)).toEqual([
      'templates/social-image.tsx error build/drawing-failed: Expected a picture for `/social/s/a.png`, but it could not be drawn: no flex'
    ])
    expect(failed.isWritten).toBe(false)
    fault = undefined
    expect((await build(host, plainOptions)).isWritten).toBe(true)
    expect(picturesIn(host)).toHaveLength(2)
  })

  test('a template that fails is a diagnostic', async () => {
    const failing: LoadedTemplate = {
      ...template,
      render: (): JSX.Element => h('div', {dangerouslySetInnerHTML: {__html: 'x'}})
    }
    const host = siteOf(
      {'content/s/a.md': '---\ntitle: A\n---\n'},
      {templates: [...templates.filter(({name}) => name !== 'social-image'), failing]}
    )
    expect(problemsOf(await build(host, plainOptions))).toEqual([
      'templates/social-image.tsx error render/template-failed: Expected HTML, but the template failed: A picture is drawn of elements, not of HTML'
    ])
  })
})
