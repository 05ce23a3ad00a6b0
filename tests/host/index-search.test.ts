import {expect, test} from 'vitest'
import {indexSearch} from '#src/host/index-search.ts'
import type {Html} from '#src/model/view.ts'
import {renderSearchedPage} from '#src/render/render-searched-page.ts'

const pages = Array.from({length: 120}, (_, number) => ({
  url: `/s/p${number}/`,
  html: renderSearchedPage({
    language: 'en',
    title: `Page ${number}`,
    section: 'Section',
    isTitleInBody: false,
    description: '',
    body: `<h2 id="part">Part</h2><p>Words of page ${number}, and <math><annotation>\\frac</annotation></math></p><div data-pagefind-ignore>Secretive</div>` as Html,
    terms: {tags: [`t${number % 7}`, `t${number % 3}`], categories: [`c${number % 4}`]}
  })
}))

test('the same pages give the same files, and of these what pages load', async () => {
  const files = await indexSearch(pages)
  expect(await indexSearch(pages)).toEqual(files)
  const kinds = new Set(files.map(({path}) => path.replace(/(?:[\w-]+_)?[\w-]+(?=\.pf_)/, '*')))
  expect([...kinds].sort()).toEqual([
    'filter/*.pf_filter',
    'fragment/*.pf_fragment',
    'index/*.pf_index',
    'pagefind-entry.json',
    'pagefind-worker.js',
    'pagefind.*.pf_meta',
    'pagefind.js',
    'wasm.en.pagefind',
    'wasm.unknown.pagefind'
  ])
  expect(files.filter(({path}) => path.startsWith('fragment/'))).toHaveLength(pages.length)
})
