import type {Place} from '#src/diagnostics/diagnostic.ts'
import {defineQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {Route} from '#src/model/route.ts'
import {findCollisions} from '#src/routing/find-collisions.ts'
import {decodeAddress, toRoutePath} from '#src/routing/route-path.ts'
import {checkDefaults, checkFeeds, checkFonts, checkLists, checkMenus, checkTexts} from './checks.ts'
import {ownFrontMatter} from './documents.ts'
import {checkPackages} from './packages.ts'
import {routes} from './site-routes.ts'

export {routes}

/** Reports routes that claim one path, and what else is wrong with no single page. */
export const collisions: Query<null, null> = defineQuery('collisions', ({read, report}) => {
  report(findCollisions(read(routes, null), (route) => addressPlace(read, route)))
  read(checkMenus, null)
  read(checkTexts, null)
  read(checkDefaults, null)
  read(checkLists, null)
  read(checkPackages, null)
  read(checkFeeds, null)
  read(checkFonts, null)
  return null
})

/** Where a source sets the address of a route: its `url`, `slug` or alias. */
function addressPlace(read: QueryContext['read'], route: Route): Place | undefined {
  const source = 'source' in route ? route.source : undefined
  const own = source && read(ownFrontMatter, source)
  if (own === undefined) return undefined
  if (route.kind !== 'redirect') return own.places['/url'] ?? own.places['/slug']
  const aliases = own.frontMatter.aliases ?? []
  const position = aliases.findIndex((alias) => toRoutePath(decodeAddress(alias)) === route.path)
  return own.places[`/aliases/${position}`] ?? own.places['/aliases']
}
