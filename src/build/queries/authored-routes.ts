import {defineQuery, defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import {readPackagePath} from '#src/model/browser-packages.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {vendoredImages} from '#src/model/vendoring.ts'
import {besidePath, toFilePath} from '#src/routing/route-path.ts'
import {segmentOf} from '#src/routing/slug.ts'
import {assetsInput} from './inputs.ts'
import {publishedPages} from './listings/listed-pages.ts'
import {listingRoutes} from './listings/listing-routes.ts'
import {hasPackage, packageAddress} from './packages.ts'
import {pageEntry} from './pages.ts'
import {broken, visibility} from './publishing.ts'

/** Addresses of all that authors have put there: pages, listings, copied files. */
export const authoredRoutes: Query<null, ReadonlyArray<Route>> = defineQuery('authoredRoutes', (context) => [
  ...pageRoutes(context),
  ...context.read(listingRoutes, null),
  {kind: 'notFound', path: '/404.html' as RoutePath},
  ...assetRoutes(context)
])

/** Whether authors have put something at an address. */
export const isAuthored: Query<RoutePath, boolean> = defineStoredQuery('isAuthored', ({read}, path) =>
  Object.hasOwn(read(authoredPaths, null), path)
)

/** The addresses as names. */
export const authoredPaths: Query<null, Readonly<Record<string, true>>> = defineQuery(
  'authoredPaths',
  ({read}) => Object.fromEntries(read(authoredRoutes, null).map(({path}) => [path, true]))
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
      const path = read(pageEntry, bundle)?.path
      return path && toFilePath(besidePath(path, segments.slice(depth).join('/')))
    }
    const folders = segments.slice(1, -1).map(segmentOf)
    return toFilePath([...folders, segments.at(-1) ?? ''].join('/'))
  }
)

/** Broken pages keep their addresses in a build that keeps going: what was written there last stays. */
function pageRoutes({read}: QueryContext): ReadonlyArray<Route> {
  return [...read(publishedPages, null), ...read(broken, null)].flatMap((source): ReadonlyArray<Route> => {
    const found = read(pageEntry, source)
    return found === undefined ? [] : [{kind: 'page', path: found.path, source}]
  })
}

function assetRoutes({read}: QueryContext): ReadonlyArray<Route> {
  return (read(assetsInput, null) ?? []).flatMap((source): ReadonlyArray<Route> => {
    const user = readPackagePath(source)?.name
    // Only style sheets name it, which know it by another address.
    if (source.startsWith('vendor/') && !source.startsWith(vendoredImages)) return []
    // A package is large: it is published for those who need it.
    if (user !== undefined && !read(hasPackage, user)) return []
    const path = read(assetAddress, source)
    return path === undefined ? [] : [{kind: 'asset', path, source}]
  })
}
