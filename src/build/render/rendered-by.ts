import type {Cause} from '#src/graph/cause.ts'
import {parseKey, queryNameOf} from '#src/graph/query.ts'
import type {Revision} from '#src/graph/revision.ts'
import type {RoutePath} from '#src/model/route.ts'
import {rendered} from '../queries/rendered.ts'

/** The routes that a revision rendered, each with the changes that made it necessary. */
export function renderedBy(revision: Revision): ReadonlyMap<RoutePath, ReadonlyArray<Cause>> {
  const routes = revision
    .ran()
    .filter((key) => queryNameOf(key) === rendered.name)
    .map((key) => String(parseKey(key).argument) as RoutePath)
  return new Map(routes.map((route) => [route, revision.causes(rendered, route)]))
}
