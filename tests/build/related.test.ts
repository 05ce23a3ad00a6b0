import type {PageView} from 'galley'
import {h} from 'preact'
import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {withArticle} from './plain-templates.ts'

/** An article that shows what belongs beside it. */
const templates = withArticle('article that relates', ({view, page}: PageView) =>
  h('html', null, [
    ...view.related(page).map(({title}) => h('li', null, title)),
    h('div', {dangerouslySetInnerHTML: {__html: view.body(page)}})
  ])
)

/** Front matter and text of each article, by name. */
type Articles = Readonly<Record<string, string | undefined>>

const fillers: Articles = Object.fromEntries(
  Array.from({length: 12}, (_, number) => [
    `z${number}`,
    `title: Filler ${number}\n---\nOwn${number}matter only${number}thing. Common${number % 3}word.`
  ])
)

const articles: Articles = {
  apple: 'title: Apple\n---\nOrchards have fruit trees. Harvest apples.',
  pear: 'title: Pear\n---\nOrchards have fruit trees. Harvest pears.',
  plum: 'title: Plum\n---\nOrchards have trees, and stones in plums.',
  boat: 'title: Boat\n---\nSails in harbors, masts and ropes.',
  ship: 'title: Ship\n---\nSails in harbors, masts and anchors.',
  ...fillers
}

const config = {related: {minConfidence: 0}, pageSize: 100}

function hostOf(texts: Articles, settings: unknown = config): MemoryHost {
  const files = Object.entries(texts).flatMap(([name, text]) =>
    text === undefined ? [] : [[`content/a/${name}.md`, `---\n${text}\n`]]
  )
  return memoryHost(Object.fromEntries(files), {templates, config: settings})
}

/** Titles beside each of some articles. */
async function relatedIn(
  texts: Articles,
  names: ReadonlyArray<string>,
  settings: unknown = config
): Promise<unknown> {
  const host = hostOf(texts, settings)
  const {diagnostics} = await build(host, plainOptions)
  expect(diagnostics).toEqual([])
  return names.map((name) => besideIn(host, name))
}

function besideIn({outputs}: MemoryHost, name: string): ReadonlyArray<string> {
  const html = new TextDecoder().decode(outputs.get(`a/${name}/index.html` as OutputPath))
  return [...html.matchAll(/<li>([^<]*)/g)].map(([, title = '']) => title)
}

/** Change articles, and build again: what a clean build has, and only these pages were rendered. */
async function checkEdit(edit: Articles, rendered: ReadonlyArray<string>): Promise<MemoryHost> {
  const host = hostOf(articles)
  await build(host, plainOptions)
  for (const [name, text] of Object.entries(edit)) {
    if (text === undefined) host.files.delete(`content/a/${name}.md`)
    else host.files.set(`content/a/${name}.md`, `---\n${text}\n`)
  }
  const result = await build(host, plainOptions)
  const clean = hostOf({...articles, ...edit})
  await build(clean, plainOptions)
  expect(new Map([...host.outputs].sort())).toEqual(new Map([...clean.outputs].sort()))
  expect([...result.rendered].sort()).toEqual(rendered)
  expect(await build(host, plainOptions)).toMatchObject({rendered: [], created: 0, updated: 0, removed: 0})
  return host
}

test('articles that say the same are beside each other', async () => {
  expect(await relatedIn(articles, ['apple', 'boat', 'z0'])).toEqual([
    ['Pear', 'Plum'],
    ['Ship'],
    // The others say the same as this one.
    ['Filler 3']
  ])
})

test('a site that wants none has none', async () => {
  expect(await relatedIn(articles, ['apple'], {related: false})).toEqual([[]])
})

describe('what is not shown', () => {
  test('drafts, unlisted pages and pages of no section', async () => {
    const hidden = {
      ...articles,
      pear: `draft: true\n${articles['pear']}`,
      plum: `unlisted: true\n${articles['plum']}`
    }
    expect(await relatedIn(hidden, ['apple'])).toEqual([[]])
  })

  test('what the text links to, by file, address or with a fragment', async () => {
    for (const link of ['pear.md', '/a/pear/', '../pear/#top']) {
      const linking = {...articles, apple: `${articles['apple']} See [it](${link}).`}
      expect(await relatedIn(linking, ['apple'])).toEqual([['Plum']])
    }
  })

  test('what stands alone, and others beside it', async () => {
    const alone = {...articles, pear: `related: false\n${articles['pear']}`}
    expect(await relatedIn(alone, ['apple', 'pear'])).toEqual([['Plum'], []])
  })
})

describe('articles named in front matter', () => {
  test('come before those that are found, by file or address', async () => {
    const pinned = {...articles, apple: `related: [boat.md, /a/plum/]\n${articles['apple']}`}
    expect(await relatedIn(pinned, ['apple'])).toEqual([['Boat', 'Plum', 'Pear']])
  })

  test('are reported at their place when they are nowhere, and when readers do not see them', async () => {
    const host = hostOf({
      ...articles,
      apple: `related:\n  - boat.md\n  - bat.md\n  - pear.md\n${articles['apple']}`,
      pear: `draft: true\n${articles['pear']}`
    })
    const result = await build(host, plainOptions)
    expect(problemsOf(result).map((problem) => problem.replace(/: .*/s, ''))).toEqual([
      'content/a/apple.md:4:5 warning routing/broken-reference',
      'content/a/apple.md:5:5 warning routing/unpublished-reference'
    ])
    expect(result.diagnostics.map(({hint}) => hint)).toContain('Did you mean `boat.md`?')
  })
})

describe('rendered again', () => {
  test('is the edited page alone, when no list is another', async () => {
    await checkEdit({boat: `${articles['boat']} And something else.`}, ['/a/boat/'])
  })

  test('is what the edited article belongs beside now, and what it was beside', async () => {
    const quince = 'title: Filler 1\n---\nOrchards have fruit, and quinces.'
    const rendered = ['/a/apple/', '/a/pear/', '/a/plum/', '/a/z1/', '/a/z10/', '/a/z4/', '/a/z7/']
    const host = await checkEdit({z1: quince}, rendered)
    expect(besideIn(host, 'z1')).toEqual(['Apple', 'Plum'])
    expect(besideIn(host, 'apple')).toEqual(['Pear', 'Filler 1', 'Plum'])
  })

  test('are the pages that a removed article was beside', async () => {
    const host = await checkEdit({pear: undefined}, ['/', '/a/', '/a/apple/'])
    expect(besideIn(host, 'apple')).toEqual(['Plum'])
  })
})

test('an edit that changes no word ranks nothing again', async () => {
  const host = hostOf(articles)
  await build(host, plainOptions)
  host.files.set('content/a/boat.md', `---\n${articles['boat']?.replace('masts', '*masts*')}\n`)
  const {rendered} = await build(host, plainOptions)
  expect(rendered).toEqual(['/a/boat/'])
})

test('an edit opens no words but those that are new, and words that are damaged are found again', async () => {
  const clean = hostOf({...articles, boat: articles['ship'], ship: articles['boat']})
  await build(clean, plainOptions)
  for (const damage of [undefined, 'words']) {
    const memory = hostOf(articles)
    let openedCount = 0
    const readPart: MemoryHost['store']['readPart'] = (...parameters) => {
      openedCount++
      return memory.store.readPart(...parameters)
    }
    const host = {...memory, store: {...memory.store, readPart}}
    await build(host, plainOptions)
    if (damage !== undefined) host.store.write(damage, [new TextEncoder().encode('galley "memory" torn\n')])
    for (const [name, other] of [
      ['boat', 'ship'],
      ['ship', 'boat']
    ])
      host.files.set(`content/a/${name}.md`, `---\n${articles[other ?? '']}\n`)
    openedCount = 0
    await build(host, plainOptions)
    if (damage === undefined) expect(openedCount).toBeLessThan(Object.keys(articles).length)
    else expect(openedCount).toBeGreaterThan(Object.keys(articles).length)
    expect(new Map([...host.outputs].sort())).toEqual(new Map([...clean.outputs].sort()))
  }
})

test('of too many articles none are ranked, and pinned ones stay', async () => {
  const texts = {...articles, boat: `related: [plum.md]\n${articles['boat']}`}
  const {length} = Object.keys(texts)
  const names = ['apple', 'boat']
  const within = (articlesMax: number): unknown => ({related: {minConfidence: 0, articlesMax}, pageSize: 100})
  expect(await relatedIn(texts, names, within(length))).toEqual([
    expect.arrayContaining(['Pear']),
    expect.arrayContaining(['Plum', 'Ship'])
  ])
  expect(await relatedIn(texts, names, within(length - 1))).toEqual([[], ['Plum']])
})

test('a site that comes to have too many articles, or no longer has, is what a clean build makes of it', async () => {
  const {length} = Object.keys(articles)
  const settings = {related: {minConfidence: 0, articlesMax: length}, pageSize: 100}
  const host = hostOf(articles, settings)
  await build(host, plainOptions)
  expect(besideIn(host, 'apple')).toEqual(['Pear', 'Plum'])
  // No article, but it counts: whether there is one is not known before it is compiled.
  host.files.set('content/a/draft.md', '---\ndraft: true\n---\nOrchards.\n')
  await build(host, plainOptions)
  expect(besideIn(host, 'apple')).toEqual([])
  host.files.delete('content/a/draft.md')
  await build(host, plainOptions)
  const clean = hostOf(articles, settings)
  await build(clean, plainOptions)
  expect(new Map([...host.outputs].sort())).toEqual(new Map([...clean.outputs].sort()))
  expect(besideIn(host, 'apple')).toEqual(['Pear', 'Plum'])
})
