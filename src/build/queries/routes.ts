import {defineQuery, type Query} from '#src/graph/query.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {findCollisions} from '#src/routing/find-collisions.ts'
import {sectionPathOf} from '#src/routing/permalink.ts'
import {toFilePath, toPagePath} from '#src/routing/route-path.ts'
import {segmentOf} from '#src/routing/slug.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import type {Visibility} from '#src/site/visibility.ts'
import {assetInput, assetsInput, documentInput} from './inputs.ts'
import {listingRules, type PartRequest, pageCount, publishedSources, section, terms} from './listings.ts'
import {ownFrontMatter, page, readConfig, rootText, sections, visibility} from './pages.ts'

/** Every address of the site, pages before listings before redirects before copied files. */
export const routes: Query<null, ReadonlyArray<Route>> = defineQuery('routes', (context) => {
  const {read} = context
  const config = readConfig(context)
  const sources = read(publishedSources, null)
  const pageRoutes = sources.flatMap((source): ReadonlyArray<Route> => {
    const found = read(page, source)
    return found === undefined ? [] : [{kind: 'page', path: found.path, source}]
  })
  const sectionRoutes = read(sections, null).flatMap((name): ReadonlyArray<Route> => {
    const path = read(section, name)?.path ?? sectionPathOf(name)
    return parts(path, read(listingRules, {section: name})).map((part) =>
      name === '' ? {kind: 'home', ...part} : {kind: 'section', section: name, ...part}
    )
  })
  const taxonomyRoutes = Object.entries(config.taxonomies).flatMap(
    ([taxonomy, {path}]): ReadonlyArray<Route> => {
      const all = read(terms, taxonomy)
      if (all.length === 0) return []
      const index: Route = {kind: 'taxonomy', path: path as RoutePath, taxonomy}
      const termRoutes = all.flatMap(({slug, path: termPath}) =>
        parts(termPath, read(listingRules, {taxonomy, term: slug})).map(
          (part): Route => ({kind: 'term', taxonomy, term: slug, ...part})
        )
      )
      return [index, ...termRoutes]
    }
  )
  const redirects = sources.flatMap((source): ReadonlyArray<Route> => {
    const found = read(page, source)
    return (found?.aliases ?? []).map((path) => ({kind: 'redirect', path, to: found?.path ?? path, source}))
  })
  const assets = (read(assetsInput, null) ?? []).flatMap((source): ReadonlyArray<Route> => {
    const path = read(assetAddress, source)
    return path === undefined ? [] : [{kind: 'asset', path, source}]
  })
  const notFound: Route = {kind: 'notFound', path: '/404.html' as RoutePath}
  return [...pageRoutes, ...sectionRoutes, ...taxonomyRoutes, notFound, ...redirects, ...assets]

  function parts(
    path: RoutePath,
    listing: Pick<PartRequest, 'selector' | 'size'>
  ): ReadonlyArray<{readonly path: RoutePath; readonly pageNumber: number}> {
    return Array.from({length: read(pageCount, listing)}, (_, index) => ({
      path: toPagePath(path, index + 1),
      pageNumber: index + 1
    }))
  }
})

/** Reports routes that claim one path. */
export const collisions: Query<null, null> = defineQuery('collisions', ({read, report}) => {
  report(findCollisions(read(routes, null)))
  return null
})

/** Routes by address. */
export const routesByPath: Query<null, Readonly<Record<string, Route>>> = defineQuery(
  'routesByPath',
  ({read}) => Object.fromEntries([...read(routes, null)].reverse().map((route) => [route.path, route]))
)

/** The route at an address; `undefined` where there is none. */
export const routeAt: Query<string, Route | undefined> = defineQuery('routeAt', ({read}, path) => {
  const all = read(routesByPath, null)
  return Object.hasOwn(all, path) ? all[path] : undefined
})

/** Addresses by their last segment, for suggestions. */
export const pathsByName: Query<null, Readonly<Record<string, ReadonlyArray<RoutePath>>>> = defineQuery(
  'pathsByName',
  ({read}) => {
    const paths = new Map<string, Array<RoutePath>>()
    for (const {path} of read(routes, null)) {
      const name = lastSegment(path)
      const known = paths.get(name)
      if (known === undefined) paths.set(name, [path])
      else known.push(path)
    }
    return Object.fromEntries(paths)
  }
)

/** The one address with the same last segment as a broken one; `undefined` when there is none or several. */
export const namesake: Query<string, RoutePath | undefined> = defineQuery('namesake', ({read}, path) => {
  const all = read(pathsByName, null)
  const name = lastSegment(path)
  const [found, second] = Object.hasOwn(all, name) ? (all[name] ?? []) : []
  return second === undefined ? found : undefined
})

/** Where a file of the site is found by readers, or why it is not. */
export type Address = {readonly path: RoutePath} | {readonly unpublished: Exclude<Visibility, 'published'>}

/** Address of a document or copied file; `undefined` when it has none. */
export const address: Query<SourcePath, Address | undefined> = defineQuery('address', (context, source) => {
  const {read} = context
  if (read(documentInput, source) === undefined) {
    const path = read(assetInput, source) === undefined ? undefined : read(assetAddress, source)
    return path && {path}
  }
  if (source === read(rootText, null)) return {path: sectionPathOf('')}
  const name = sourceNameOf(source)
  if (name.kind === 'index') return listingAddress(context, name.folders)
  const why = read(visibility, source)
  if (why !== undefined && why !== 'published') return {unpublished: why}
  const path = read(page, source)?.path
  return path && {path}
})

/** Address of a copied file: below its page for a file of a bundle, else as its folders say. */
export const assetAddress: Query<SourcePath, RoutePath | undefined> = defineQuery(
  'assetAddress',
  ({read}, source) => {
    const segments = source.split('/')
    if (segments[0] === 'public') return toFilePath(segments.slice(1).join('/'))
    if (segments[0] === 'templates') return toFilePath(segments.slice(1).join('/'))
    for (let depth = segments.length - 1; depth > 1; depth--) {
      const bundle = `${segments.slice(0, depth).join('/')}/index.md` as SourcePath
      if (read(ownFrontMatter, bundle) === undefined) continue
      if (read(visibility, bundle) !== 'published') return undefined
      const path = read(page, bundle)?.path
      return path && toFilePath(`${path}/${segments.slice(depth).join('/')}`)
    }
    const folders = segments.slice(1, -1).map(segmentOf)
    return toFilePath([...folders, segments.at(-1) ?? ''].join('/'))
  }
)

function listingAddress(
  context: Parameters<typeof readConfig>[0],
  folders: ReadonlyArray<string>
): Address | undefined {
  const {read} = context
  const [taxonomy = '', name] = folders
  const config = readConfig(context).taxonomies[taxonomy]
  if (config === undefined) {
    const path = read(section, folders.join('/'))?.path
    return path && {path}
  }
  if (name === undefined) return {path: config.path as RoutePath}
  const own = `content/${folders.join('/')}/_index.md`
  const path = read(terms, taxonomy).find(({source}) => source === own)?.path
  return path && {path}
}

function lastSegment(path: string): string {
  return path.replace(/\/$/, '').split('/').at(-1)?.toLowerCase() ?? ''
}
