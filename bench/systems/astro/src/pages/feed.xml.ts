import rss from '@astrojs/rss'
import {allArticles, site} from '../lib/articles'

export async function GET(context) {
  const articles = await allArticles()
  return rss({
    ...site,
    site: context.site,
    items: articles.slice(0, 20).map(({id, data}) => ({
      title: data.title,
      link: `/${id}/`,
      pubDate: data.date,
      description: data.description
    }))
  })
}
