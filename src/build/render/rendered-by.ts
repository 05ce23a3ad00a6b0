import type {Cause} from '#src/graph/cause.ts'
import {parseKey} from '#src/graph/query.ts'
import type {Revision} from '#src/graph/revision.ts'
import type {RoutePath} from '#src/model/route.ts'
import {rendered} from '../queries/rendered.ts'

/**
 * The routes that a revision rendered, each with the changes that made it necessary.
 *
 * @param knownCount
 *   How many of them, the first, are to be left out. Default: none.
 */
export function renderedBy(
  revision: Pick<Revision, 'ran' | 'causes'>,
  knownCount = 0
): ReadonlyMap<RoutePath, ReadonlyArray<Cause>> {
  const keys = revision.ran(rendered).slice(knownCount)
  const routes = keys.map((key) => String(parseKey(key).argument) as RoutePath)
  return new Map(routes.map((route) => [route, revision.causes(rendered, route)]))
}
