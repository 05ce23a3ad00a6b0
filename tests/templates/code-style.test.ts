import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {TokenKind} from '#src/markdown/code/token.ts'
import Article from '../../templates/article.tsx'
import {fakePage, fakeView} from './fake-view.ts'
import {renderTree} from './html-tree.ts'

const assets = join(import.meta.dirname, '../../templates/assets')
const theme = readFileSync(join(assets, 'partials/tokens.css'), 'utf8')
const code = readFileSync(join(assets, 'partials/code-colors.css'), 'utf8')

/** What text needs at least to be read by most people (WCAG 2.2, AA). */
const contrastMin = 4.5

const kinds: Readonly<Record<TokenKind, true>> = {
  attribute: true,
  comment: true,
  constant: true,
  deleted: true,
  emphasis: true,
  escape: true,
  function: true,
  heading: true,
  inserted: true,
  keyword: true,
  link: true,
  meta: true,
  number: true,
  property: true,
  regexp: true,
  string: true,
  strong: true,
  tag: true,
  type: true,
  variable: true
}

test('every kind of token has a look', () => {
  for (const kind of Object.keys(kinds)) expect(code).toMatch(new RegExp(`\\.hl-${kind}\\b`))
})

test.each([
  ['light', 0],
  ['dark', 1]
] as const)('code can be read on every background (%s)', (_, scheme) => {
  const colors = {...colorsOf(theme, scheme), ...colorsOf(code, scheme)}
  const isInk = (name: string): boolean => /^(?:code-[a-z]+|code-[a-z]+-edge|ink)$/.test(name)
  const grounds = ['tint', 'code-highlighted', 'code-added', 'code-removed']
  const inks = Object.keys(colors).filter((name) => isInk(name) && !grounds.includes(name))
  expect(inks.length).toBe(12)
  for (const ground of grounds) {
    for (const ink of inks) {
      // Edges stand on their own color alone.
      if (ink.endsWith('-edge') && ink !== `${ground}-edge`) continue
      const contrast = contrastOf(colors[ink] ?? '', colors[ground] ?? '')
      expect(contrast, `${ink} on ${ground}`).toBeGreaterThan(contrastMin)
    }
  }
  expect(contrastOf(colors['muted'] ?? '', colors['paper'] ?? '')).toBeGreaterThan(contrastMin)
})

/** The colors of the first rule for `:root`, each for light or for dark. */
function colorsOf(css: string, scheme: 0 | 1): Readonly<Record<string, string>> {
  const [rule = ''] = css.match(/:root \{[^}]*\}/) ?? []
  const pairs = rule.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)
  return Object.fromEntries([...pairs].map(([, name = '', ...colors]) => [name, colors[scheme] ?? '']))
}

function contrastOf(one: string, other: string): number {
  const [bright = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test('pages load the scripts of code and tabs where they have some, and the styles with every text', () => {
  const page = fakePage()
  const theme = {appearance: 'system'} as const
  const htmlWith = (features: ReadonlyArray<string>): string =>
    renderTree(Article({path: page.path, view: fakeView({language: 'de', features, theme}), page})).text
  const html = htmlWith(['code', 'tabs'])
  expect(html).toContain('<link rel="stylesheet" href="/blog/assets/code.css" integrity="sha384-x"/>')
  expect(html).toContain(
    '<script src="/blog/assets/code.js" integrity="sha384-x" defer data-copy="Kopieren" data-copied="Kopiert"></script>'
  )
  expect(html).toContain('<link rel="stylesheet" href="/blog/assets/tabs.css" integrity="sha384-x"/>')
  expect(html).toContain('<script src="/blog/assets/tabs.js" integrity="sha384-x" defer></script>')
  expect(htmlWith([])).toContain('/assets/tabs.css')
  expect(htmlWith([])).not.toMatch(/code\.js|tabs\.js|<script src/)
})
