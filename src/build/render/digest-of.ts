import {absent} from '#src/graph/hash.ts'
import type {Revision} from '#src/graph/revision.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import {toOutputPath} from '#src/routing/route-path.ts'
import type {OutputDigest} from '../answer.ts'
import {copyDigest, output} from '../queries/output.ts'

/** What a route comes to, without its bytes; `undefined` when that is nothing. */
export function digestOf(
  revision: Pick<Revision, 'get' | 'hash'>,
  {path, kind}: Route
): OutputDigest | undefined {
  return kind === 'asset' ? revision.get(copyDigest, path) : textDigestOf(revision, path)
}

/** As `digestOf` of a route that is no copied file: rendered only when its trace does not verify. */
export function textDigestOf(revision: Pick<Revision, 'hash'>, route: RoutePath): OutputDigest | undefined {
  const hash = revision.hash(output, route)
  return hash === absent ? undefined : {path: toOutputPath(route), route, hash}
}
