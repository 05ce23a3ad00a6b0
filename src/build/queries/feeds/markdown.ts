import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {LlmsEntry} from '#src/render/render-llms.ts'
import {toPermalink} from '#src/routing/href.ts'
import {toMarkdownPath} from '#src/routing/route-path.ts'
import {page} from '../pages.ts'
import {baseUrl, llmsRules} from '../settings.ts'

/** Addresses of the list of all Markdown, and of all of it; none where pages are there as HTML alone. */
export const llmsRoutes: Query<null, ReadonlyArray<Route>> = defineStoredQuery('llmsRoutes', ({read}) => {
  const rules = read(llmsRules, null)
  if (rules === false) return []
  const list: Route = {kind: 'llms', path: '/llms.txt' as RoutePath, brings: 'list'}
  return rules.full ? [list, {kind: 'llms', path: '/llms-full.txt' as RoutePath, brings: 'all'}] : [list]
})

/** What the list of all Markdown says of a page. */
export const llmsEntry: Query<SourcePath, LlmsEntry | undefined> = defineStoredQuery(
  'llmsEntry',
  ({read}, source) => {
    const found = read(page, source)
    if (found === undefined) return undefined
    const description = found.description ?? found.shortDescription
    return {
      title: found.title,
      permalink: toPermalink(toMarkdownPath(found.path), read(baseUrl, null)),
      ...(description === undefined ? {} : {description})
    }
  }
)
