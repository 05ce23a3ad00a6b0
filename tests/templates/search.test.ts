import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import NotFound from '../../templates/404.tsx'
import {fakePath, fakeView} from './fake-view.ts'
import {type HtmlTree, renderTree, scriptsOf} from './html-tree.ts'

const assets = join(import.meta.dirname, '../../templates/assets')

function treeOf(site: Parameters<typeof fakeView>[0]): HtmlTree {
  return renderTree(NotFound({view: fakeView(site), path: fakePath('/404.html')}))
}

test('a site without search has nothing of it', () => {
  const tree = treeOf({})
  expect(tree.text).not.toMatch(/search/i)
})

test('a site with search has a button that waits for its script', () => {
  const tree = treeOf({search: true, theme: {appearance: 'system'}})
  expect(scriptsOf(tree)).toEqual(['/blog/assets/search.js'])
  expect(tree.only('button', {class: 'icon-button search-button'}).attributes).toMatchObject({
    'aria-label': 'Search',
    'aria-haspopup': 'dialog',
    hidden: ''
  })
  expect(tree.text).toContain('data-index="/blog/pagefind/pagefind.js"')
})

test.each([
  ['de', 'Suchen', 'Treffer: #'],
  ['en', 'Search', 'Results: #'],
  ['es', 'Buscar', 'Resultados: #'],
  ['fr', 'Rechercher', 'Résultats\u00a0: #'],
  ['ru', 'Поиск', 'Найдено: #'],
  ['is', 'Search', 'Results: #']
])('the search speaks %s', (language, label, count) => {
  const tree = treeOf({search: true, language})
  expect(tree.text).toContain(`aria-label="${label}"`)
  expect(tree.text).toContain(`data-count="${count}"`)
})

test('what every page may load for theme switch, copy buttons and search is less than 5 KB', () => {
  const scripts = ['appearance.js', 'code.js', 'search.js'].map((name) => readFileSync(join(assets, name)))
  expect(Buffer.concat(scripts).length).toBeLessThan(5000)
})
