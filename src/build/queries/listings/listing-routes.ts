import {defineQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {toPagePath} from '#src/routing/route-path.ts'
import {styledPath} from '#src/routing/url-style.ts'
import {sections} from '../publishing.ts'
import {taxonomyNames, urlStyle} from '../settings.ts'
import {listingRules, type PartRequest, pageCount} from './listings.ts'
import {listingPath, listingSource} from './sections.ts'
import {terms} from './terms.ts'

/** Addresses of all listings, part by part: of the home page and the sections, then of the taxonomies. */
export const listingRoutes: Query<null, ReadonlyArray<Route>> = defineQuery('listingRoutes', (context) => [
  ...context.read(sections, null).flatMap((name) => sectionRoutes(context, name)),
  ...context.read(taxonomyNames, null).flatMap((name) => taxonomyRoutes(context, name))
])

function sectionRoutes(context: QueryContext, name: string): ReadonlyArray<Route> {
  const {read} = context
  const source = sourceOf(read(listingSource, name))
  return parts(context, read(listingPath, name), read(listingRules, {section: name})).map((part) =>
    name === '' ? {kind: 'home', ...part, ...source} : {kind: 'section', section: name, ...part, ...source}
  )
}

/** The index of a taxonomy and the listings of its terms; none while it has neither terms nor a text. */
function taxonomyRoutes(context: QueryContext, taxonomy: string): ReadonlyArray<Route> {
  const {read} = context
  const all = read(terms, taxonomy)
  const own = read(listingSource, taxonomy)
  if (all.length === 0 && own === undefined) return []
  const index: Route = {kind: 'taxonomy', path: read(listingPath, taxonomy), taxonomy, ...sourceOf(own)}
  const termRoutes = all.flatMap((term) =>
    parts(context, term.path, read(listingRules, {taxonomy, term: term.slug})).map(
      (part): Route => ({kind: 'term', taxonomy, term: term.slug, ...part, ...sourceOf(term.source)})
    )
  )
  return [index, ...termRoutes]
}

function sourceOf(source: SourcePath | undefined): {readonly source?: SourcePath} {
  return source === undefined ? {} : {source}
}

function parts(
  {read}: QueryContext,
  path: RoutePath,
  listing: Pick<PartRequest, 'selector' | 'size'>
): ReadonlyArray<{readonly path: RoutePath; readonly pageNumber: number}> {
  return Array.from({length: read(pageCount, listing)}, (_, index) => ({
    path: styledPath(toPagePath(path, index + 1), read(urlStyle, null)),
    pageNumber: index + 1
  }))
}
