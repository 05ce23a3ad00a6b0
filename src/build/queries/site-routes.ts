import {defineQuery, defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import {readPackagePath} from '#src/model/browser-packages.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {hasThemeStyle, themeStylePath} from '#src/render/render-theme-style.ts'
import {toFilePath, toMarkdownPath} from '#src/routing/route-path.ts'
import {segmentOf} from '#src/routing/slug.ts'
import {feedRoutes} from './feed-sources.ts'
import {assetsInput} from './inputs.ts'
import {publishedPages} from './listed-pages.ts'
import {listingRoutes} from './listing-routes.ts'
import {llmsRoutes} from './markdown.ts'
import {hasPackage, packageAddress} from './packages.ts'
import {page} from './pages.ts'
import {broken, visibility} from './publishing.ts'
import {llmsRules, siteView} from './settings.ts'
import {manifestRoutes, robotsRoutes} from './site-files.ts'
import {sitemapRoutes} from './sitemap.ts'
import {socialImageRoutes} from './social-image-routes.ts'

/** Every address of the site, pages before listings before redirects before copied files before what is for programs. */
export const routes: Query<null, ReadonlyArray<Route>> = defineStoredQuery('routes', (context) => {
  const pages = pageRoutes(context)
  const own: ReadonlyArray<Route> = [
    ...pages,
    ...context.read(listingRoutes, null),
    {kind: 'notFound', path: '/404.html' as RoutePath},
    ...redirectRoutes(context),
    ...assetRoutes(context)
  ]
  const taken = new Set(own.map(({path}) => path))
  const isFree = ({path}: Route): boolean => !taken.has(path)
  // What the author put at such an address takes its place; that of a sitemap with all of its parts.
  const single = [
    ...themeStyleRoutes(context),
    ...context.read(feedRoutes, null),
    ...context.read(robotsRoutes, null),
    ...context.read(manifestRoutes, null),
    ...context.read(socialImageRoutes, null),
    ...context.read(llmsRoutes, null),
    ...(context.read(llmsRules, null) === false ? [] : pages.flatMap(markdownRoute))
  ].filter(isFree)
  const sitemaps = context.read(sitemapRoutes, null)
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

/** Address of a copied file: below its page for a file of a bundle, below `/included/` for one that an included text shows, else as its folders say. */
export const assetAddress: Query<SourcePath, RoutePath | undefined> = defineStoredQuery(
  'assetAddress',
  ({read}, source) => {
    const packaged = packageAddress(source)
    if (packaged !== undefined) return packaged
    const segments = source.split('/')
    if (segments[0] === 'public') return toFilePath(segments.slice(1).join('/'))
    if (segments[0] === 'templates') return toFilePath(segments.slice(1).join('/'))
    // What an included text shows may lie anywhere: in a folder that the site does not have, it takes no address of another.
    if (segments[0] !== 'content') return toFilePath(`included/${source}`)
    for (let depth = segments.length - 1; depth > 1; depth--) {
      const folder = segments.slice(0, depth).join('/')
      const bundle = [`${folder}/index.md`, `${folder}/index.markdown`]
        .map((path) => path as SourcePath)
        .find((path) => read(visibility, path) !== undefined)
      if (bundle === undefined) continue
      if (read(visibility, bundle) !== 'published') return undefined
      const path = read(page, bundle)?.path
      return path && toFilePath(`${path}/${segments.slice(depth).join('/')}`)
    }
    const folders = segments.slice(1, -1).map(segmentOf)
    return toFilePath([...folders, segments.at(-1) ?? ''].join('/'))
  }
)

function themeStyleRoutes({read}: QueryContext): ReadonlyArray<Route> {
  return hasThemeStyle(read(siteView, null).theme)
    ? [{kind: 'themeStyle', path: themeStylePath as RoutePath}]
    : []
}

function markdownRoute(route: Route): ReadonlyArray<Route> {
  if (route.kind !== 'page') return []
  return [{kind: 'markdown', path: toMarkdownPath(route.path), source: route.source}]
}

/** Broken pages keep their addresses in a build that keeps going: what was written there last stays. */
function pageRoutes({read}: QueryContext): ReadonlyArray<Route> {
  return [...read(publishedPages, null), ...read(broken, null)].flatMap((source): ReadonlyArray<Route> => {
    const found = read(page, source)
    return found === undefined ? [] : [{kind: 'page', path: found.path, source}]
  })
}

function redirectRoutes({read}: QueryContext): ReadonlyArray<Route> {
  return read(publishedPages, null).flatMap((source): ReadonlyArray<Route> => {
    const found = read(page, source)
    return (found?.aliases ?? []).map((path) => ({kind: 'redirect', path, to: found?.path ?? path, source}))
  })
}

function assetRoutes({read}: QueryContext): ReadonlyArray<Route> {
  return (read(assetsInput, null) ?? []).flatMap((source): ReadonlyArray<Route> => {
    const user = readPackagePath(source)?.name
    // A package is large: it is published for those who need it.
    if (user !== undefined && !read(hasPackage, user)) return []
    const path = read(assetAddress, source)
    return path === undefined ? [] : [{kind: 'asset', path, source}]
  })
}
