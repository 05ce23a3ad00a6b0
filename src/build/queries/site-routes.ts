import {defineQuery, defineStoredQuery, type Query} from '#src/graph/query.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {Route} from '#src/model/route.ts'
import {toMarkdownPath} from '#src/routing/route-path.ts'
import {authoredRoutes} from './authored-routes.ts'
import {feedRoutes} from './feeds/feed-sources.ts'
import {llmsRoutes} from './feeds/markdown.ts'
import {manifestRoutes, robotsRoutes} from './feeds/site-files.ts'
import {sitemapRoutes} from './feeds/sitemap.ts'
import {hostFileRoutes} from './hosts/hosted-site.ts'
import {hasStubs, redirectRoutes} from './hosts/redirects.ts'
import {socialImageRoutes} from './images/social-image-routes.ts'
import {llmsRules} from './settings.ts'

/** Every address of the site, pages before listings before redirects before copied files before what is for programs. */
export const routes: Query<null, ReadonlyArray<Route>> = defineStoredQuery('routes', ({read}) => {
  const authored = read(authoredRoutes, null)
  const hostFiles = read(hostFileRoutes, null)
  const joined = new Set(hostFiles.map(({path}) => path))
  const own: ReadonlyArray<Route> = [
    ...authored.filter(({kind}) => kind !== 'asset'),
    ...(read(hasStubs, null) ? read(redirectRoutes, null) : []),
    // What the author tells hosts stands in the file that Galley makes.
    ...authored.filter(({kind, path}) => kind === 'asset' && !joined.has(path)),
    ...hostFiles
  ]
  const taken = new Set(own.map(({path}) => path))
  const isFree = ({path}: Route): boolean => !taken.has(path)
  // What the author put at such an address takes its place; that of a sitemap with all of its parts.
  const single = [
    ...read(feedRoutes, null),
    ...read(robotsRoutes, null),
    ...read(manifestRoutes, null),
    ...read(socialImageRoutes, null),
    ...read(llmsRoutes, null),
    ...(read(llmsRules, null) === false ? [] : authored.flatMap(markdownRoute))
  ].filter(isFree)
  const sitemaps = read(sitemapRoutes, null)
  return [...own, ...single, ...(sitemaps.slice(0, 1).every(isFree) ? sitemaps : [])]
})

/** Routes by address. */
export const routesByPath: Query<null, Readonly<Record<string, Route>>> = defineQuery(
  'routesByPath',
  ({read}) => Object.fromEntries([...read(routes, null)].reverse().map((route) => [route.path, route]))
)

/** The route at an address; `undefined` where there is none. */
export const routeAt: Query<string, Route | undefined> = defineStoredQuery('routeAt', ({read}, path) =>
  ownValue(read(routesByPath, null), path)
)

function markdownRoute(route: Route): ReadonlyArray<Route> {
  if (route.kind !== 'page') return []
  return [{kind: 'markdown', path: toMarkdownPath(route.path), source: route.source}]
}
