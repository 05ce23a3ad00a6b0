import type {Spot} from '#src/diagnostics/problem-at.ts'
import type {QueryContext} from '#src/graph/query.ts'
import {noPlaces, placeFinder} from '#src/model/front-matter-places.ts'
import type {Route} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {termSlugOf} from '#src/routing/slug.ts'
import {nameSpot} from './claims.ts'
import {configSpot} from './config-spot.ts'
import {ownFrontMatter} from './documents.ts'
import {redirectSpot} from './hosts/redirect-spot.ts'
import {sourcesByTerm} from './listings/terms.ts'

type Read = QueryContext['read']

/**
 * Where the address of a route is set: the `url` or `slug` of a source, its alias, the name of a term in the first page that has
 * it, a folder, or a rule of the configuration.
 */
export function addressSpot(read: Read, route: Route): Spot {
  if (route.kind === 'redirect') {
    const {path, source, rule = 0} = route
    return redirectSpot(read, source === undefined ? {index: rule} : {source, alias: path}, 'from')
  }
  if ('source' in route && route.source !== undefined) return sourceSpot(read, route.source)
  if (route.kind === 'term') return termSpot(read, route.taxonomy, route.term)
  if (route.kind === 'taxonomy') return configSpot(read, ['taxonomies', route.taxonomy, 'path'])
  if (route.kind === 'section') return {file: `content/${route.section}`}
  return configSpot(read, [])
}

function sourceSpot(read: Read, source: SourcePath): Spot {
  const findPlace = placeFinder(read(ownFrontMatter, source)?.places ?? noPlaces)
  return {file: source, place: findPlace('/url') ?? findPlace('/slug')}
}

function termSpot(read: Read, taxonomy: string, term: string): Spot {
  const [source] = read(sourcesByTerm, taxonomy)[term] ?? []
  if (source === undefined) return configSpot(read, ['taxonomies', taxonomy])
  return nameSpot(read, source, taxonomy, (name) => termSlugOf(name) === term)
}
