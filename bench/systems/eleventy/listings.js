const pageSize = 10

/** Collections of the parts of all paginated lists: the usual way to paginate within each section and each term. */
export function addListings(eleventyConfig) {
  eleventyConfig.addCollection('articles', articlesIn)
  eleventyConfig.addCollection('sections', (api) => [...bySection(articlesIn(api)).keys()])
  eleventyConfig.addCollection('sectionParts', (api) => {
    const groups = bySection(articlesIn(api))
    for (const articles of groups.values()) linkNeighbors(articles)
    return parts(groups)
  })
  for (const taxonomy of ['categories', 'tags']) {
    eleventyConfig.addCollection(`${taxonomy}Terms`, (api) => {
      return [...byTerm(articlesIn(api), taxonomy)].map(([name, articles]) => ({
        name,
        count: articles.length
      }))
    })
    eleventyConfig.addCollection(`${taxonomy}Parts`, (api) => parts(byTerm(articlesIn(api), taxonomy)))
  }
}

function articlesIn(api) {
  return api
    .getAll()
    .filter((item) => item.data.description !== undefined && item.inputPath.endsWith('.md'))
    .sort((a, b) => b.date - a.date)
}

function bySection(articles) {
  return groupsOf(articles, (article) => [article.url.split('/')[1]])
}

function byTerm(articles, taxonomy) {
  return groupsOf(articles, (article) => article.data[taxonomy] ?? [])
}

function groupsOf(articles, keysOf) {
  const groups = new Map()
  for (const article of articles) {
    for (const key of keysOf(article)) {
      if (!groups.has(key)) groups.set(key, [])
      groups.get(key).push(article)
    }
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function linkNeighbors(articles) {
  articles.forEach((article, index) => {
    article.data.previousArticle = articles[index - 1]
    article.data.nextArticle = articles[index + 1]
  })
}

function parts(groups) {
  return [...groups].flatMap(([name, articles]) => {
    const pageCount = Math.ceil(articles.length / pageSize)
    return Array.from({length: pageCount}, (_, index) => ({
      name,
      articles: articles.slice(index * pageSize, (index + 1) * pageSize),
      pageNumber: index + 1,
      pageCount
    }))
  })
}
