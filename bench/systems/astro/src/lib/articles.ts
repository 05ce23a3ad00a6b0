import {type CollectionEntry, getCollection} from 'astro:content'

export type Article = CollectionEntry<'articles'>

export const site = {title: 'Field notes', description: 'Articles to measure with.'}

export const pageSize = 10

let found: Promise<Array<Article>> | undefined

/** All articles, newest first; asked for once in a build. */
export function allArticles(): Promise<Array<Article>> {
  if (import.meta.env.DEV) return sorted()
  found ??= sorted()
  return found
}

async function sorted(): Promise<Array<Article>> {
  const articles = await getCollection('articles')
  return articles.sort((a, b) => b.data.date.getTime() - a.data.date.getTime())
}

export function sectionOf(article: Article): string {
  return article.id.split('/')[0]
}

/** Articles by each of their keys, the keys in order. */
export function groupsOf(
  articles: Array<Article>,
  keysOf: (article: Article) => Array<string>
): Map<string, Array<Article>> {
  const groups = new Map<string, Array<Article>>()
  for (const article of articles) {
    for (const key of keysOf(article)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [article])
      else group.push(article)
    }
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const minutes = new WeakMap<Article, number>()

/** At 200 words a minute. */
export function readingMinutes(article: Article): number {
  const known = minutes.get(article)
  if (known !== undefined) return known
  const counted = Math.ceil((article.body ?? '').split(/\s+/).length / 200)
  minutes.set(article, counted)
  return counted
}

const dayFormat = new Intl.DateTimeFormat('en', {dateStyle: 'medium', timeZone: 'UTC'})

export const day = (date: Date): string => dayFormat.format(date)
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10)
