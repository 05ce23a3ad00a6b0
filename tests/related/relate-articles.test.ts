import {describe, expect, test} from 'vitest'
import {defaultRelated} from '#src/model/related.ts'
import type {SourcePath} from '#src/model/source.ts'
import {type Draft, fillers, relate, shownBeside} from './check-related.ts'

const fruit: Readonly<Record<string, Draft>> = {
  apple: 'orchard fruit tree harvest apple',
  pear: 'orchard fruit tree harvest pear',
  boat: 'sail harbor mast rope',
  ship: 'sail harbor mast anchor',
  ...fillers
}

/** All that is found, however little sure. */
const all = {minConfidence: 0}

test('articles that say the same belong together', () => {
  const site = relate(fruit, {limit: 1})
  expect(['apple', 'pear', 'boat', 'ship'].map((name) => shownBeside(site, name))).toEqual([
    ['pear'],
    ['apple'],
    ['ship'],
    ['boat']
  ])
})

test('what has no word in common with any other has nothing beside it', () => {
  const site = relate({...fruit, alone: 'entirely something else'}, all)
  expect(shownBeside(site, 'alone')).toEqual([])
})

test('a site of a few articles relates none', () => {
  const {z0: _, z1: __, ...few} = fillers
  expect(shownBeside(relate({a: 'red apple', b: 'red apple'}, all), 'a')).toEqual([])
  expect(Object.keys(few)).toHaveLength(10)
})

test('a title that names what an article is about counts more than a mention', () => {
  const site = relate(
    {
      asking: 'mutex mutex lock thread waits other own1 own2 only3',
      named: {title: 'mutex lock', body: 'common0 common1 own4 own5 only7'},
      mention: 'mutex common0 common1 own4 own5 only7 own8 only9',
      ...fillers
    },
    {...all, limit: 1}
  )
  expect(shownBeside(site, 'asking')).toEqual(['named'])
})

describe('what is left out', () => {
  const pears: Readonly<Record<string, Draft>> = {
    apple: {body: 'orchard fruit tree harvest apple juice', links: ['pear' as SourcePath], day: '2024-01-02'},
    pear: {body: 'orchard fruit tree harvest pear', day: '2024-01-01'},
    plum: {body: 'orchard fruit tree plum', day: '2024-01-03'},
    ...fillers
  }

  test('what the article links to, unless that is wanted', () => {
    expect(shownBeside(relate(pears, all), 'apple')).toEqual(['plum'])
    expect(shownBeside(relate(pears, {...all, exclude: []}), 'apple')).toEqual(['pear', 'plum'])
    // The one that is linked to does not link back.
    expect(shownBeside(relate(pears, all), 'pear')).toContain('apple')
  })

  test('what is newer, where that is asked for', () => {
    expect(shownBeside(relate(pears, {...all, exclude: ['newer']}), 'apple')).toEqual(['pear'])
  })

  test('all but one of those that say the same, and of a series', () => {
    const twins = {
      apple: 'orchard fruit tree harvest apple juice',
      one: 'orchard fruit tree harvest pear',
      two: 'orchard fruit tree harvest pear',
      ...fillers
    }
    expect(shownBeside(relate(twins, all), 'apple')).toEqual(['one'])
    const series = {
      apple: 'orchard fruit tree harvest apple juice',
      one: {body: 'orchard fruit tree pear blossom', series: 'Fruit'},
      two: {body: 'orchard harvest tree plum stone', series: 'Fruit'},
      ...fillers
    }
    expect(shownBeside(relate(series, all), 'apple')).toHaveLength(1)
  })

  test('what is less sure than the least that is wanted', () => {
    expect(shownBeside(relate(fruit, {minConfidence: 1}), 'apple')).toEqual([])
  })

  test('more than the limit', () => {
    const names = Array.from({length: 6}, (_, number) => [
      `a${number}`,
      `orchard fruit tree kind${number} kind${5 - number}`
    ])
    const site = relate({...Object.fromEntries(names), ...fillers}, {...all, limit: 2})
    expect(shownBeside(site, 'a0')).toHaveLength(2)
  })
})

test('what two articles have in common is told, the weightiest first', () => {
  const site = relate(fruit, {...all, limit: 1})
  const apple = site.articles.find(({article}) => article.source === 'apple')
  const [match] = apple?.shown ?? []
  expect(apple && match && [...site.sharedWords(apple, match)].slice(0, 4).sort()).toEqual([
    'fruit',
    'harvest',
    'orchard',
    'tree'
  ])
})

test('sentences that link count for nothing by default', () => {
  const drafts = {...fruit, pear: {body: 'own4 only7', linking: 'sail harbor mast rope'}}
  expect(shownBeside(relate(drafts, all), 'pear')).not.toContain('boat')
  const fields = {...defaultRelated.fields, links: 1}
  expect(shownBeside(relate(drafts, {...all, fields}), 'pear')).toContain('boat')
})

describe('confidence', () => {
  /** Pairs of articles, each about a matter of its own, linked where the number says so. */
  function pairsOf(isLinked: (number: number) => boolean): Readonly<Record<string, Draft>> {
    return Object.fromEntries(
      Array.from({length: 150}, (_, number) => number).flatMap((number) => {
        const text = `matter${number} subject${number} word${number % 7} word${number % 11}`
        const links = isLinked(number) ? [`b${number}` as SourcePath] : []
        return [
          [`a${number}`, {body: `${text} left${number}`, links}],
          [`b${number}`, `${text} right${number}`]
        ]
      })
    )
  }

  test('is calibrated where a hundred pairs are linked, and else says nothing of the site', () => {
    expect(relate(pairsOf((number) => number < 99)).calibration).toBeUndefined()
    expect(relate(pairsOf((number) => number < 100)).calibration).toBeDefined()
  })

  test('is higher on a site that links more', () => {
    const [some, most] = [100, 140].map((count) => {
      const {articles} = relate(pairsOf((number) => number < count))
      return articles.find(({article}) => article.source === 'a149')?.matches[0]?.confidence ?? 0
    })
    expect(some).toBeGreaterThan(0.3)
    expect(most).toBeGreaterThan(some ?? 1)
  })

  test('auto leaves out the least sure quarter', () => {
    const site = relate(fruit, {limit: 3})
    const confidences = site.articles.flatMap(({matches}) =>
      matches.slice(0, 3).map(({confidence}) => confidence)
    )
    const left = confidences.filter((confidence) => confidence < site.threshold)
    expect(left.length).toBeLessThanOrEqual(confidences.length / 4)
    expect(left.length).toBeGreaterThan(0)
  })
})

test('the order of ids, and what another article adds, are the same in every process', () => {
  const site = relate(fruit, all)
  const again = relate(Object.fromEntries(Object.entries(fruit).reverse()), all)
  expect(again.articles).toEqual(site.articles)
})
