import type {Spot} from '#src/diagnostics/problem-at.ts'
import {defineQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {Route} from '#src/model/route.ts'
import {findClaimed, findCollisions} from '#src/routing/find-collisions.ts'
import {checkDefaults, checkFeeds, checkFonts, checkLists, checkMenus, checkTexts} from './checks.ts'
import {ownFrontMatter} from './documents.ts'
import {checkRedirects} from './hosts/check-redirects.ts'
import {checkHeaders} from './hosts/host-headers.ts'
import {redirectSpot} from './hosts/redirect-spot.ts'
import {hasStubs, redirectRoutes} from './hosts/redirects.ts'
import {configFileInput} from './inputs.ts'
import {checkOrphans} from './links/orphans.ts'
import {checkPackages} from './packages.ts'
import {checkImages, checkPages} from './page-checks.ts'
import {routes} from './site-routes.ts'

export {routes}

/** Reports routes that claim one path, and what else is wrong with no single page. */
export const collisions: Query<null, null> = defineQuery('collisions', ({read, report}) => {
  const spotOf = (route: Route): Spot => addressSpot(read, route)
  report(findCollisions(read(routes, null), spotOf))
  if (!read(hasStubs, null)) report(findClaimed(read(redirectRoutes, null), read(routes, null), spotOf))
  read(checkMenus, null)
  read(checkRedirects, null)
  read(checkHeaders, null)
  read(checkTexts, null)
  read(checkDefaults, null)
  read(checkLists, null)
  read(checkPackages, null)
  read(checkFeeds, null)
  read(checkFonts, null)
  read(checkPages, null)
  read(checkImages, null)
  read(checkOrphans, null)
  return null
})

/** Where the address of a route is set: the `url` or `slug` of a source, its alias, or a rule of the configuration. */
function addressSpot(read: QueryContext['read'], route: Route): Spot {
  if (route.kind === 'redirect') {
    const {path, source, rule = 0} = route
    return redirectSpot(read, source === undefined ? {index: rule} : {source, alias: path}, 'from')
  }
  const source = 'source' in route ? route.source : undefined
  if (source === undefined) return {file: read(configFileInput, null) ?? ''}
  const places = read(ownFrontMatter, source)?.places
  return {file: source, place: places?.['/url'] ?? places?.['/slug']}
}
