import {allArticles, groupsOf, sectionOf} from './articles'

let names: Promise<Array<string>> | undefined

/** Names of all sections, in order; asked for once. */
export function sectionNames(): Promise<Array<string>> {
  names ??= allArticles().then((articles) => [
    ...groupsOf(articles, (article) => [sectionOf(article)]).keys()
  ])
  return names
}
