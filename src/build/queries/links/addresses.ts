import {
  closestByKeys,
  endsOf,
  groupByKeys,
  type KeyRules,
  type NamesByKey
} from '#src/diagnostics/closest-by-keys.ts'
import {defineQuery, defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import {ownValue} from '#src/model/own-value.ts'
import {leadsOn} from '#src/model/redirect.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {assetFolder} from '#src/routing/bundled-path.ts'
import {filledTarget, findRedirect} from '#src/routing/find-redirect.ts'
import {decodeAddress} from '#src/routing/route-path.ts'
import {bundledAt, slottedPath} from '../bundled-files.ts'
import {redirects} from '../hosts/redirects.ts'
import {assetsInput, sourcesInput} from '../inputs.ts'
import {urlStyle} from '../settings.ts'
import {routeAt, routes} from '../site-routes.ts'
import {address} from './address.ts'

/**
 * Address of what a template, a menu or front matter names: a file (`content/about.md`), or a path from the root, with or
 * without percent escapes. `undefined` when there is none.
 */
export const addressOf: Query<string, RoutePath | undefined> = defineStoredQuery(
  'addressOf',
  ({read}, target) => {
    const path = decodeAddress(target).normalize('NFC')
    if (path.startsWith('/')) return routeNear(read, path)
    const found = read(address, path as SourcePath)
    return found !== undefined && 'path' in found ? found.path : undefined
  }
)

/** Addresses by their last segment, for suggestions. */
export const pathsByName: Query<null, NamesByKey<RoutePath>> = defineQuery('pathsByName', ({read}) =>
  groupByKeys(pathsOf(read(routes, null)), (path) => [lastSegment(path)])
)

/** Addresses by their folders and the ends of what stands behind them, for suggestions. */
export const pathsByEnds: Query<null, NamesByKey<RoutePath>> = defineQuery('pathsByEnds', ({read}) =>
  groupByKeys(pathsOf(read(routes, null)), endsWithin)
)

/** Files of the site by their names, for suggestions. */
export const filesByName: Query<null, NamesByKey<SourcePath>> = defineQuery('filesByName', ({read}) =>
  groupByKeys(filesOf(read), (path) => [lastSegment(path)])
)

/** Files of the site by their folders and the ends of their names, for suggestions. */
export const filesByEnds: Query<null, NamesByKey<SourcePath>> = defineQuery('filesByEnds', ({read}) =>
  groupByKeys(filesOf(read), endsWithin)
)

/** The file that one that is not there was probably meant to be: the only one of that name, or beside it with a similar one. */
export const nearestFile: Query<string, SourcePath | undefined> = defineStoredQuery(
  'nearestFile',
  ({read}, path) => nearest(path, read(filesByName, null), () => read(filesByEnds, null))
)

function filesOf(read: QueryContext['read']): ReadonlyArray<SourcePath> {
  return [...(read(sourcesInput, null) ?? []), ...(read(assetsInput, null) ?? [])]
}

function pathsOf(routes: ReadonlyArray<Route>): ReadonlyArray<RoutePath> {
  return routes.map(({path}) => path)
}

/** Addresses, without a final slash, and files of the site by what they are in lower case. */
export const pathsInLowerCase: Query<null, Readonly<Record<string, string>>> = defineQuery(
  'pathsInLowerCase',
  ({read}) => {
    const addresses = read(routes, null).map(({path}) => path.replace(/\/$/, ''))
    return Object.fromEntries([...filesOf(read), ...addresses].map((path) => [lowerCase(path), path]))
  }
)

/** The address or file that differs from a path in upper and lower case alone; `undefined` when there is none. */
export const caseTwin: Query<string, string | undefined> = defineStoredQuery('caseTwin', ({read}, path) => {
  const bare = path.replace(/\/$/, '')
  const twin = ownValue(read(pathsInLowerCase, null), lowerCase(bare))
  return twin === bare ? undefined : twin
})

/**
 * The address that a broken one was probably meant to be: the only one with the same last segment, or beside it with a similar one. `undefined` when
 * none is near. A template may write as many broken ones as there are pages, so that they are not compared with all there are.
 */
export const nearestAddress: Query<string, RoutePath | undefined> = defineStoredQuery(
  'nearestAddress',
  ({read}, path) => nearest(path, read(pathsByName, null), () => read(pathsByEnds, null))
)

/** The only path of that name, wherever it is, or one in the same folder with a similar name. */
function nearest<Path extends string>(
  path: string,
  byName: NamesByKey<Path>,
  byEnds: () => NamesByKey<Path>
): Path | undefined {
  const [found, second] = ownValue(byName, lastSegment(path)) ?? []
  // Any folder may have an `index.md`.
  const isNamesake = found !== undefined && second === undefined && !/^_?index$/.test(bareName(path))
  return isNamesake ? found : closestByKeys(path, byEnds(), slips)
}

/**
 * The address at which `path` is found, with or without a final slash; where it forwards, the one that it forwards to. That of a bundled file has
 * a slot.
 */
export function routeNear(read: QueryContext['read'], path: string): RoutePath | undefined {
  const part = path.startsWith(assetFolder) ? read(bundledAt, path) : undefined
  if (part !== undefined) return slottedPath([part])
  const bare = path.replace(/\/$/, '')
  const found =
    read(routeAt, `${bare}/`) ?? (bare === '' ? undefined : (read(routeAt, bare) ?? fileRoute(read, bare)))
  return found === undefined || found.kind === 'redirect' ? read(forwarded, path) : found.path
}

/** What is at an address without the ending that pages of the site have. */
function fileRoute(read: QueryContext['read'], bare: string): Route | undefined {
  const style = read(urlStyle, null)
  return style === 'html' || style === 'bare' ? read(routeAt, `${bare}.html`) : undefined
}

/** Where readers arrive who ask for an address that only a rule is for: an address of this site. `undefined` where none is for it, or what is there has gone. */
export const forwarded: Query<string, RoutePath | undefined> = defineStoredQuery(
  'forwarded',
  ({read}, path) => {
    const rule = findRedirect(read(redirects, null), path)
    if (rule === undefined || rule.status === 410) return undefined
    // What lies elsewhere, or is sent in place, has no other address in this site.
    if (!leadsOn(rule.status) || rule.target?.kind !== 'site') return path as RoutePath
    const to = filledTarget(rule, path)
    const bare = to.replace(/\/$/, '')
    return (read(routeAt, `${bare}/`) ?? read(routeAt, bare))?.path
  }
)

function lastSegment(path: string): string {
  return path.replace(/\/$/, '').split('/').at(-1)?.toLowerCase() ?? ''
}

/** Ends of the last segment, without the kind of file, each behind all that stands before it. */
function endsWithin(path: string): ReadonlyArray<string> {
  const bare = path.replace(/\/$/, '')
  const folder = bare.slice(0, bare.lastIndexOf('/') + 1).toLowerCase()
  return endsOf(bareName(path)).map((end) => folder + end)
}

/** What is called nearly the same in one folder. A longer name with more slips than that is another one. */
const slips: KeyRules = {keysOf: endsWithin, partOf: bareName, editsMax: 3}

/** The last segment without the kind of file. */
function bareName(path: string): string {
  return lastSegment(path).replace(/\.[^.]*$/, '')
}

function lowerCase(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
