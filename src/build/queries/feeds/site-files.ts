import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {ImageSize} from '#src/model/fragment.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {assetInput, imageSizeInput} from '../inputs.ts'
import {manifestRules, ownBasePath, robotsRules} from '../settings.ts'

/** Files in `public/` that browsers take for icons on home screens. */
const iconNames = ['favicon.svg', 'icon-192.png', 'icon-512.png', 'apple-touch-icon.png']

/** Icons of the site. */
export const siteIcons: Query<
  null,
  ReadonlyArray<{readonly name: string; readonly size?: ImageSize}>
> = defineStoredQuery('siteIcons', ({read}) =>
  iconNames.flatMap((name) => {
    const source = `public/${name}` as SourcePath
    if (read(assetInput, source) === undefined) return []
    const size = read(imageSizeInput, source)
    return size === undefined ? {name} : {name, size}
  })
)

/** Address of the manifest; none for a site without icons, which no browser would put on a home screen. */
export const manifestRoutes: Query<null, ReadonlyArray<Route>> = defineStoredQuery(
  'manifestRoutes',
  ({read}) => {
    const hasManifest = read(manifestRules, null) !== false && read(siteIcons, null).length > 0
    return hasManifest ? [{kind: 'manifest', path: '/manifest.webmanifest' as RoutePath}] : []
  }
)

/** Address of the rules for crawlers; none for a site in a folder, since crawlers ask only at the root of a host. */
export const robotsRoutes: Query<null, ReadonlyArray<Route>> = defineStoredQuery('robotsRoutes', ({read}) => {
  const hasRobots = read(robotsRules, null) !== false && read(ownBasePath, null) === '/'
  return hasRobots ? [{kind: 'robots', path: '/robots.txt' as RoutePath}] : []
})
