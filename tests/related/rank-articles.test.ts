import {expect, test} from 'vitest'
import {type ArticleWords, defaultRelated} from '#src/model/related.ts'
import {countGrams} from '#src/related/count-grams.ts'
import {rankArticles} from '#src/related/rank-articles.ts'
import {weighGrams} from '#src/related/weigh-grams.ts'

const noWords: ArticleWords = {title: '', description: '', headings: '', body: '', links: '', code: ''}

/** Articles of forty words each, of which some are common and most are rare. */
function randomArticles(count: number): ReadonlyArray<ArticleWords> {
  let state = 7
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
  const words = (length: number): string =>
    Array.from({length}, () => `w${Math.floor(next() ** 2 * 200)}`).join(' ')
  return Array.from({length: count}, () => ({...noWords, title: words(4), body: words(40)}))
}

/** Cosines as the definition has them, without an index. */
function naiveCosines(articles: ReadonlyArray<ArticleWords>): ReadonlyArray<ReadonlyArray<number>> {
  const counts = articles.map(({title, body}) => {
    const grams = new Map<string, number>()
    for (const [text, amount] of [
      [title, 3],
      [body, 1]
    ] as const) {
      const words = text.split(' ')
      const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`)
      for (const gram of [...words, ...pairs]) grams.set(gram, (grams.get(gram) ?? 0) + amount)
    }
    return grams
  })
  const frequencyOf = (gram: string): number => counts.filter((grams) => grams.has(gram)).length
  const frequencies = new Map(
    [...new Set(counts.flatMap((grams) => [...grams.keys()]))].map((gram) => [gram, frequencyOf(gram)])
  )
  const vectors = counts.map((grams) => {
    const weights = [...grams].flatMap(([gram, amount]) => {
      const frequency = frequencies.get(gram) ?? 0
      if (frequency < 2 || frequency > articles.length * 0.6) return []
      const rarity = Math.log((articles.length + 1) / (frequency + 0.5))
      return [[gram, Math.log1p(amount) * rarity * (gram.includes(' ') ? 0.5 : 1)] as const]
    })
    const length = Math.hypot(...weights.map(([, weight]) => weight))
    return new Map(weights.map(([gram, weight]) => [gram, weight / length]))
  })
  return vectors.map((one) =>
    vectors.map((other) => [...one].reduce((sum, [gram, weight]) => sum + weight * (other.get(gram) ?? 0), 0))
  )
}

test('cosines are those of the definition', () => {
  const articles = randomArticles(40)
  const counts = countGrams(articles, defaultRelated.fields)
  const ranks = rankArticles(weighGrams(counts), counts.frequencies.length, {text: 1, title: 0, search: 0})
  const expected = naiveCosines(articles)
  expect(ranks.flat().length).toBeGreaterThan(1000)
  for (const [number, ranked] of ranks.entries()) {
    for (const {article, cosine} of ranked) expect(cosine).toBeCloseTo(expected[number]?.[article] ?? -1, 5)
    const scores = ranked.map(({score}) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  }
})

test('the best are among the candidates also where there are many articles', () => {
  const articles = randomArticles(400)
  const counts = countGrams(articles, defaultRelated.fields)
  const ranks = rankArticles(weighGrams(counts), counts.frequencies.length, {text: 1, title: 0, search: 0})
  const best = naiveCosines(articles).map((cosines, number) =>
    cosines
      .map((cosine, article) => ({article, cosine: article === number ? 0 : cosine}))
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, 5)
  )
  const found = best.flatMap((five, number) =>
    five.filter(({article}) => ranks[number]?.some((ranked) => ranked.article === article))
  )
  expect(found.length / best.flat().length).toBeGreaterThan(0.95)
})
