/** Each measure of one ranked list, by the articles that are really linked. All are from 0 to 1. */
export const measures = {
  /** One by the place of the first linked article. */
  MRR: (list, linked) => {
    const index = list.findIndex((article) => linked.has(article))
    return index === -1 ? 0 : 1 / (index + 1)
  },
  'recall@5': (list, linked) => hits(list, linked, 5) / linked.size,
  'precision@3': (list, linked) => hits(list, linked, 3) / 3,
  'nDCG@5': (list, linked) => gain(list.slice(0, 5), linked) / gain([...linked].slice(0, 5), linked)
}

function hits(list, linked, count) {
  return list.slice(0, count).filter((article) => linked.has(article)).length
}

function gain(list, linked) {
  return list.reduce((sum, article, index) => sum + (linked.has(article) ? 1 / Math.log2(index + 2) : 0), 0)
}

export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

const rounds = 2000

/** Bounds of 95 of 100 means of values drawn from these ones, with repetition: how far other articles would have led elsewhere. */
export function interval(values, random) {
  const means = Array.from({length: rounds}, () =>
    mean(values.map(() => values[Math.floor(random() * values.length)]))
  ).sort((a, b) => a - b)
  return [means[Math.floor(rounds * 0.025)], means[Math.floor(rounds * 0.975)]]
}
