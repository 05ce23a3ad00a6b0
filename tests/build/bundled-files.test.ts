import {createHash} from 'node:crypto'
import type {HomeView, PageView, Questions} from 'galley'
import {h, type JSX} from 'preact'
import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {openSite} from '#src/build/open-site.ts'
import type {SiteState} from '#src/build/site-state.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

const site = `
-- content/a/one.md --
---
title: One
date: 2024-01-01
---
First.
-- content/a/two.md --
---
title: Two
date: 2024-01-02
---
Second.
-- templates/assets/theme.css --
@import "./partials/colors.css";

p { background: url(./dot.svg#a) }
-- templates/assets/partials/colors.css --
:root { --ink: black; }
-- templates/assets/more.css --
@import "https://fonts.example/a.css";
b { color: red }
-- templates/assets/dot.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- templates/assets/menu.ts --
import {word} from './partials/word'
const shown: string = word
document.title = shown
const open = () => import('./dialog.js')
open()
-- templates/assets/dialog.js --
export const name = 'dialog'
-- templates/assets/partials/word.ts --
export const word = 'Hello'
-- public/own.css --
i { color: blue }
`

/** Pages with style sheets and a script. */
const linking: ReadonlyArray<LoadedTemplate> = [
  ...plainTemplates.filter(({name}) => name !== 'article' && name !== 'home'),
  {...template('article'), render: ({view, page}: PageView) => linked(view, page.title)},
  {...template('home'), render: ({view}: HomeView) => linked(view, 'Home')}
]

function template(name: string): Omit<LoadedTemplate, 'render'> {
  return {name, file: `templates/${name}.tsx`, hash: `linking ${name}`}
}

function linked(view: Questions, title: string): JSX.Element {
  const {href, integrity} = view.script('/assets/menu.js')
  const sheets = view.styles(['/assets/theme.css', '/assets/more.css', '/own.css'])
  return h(
    'html',
    null,
    ...sheets.map((sheet) => h('link', {rel: 'stylesheet', ...sheet})),
    h('script', {src: href, integrity}),
    h('title', null, title)
  )
}

function hostOf(files: Readonly<Record<string, string | Uint8Array>>, config: unknown = {}): MemoryHost {
  return memoryHost(files, {templates: linking, config})
}

const textOf = (host: MemoryHost, path: string): string =>
  new TextDecoder().decode([...host.outputs].find(([name]) => name === path)?.[1])

const built = (host: MemoryHost): ReadonlyArray<string> =>
  [...host.outputs.keys()].filter((path) => path.startsWith('built/')).sort()

/** Addresses and checksums in a page. */
const linksIn = (page: string): ReadonlyArray<readonly [string, string | undefined]> =>
  Array.from(page.matchAll(/(?:href|src)="([^"]+)"(?: integrity="([^"]+)")?/g), ([, path = '', sum]) => [
    path,
    sum
  ])

test('style sheets are one file with all that they import, and names follow from the content', async () => {
  const host = hostOf(parseSite(site))
  const result = await build(host, plainOptions)
  expect(problemsOf(result)).toEqual([])
  expect(built(host)).toEqual([
    expect.stringMatching(/^built\/dialog-[a-z0-9]{10}\.js$/),
    expect.stringMatching(/^built\/dot-[a-z0-9]{10}\.svg$/),
    expect.stringMatching(/^built\/menu-[a-z0-9]{10}\.js$/),
    expect.stringMatching(/^built\/theme-[a-z0-9]{10}\.css$/)
  ])
  const [dialog = '', dot = '', menu = '', sheet = ''] = built(host)
  const page = textOf(host, 'a/one/index.html')
  expect(linksIn(page).map(([path]) => path)).toEqual([`/${sheet}`, '/own.css', `/${menu}`])
  expect(textOf(host, sheet)).toBe(
    '@import"https://fonts.example/a.css";:root{--ink: black}' +
      `p{background:url(./${dot.slice(6)}#a)}\nb{color:red}\n`
  )
  expect(textOf(host, menu)).toContain(`import("./${dialog.slice(6)}")`)
  expect(textOf(host, menu)).not.toContain('string')
  for (const [path, sum] of linksIn(page)) {
    const bytes = textOf(host, path.slice(1))
    const expected = path === '/own.css' ? undefined : createHash('sha384').update(bytes).digest('base64')
    expect(sum).toBe(expected && `sha384-${expected}`)
  }
})

/** Parts of what pages load, each edited. */
const edits = {
  'a part of a style sheet': {'templates/assets/partials/colors.css': ':root { --ink: navy; }'},
  'what a style sheet names': {
    'templates/assets/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" id="b"/>'
  },
  'a script that another loads': {'templates/assets/dialog.js': 'export const name = "other"'}
}

test.each(
  Object.keys(edits).flatMap((name) =>
    (['folder', 'html', 'bare', 'relative'] as const).map((urls) => ({
      name: name as keyof typeof edits,
      urls
    }))
  )
)(
  'an edit of $name relinks pages with addresses of the style $urls and renders none',
  async ({name, urls}) => {
    const config = {urls, baseUrl: 'https://a.example/sub/', budgets: {css: 100_000}}
    const page = urls === 'html' || urls === 'bare' ? 'a/one.html' : 'a/one/index.html'
    const host = hostOf(parseSite(site), config)
    await build(host, plainOptions)
    const before = linksIn(textOf(host, page))
    // Another process, which knows what the store does.
    const next = hostOf({...Object.fromEntries(host.files), ...edits[name]}, config)
    for (const [output, bytes] of host.outputs) next.outputs.set(output, bytes)
    const result = await build(next, plainOptions)
    expect(result.rendered).toEqual([])
    expect(linksIn(textOf(next, page))).not.toEqual(before)
    const clean = hostOf({...parseSite(site), ...edits[name]}, config)
    await build(clean, plainOptions)
    expect(new Map([...next.outputs].sort())).toEqual(new Map([...clean.outputs].sort()))
    expect(await build(next, plainOptions)).toMatchObject({rendered: [], created: 0, updated: 0, removed: 0})
  }
)

test('a page whose published text was changed by somebody is rendered again', async () => {
  const host = hostOf(parseSite(site))
  await build(host, plainOptions)
  const [path = '', bytes] = [...host.outputs].find(([name]) => name === 'a/one/index.html') ?? []
  if (bytes !== undefined) host.outputs.set(path as never, new TextEncoder().encode('<p>Other</p>'))
  host.files.set('templates/assets/theme.css', 'p { color: green }')
  const result = await build(host, plainOptions)
  expect(result.rendered).toEqual(['/a/one/'])
})

test('the environment `development` has each style sheet by itself, to be read by people', async () => {
  const host = hostOf(parseSite(site))
  await build(host, {...plainOptions, environment: 'development'})
  const links = linksIn(textOf(host, 'a/one/index.html')).map(([path]) => path)
  expect(links).toEqual([
    expect.stringMatching(/^\/built\/theme-/),
    expect.stringMatching(/^\/built\/more-/),
    '/own.css',
    expect.stringMatching(/^\/built\/menu-/)
  ])
  expect(textOf(host, (links[0] ?? '').slice(1))).toMatch(/--ink: black;\n[\s\S]*sourceMappingURL=data:/)
})

test('mistakes are told at their place, and nothing is published', async () => {
  const host = hostOf({
    ...parseSite(site),
    'templates/assets/theme.css': 'p {\n  color: ;\n  background: url(./none.svg)\n}\n',
    'templates/assets/menu.ts': "import './gone.ts'\n",
    'templates/assets/dialog.js': 'const a = 1\nconst b = = 2\n',
    'templates/assets/more.css': 'p { color: red\n'
  })
  const result = await build(host, plainOptions)
  const places = problemsOf(result).map((problem) => problem.replace(/: .*/s, ''))
  expect(places).toEqual([
    'templates/assets/dialog.js:2:11 error host/asset-syntax',
    'templates/assets/menu.ts:1:8 error host/cannot-load-asset',
    'templates/assets/more.css:2:1 warning host/asset-warning',
    'templates/assets/theme.css:3:15 error host/cannot-load-asset'
  ])
  expect(host.outputs.size).toBe(0)
})

test('scripts that load each other are told of', async () => {
  const host = hostOf({...parseSite(site), 'templates/assets/dialog.js': "import('./menu.ts')\n"})
  const problems = problemsOf(await build(host, plainOptions))
  expect(problems).toEqual([
    expect.stringMatching(/^templates\/assets\/dialog\.js error build\/import-cycle/)
  ])
})

test('hosts are told that bundled files never change', async () => {
  const host = hostOf(parseSite(site), {headers: {}, baseUrl: 'https://a.example/sub/'})
  await build(host, plainOptions)
  expect(textOf(host, '_headers')).toMatch(
    /^\/sub\/built\/\*\n {2}Cache-Control: public, max-age=31536000, immutable$/m
  )
  const [, , menu = ''] = built(host)
  expect(linksIn(textOf(host, 'a/one/index.html')).map(([path]) => path)).toContain(`/sub/${menu}`)
})

test('a template that writes the address of a bundled file itself is told how to ask for it', async () => {
  const host = memoryHost(parseSite(site), {
    templates: [
      ...linking.filter(({name}) => name !== 'home'),
      {
        ...template('home'),
        render: () =>
          h(
            'html' as string,
            {lang: 'en'},
            h('title', null, 'A'),
            h('link', {rel: 'stylesheet', href: '/assets/theme.css'})
          )
      }
    ],
    config: {}
  })
  const problems = problemsOf(await build(host, plainOptions))
  expect(problems).toEqual([expect.stringMatching(/^templates\/home\.tsx warning routing\/broken-reference/)])
})

test('a style sheet that no page names any more is none of an open site', async () => {
  const host = memoryHost(parseSite(site), {
    templates: [
      ...plainTemplates.filter(({name}) => name !== 'article'),
      {...template('article'), render: ({view, page}: PageView) => styled(view, page.title)}
    ]
  })
  const {renew} = openSite(host, {
    ...{environment: 'development', drafts: true, future: true, expired: false, keepGoing: true},
    ...{onCompiled: () => undefined, onNotice: () => undefined}
  })
  const sheetOf = (state: SiteState): OutputPath => {
    const page = state.output('a/one/index.html' as OutputPath)
    const [[path = ''] = []] = linksIn(page?.kind === 'text' ? page.text : '')
    return path.slice(1) as OutputPath
  }
  const before = await renew()
  const sheet = sheetOf(before)
  expect(before.named(sheet)?.kind).toBe('text')
  host.files.set('content/a/one.md', '---\ntitle: More\ndate: 2024-01-01\n---\nFirst.\n')
  const after = await renew()
  // Who has the page of before may still be loading what that names.
  expect(after.named(sheet)?.kind).toBe('text')
  const other = sheetOf(after)
  expect(other).not.toBe(sheet)
  expect([after.named(other)?.kind, after.named(sheet)]).toEqual(['text', undefined])
})

function styled(view: Questions, title: string): JSX.Element {
  const sheets = view.styles([title === 'More' ? '/assets/more.css' : '/assets/theme.css'])
  return h('html', null, ...sheets.map((sheet) => h('link', {rel: 'stylesheet', ...sheet})))
}
