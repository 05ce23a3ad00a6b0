import {expect, test} from 'vitest'
import {type ArticleWords, defaultRelated} from '#src/model/related.ts'
import {countGrams} from '#src/related/count-grams.ts'
import {numberWords} from '#src/related/number-words.ts'
import {rankAlone} from '#src/related/rank-together.ts'
import {type Ranked, rankedOf} from '#src/related/ranking.ts'
import {indexGrams} from '#src/related/ranking-index.ts'
import {randomArticles, worded} from './random-articles.ts'

function rankByCosine(articles: ReadonlyArray<ArticleWords>): ReadonlyArray<ReadonlyArray<Ranked>> {
  const counts = countGrams(numberWords(articles.map(worded), defaultRelated.fields))
  const ranking = rankAlone(indexGrams(counts, {text: 1, title: 0, search: 0}))
  return articles.map((_, article) => rankedOf(ranking, article))
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
  const ranks = rankByCosine(articles)
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
  const ranks = rankByCosine(articles)
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
