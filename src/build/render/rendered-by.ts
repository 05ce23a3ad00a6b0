import type {Cause} from '#src/graph/cause.ts'
import {type Key, parseKey} from '#src/graph/query.ts'
import type {Revision} from '#src/graph/revision.ts'
import type {RoutePath} from '#src/model/route.ts'
import {rendered} from '../queries/rendered.ts'

/**
 * The routes that a revision rendered, each with the changes that made it necessary.
 *
 * @param keys
 *   Of the query that renders. Default: all with which it ran.
 */
export function renderedBy(
  revision: Pick<Revision, 'ran' | 'causes'>,
  keys: ReadonlyArray<Key> = revision.ran(rendered)
): ReadonlyMap<RoutePath, ReadonlyArray<Cause>> {
  const routes = keys.map((key) => String(parseKey(key).argument) as RoutePath)
  return new Map(routes.map((route) => [route, revision.causes(rendered, route)]))
}
