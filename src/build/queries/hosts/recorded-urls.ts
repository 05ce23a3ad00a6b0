import {closest} from '#src/diagnostics/closest.ts'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {defineQuery, defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import {recordedUrlsFile} from '#src/model/loaded-config.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {findRedirect} from '#src/routing/find-redirect.ts'
import {hiddenUrl, lostHeading, lostUrl} from '#src/routing/messages.ts'
import {type PublishedUrl, type RecordedUrl, readUrls} from '#src/site/recorded-urls.ts'
import type {Visibility} from '#src/site/visibility.ts'
import {outline} from '../documents.ts'
import {recordedUrlsInput, sourcesInput} from '../inputs.ts'
import {address} from '../links/address.ts'
import {nearestAddress} from '../links/addresses.ts'
import {hasAnchor} from '../links/anchors.ts'
import {page} from '../pages.ts'
import {visibility} from '../publishing.ts'
import {routeAt, routes} from '../site-routes.ts'
import {redirects} from './redirects.ts'

/** What `urls.lock` has, by address. */
export const recordedUrls: Query<null, Readonly<Record<string, RecordedUrl>>> = defineQuery(
  'recordedUrls',
  ({read}) => Object.fromEntries(readUrls(read(recordedUrlsInput, null) ?? ''))
)

/** What `urls.lock` has of one address. */
export const recordedUrl: Query<string, RecordedUrl | undefined> = defineStoredQuery(
  'recordedUrl',
  ({read}, path) => ownValue(read(recordedUrls, null), path)
)

/**
 * Reports addresses and headings of `urls.lock` that the site does not have. It may ask for pages as they are rendered.
 *
 * Diagnostics, all errors: `routing/lost-url`, `routing/lost-heading`.
 */
export const checkRecordedUrls: Query<null, null> = defineQuery('checkRecordedUrls', ({read}) => {
  for (const path of Object.keys(read(recordedUrls, null))) read(checkRecordedUrl, path)
  return null
})

/** Reports addresses of `urls.lock` that the site does not have: all that can be told of it without a look into a text. */
export const checkRecordedAddresses: Query<null, null> = defineQuery('checkRecordedAddresses', ({read}) => {
  for (const path of Object.keys(read(recordedUrls, null))) read(checkRecordedAddress, path)
  return null
})

/** Reports one address. An article that has expired is meant to vanish. */
export const checkRecordedAddress: Query<string, null> = defineStoredQuery(
  'checkRecordedAddress',
  ({read, report}, path) => {
    // Where hosts know the rules, what they lead on from has no page.
    const isThere =
      read(routeAt, path) !== undefined ||
      findRedirect(read(redirects, null), path as RoutePath) !== undefined
    const hidden = isThere ? undefined : read(hiddenSource, path)
    if (isThere || hidden?.why === 'expired') return null
    const spot = spotOf(read(recordedUrl, path)?.line ?? 1, path)
    report([
      hidden === undefined
        ? lostUrl(spot, path, successorOf(read, path))
        : hiddenUrl(spot, path, {...hidden, why: hidden.why})
    ])
    return null
  }
)

/** Reports one address and its headings. */
export const checkRecordedUrl: Query<string, null> = defineStoredQuery(
  'checkRecordedUrl',
  ({read, report}, path) => {
    read(checkRecordedAddress, path)
    const {ids} = read(recordedUrl, path) ?? {ids: []}
    const route = read(routeAt, path)
    if (route !== undefined && 'source' in route && route.source !== undefined && route.kind !== 'redirect') {
      const {source} = route
      const lost = ids.filter(({id}) => !read(hasAnchor, [route.path, id]))
      report(
        lost.map(({id, line: at}) => {
          const nearest = closest(
            id,
            read(outline, source).map((heading) => heading.id)
          )
          return lostHeading(spotOf(at, `${path}#${id}`), `${path}#${id}`, {source, nearest})
        })
      )
    }
    return null
  }
)

/** The source that would have an address if readers saw it, and why they do not; `undefined` when there is none. */
export const hiddenSource: Query<
  string,
  {readonly source: SourcePath; readonly why: Exclude<Visibility, 'published' | 'broken'>} | undefined
> = defineStoredQuery('hiddenSource', ({read}, path) => {
  for (const source of read(sourcesInput, null) ?? []) {
    const why = read(visibility, source)
    if (why === undefined || why === 'published' || why === 'broken') continue
    if (read(page, source)?.path === path) return {source, why}
  }
  return undefined
})

/** What readers may link to, with headings, sorted: pages, listings and feeds, and what forwards to them; no parts of listings, and no files. */
export const publishedUrls: Query<null, ReadonlyArray<PublishedUrl>> = defineQuery(
  'publishedUrls',
  ({read}) =>
    read(routes, null)
      .filter(isLasting)
      .map((route) => ({path: route.path, ids: headingsOf(read, route)}))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
)

const lastingKinds: ReadonlySet<Route['kind']> = new Set([
  ...(['page', 'home', 'section', 'taxonomy', 'term', 'feed', 'redirect'] as const)
])

function isLasting(route: Route): boolean {
  return lastingKinds.has(route.kind) && !('pageNumber' in route && route.pageNumber > 1)
}

function headingsOf(read: QueryContext['read'], route: Route): ReadonlyArray<string> {
  if (!('source' in route) || route.source === undefined || route.kind === 'redirect') return []
  return read(outline, route.source).map(({id}) => id)
}

/** The page that an address probably became: the one of the file that had it by default, else the one with the nearest address. */
function successorOf(
  read: QueryContext['read'],
  path: string
): {readonly path: string; readonly source: string} | undefined {
  const file = `content${path.replace(/\/$/, '')}`
  for (const ending of ['.md', '/index.md', '.markdown']) {
    const source = (file + ending) as SourcePath
    const found = read(address, source)
    if (found !== undefined && 'path' in found) return {path: found.path, source}
  }
  const nearest = read(nearestAddress, path)
  const route = nearest && read(routeAt, nearest)
  return route?.kind === 'page' ? {path: route.path, source: route.source} : undefined
}

function spotOf(line: number, text: string): {readonly file: string; readonly place: Place} {
  return {
    file: recordedUrlsFile,
    place: {line, column: 1, endLine: line, endColumn: text.length + 1}
  }
}
