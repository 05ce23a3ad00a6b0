import type {Place} from '#src/diagnostics/diagnostic.ts'
import type {Spot} from '#src/diagnostics/problem-at.ts'
import type {QueryContext} from '#src/graph/query.ts'
import {placeFinder} from '#src/model/front-matter-places.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {RedirectOrigin} from '#src/routing/redirect-table.ts'
import {decodeAddress, toRoutePath} from '#src/routing/route-path.ts'
import {configSpot} from '../config-spot.ts'
import {ownFrontMatter} from '../documents.ts'

/** Where a rule is written; `key` is the part of it that is meant where the configuration has it. */
export function redirectSpot(
  read: QueryContext['read'],
  origin: RedirectOrigin,
  key: 'from' | 'to' | 'status'
): Spot {
  if ('source' in origin) return {file: origin.source, place: aliasPlace(read, origin.source, origin.alias)}
  return configSpot(read, ['redirects', origin.index, key])
}

/** Where a source has an alias. */
export function aliasPlace(
  read: QueryContext['read'],
  source: SourcePath,
  alias: RoutePath
): Place | undefined {
  const own = read(ownFrontMatter, source)
  if (own === undefined) return undefined
  const position = (own.frontMatter.aliases ?? []).findIndex(
    (written) => toRoutePath(decodeAddress(written)) === alias
  )
  const findPlace = placeFinder(own.places)
  return findPlace(`/aliases/${position}`) ?? findPlace('/aliases')
}
