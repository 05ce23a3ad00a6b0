import type {Spot} from '#src/diagnostics/problem-at.ts'
import {defineQuery, type Query} from '#src/graph/query.ts'
import type {Route} from '#src/model/route.ts'
import {findClaimed, findCollisions} from '#src/routing/find-collisions.ts'
import {findUnfitNames} from '#src/routing/find-unfit-names.ts'
import {addressSpot} from './address-spot.ts'
import {
  checkDefaults,
  checkFeeds,
  checkFonts,
  checkLists,
  checkSections,
  checkTaxonomies,
  checkTexts
} from './checks.ts'
import {checkRedirects} from './hosts/check-redirects.ts'
import {checkHeaders} from './hosts/host-headers.ts'
import {hasStubs, redirectRoutes} from './hosts/redirects.ts'
import {checkConfigReferences} from './links/config-references.ts'
import {checkOrphans} from './links/orphans.ts'
import {checkPackages} from './packages.ts'
import {checkImages, checkPages} from './page-checks.ts'
import {routes} from './site-routes.ts'

/**
 * Reports routes that claim one path, and what else is wrong with no single page, as far as that is known before pages are rendered: a dev server
 * asks for it too.
 */
export const checkSite: Query<null, null> = defineQuery('checkSite', ({read, report}) => {
  const spotOf = (route: Route): Spot => addressSpot(read, route)
  report(findCollisions(read(routes, null), spotOf))
  report(findUnfitNames(read(routes, null), spotOf))
  if (!read(hasStubs, null)) report(findClaimed(read(redirectRoutes, null), read(routes, null), spotOf))
  read(checkConfigReferences, null)
  read(checkRedirects, null)
  read(checkHeaders, null)
  read(checkTexts, null)
  read(checkDefaults, null)
  read(checkSections, null)
  read(checkTaxonomies, null)
  read(checkLists, null)
  read(checkPackages, null)
  read(checkFeeds, null)
  read(checkFonts, null)
  read(checkPages, null)
  read(checkImages, null)
  read(checkOrphans, null)
  return null
})
