/*
 * What related articles are compared with. Each baseline gives, for each article, the numbers of all others that it relates, the best first.
 */

/** Hugo's defaults, as its documentation has them; `includeNewer` is a rule on dates, which all methods get alike. */
const hugoIndices = [
  {name: 'keywords', weight: 100},
  {name: 'date', weight: 10},
  {name: 'tags', weight: 80}
]
const hugoThreshold = 80

/**
 * Articles that share values of front matter: each shared value adds the weight of its index, and those whose shared values weigh less than
 * the threshold on average are left out. Of equal ones the newest comes first, as in Hugo's listings.
 */
export function rankAsHugo(articles) {
  const values = articles.map(({keywords, tags, day}) => ({
    keywords: new Set(keywords),
    tags: new Set(tags),
    date: new Set(day === '' ? [] : [day])
  }))
  return articles.map((_, article) => {
    const found = articles.flatMap((_, other) => {
      if (other === article) return []
      let [weight, count] = [0, 0]
      for (const {name, weight: each} of hugoIndices) {
        for (const value of values[article][name]) {
          if (!values[other][name].has(value)) continue
          weight += each
          count++
        }
      }
      return count > 0 && weight / count >= hugoThreshold ? [{other, weight}] : []
    })
    return found
      .sort(
        (a, b) =>
          b.weight - a.weight || compare(articles[b.other].day, articles[a.other].day) || a.other - b.other
      )
      .map(({other}) => other)
  })
}

/**
 * Plain TF-IDF: cosine of all words, each counted once wherever it stands, tf times ln(N / df).
 *
 * @param fields
 *   Parts of articles that count.
 */
export function rankByTfIdf(articles, fields) {
  const counts = articles.map(({words}) => {
    const count = new Map()
    for (const field of fields) {
      for (const word of words[field].split(/\s+/)) {
        if (word !== '') count.set(word, (count.get(word) ?? 0) + 1)
      }
    }
    return count
  })
  const frequencies = new Map()
  for (const count of counts)
    for (const word of count.keys()) frequencies.set(word, (frequencies.get(word) ?? 0) + 1)
  const vectors = counts.map((count) => {
    const weights = [...count].map(([word, times]) => [
      word,
      times * Math.log(articles.length / frequencies.get(word))
    ])
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1
    return new Map(weights.map(([word, weight]) => [word, weight / length]))
  })
  return vectors.map((vector, article) =>
    vectors
      .map((other, number) => ({number, cosine: number === article ? 0 : product(vector, other)}))
      .filter(({cosine}) => cosine > 0)
      .sort((a, b) => b.cosine - a.cosine || a.number - b.number)
      .map(({number}) => number)
  )
}

function product(vector, other) {
  let sum = 0
  for (const [word, weight] of vector) sum += weight * (other.get(word) ?? 0)
  return sum
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0
}
