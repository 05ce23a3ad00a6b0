import {closest} from '#src/diagnostics/closest.ts'
import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import {pageKinds, type RoutePath} from '#src/model/route.ts'
import {findIds} from '#src/render/find-ids.ts'
import {isAmong} from '#src/site/fragment-links.ts'
import {bodyIds} from '../documents.ts'
import {rendered} from '../rendered.ts'
import {routeAt} from '../site-routes.ts'

/** A place within a page. */
type Anchor = readonly [path: RoutePath, id: string]

/**
 * Whether a page has a place with an id, which may be percent-encoded. Mostly the text of the page tells; only what it does not have is looked for in
 * the page as it is rendered, so that no query which rendering asks for may ask for this.
 */
export const hasAnchor: Query<Anchor, boolean> = defineStoredQuery('hasAnchor', ({read}, [path, id]) => {
  const route = read(routeAt, path)
  if (route === undefined || !pageKinds.has(route.kind)) return true
  const ofText = 'source' in route && route.source !== undefined ? read(bodyIds, route.source) : []
  if (isAmong(id, setOf(ofText))) return true
  const ids = read(renderedIds, path)
  return ids === undefined || isAmong(id, setOf(ids))
})

/** Of the ids of pages, as long as these are held: a page may be asked for thousands. */
const sets = new WeakMap<ReadonlyArray<string>, ReadonlySet<string>>()

function setOf(ids: ReadonlyArray<string>): ReadonlySet<string> {
  const known = sets.get(ids) ?? new Set(ids)
  sets.set(ids, known)
  return known
}

/** The id of a page that another was probably meant to be. */
export const nearestAnchor: Query<Anchor, string | undefined> = defineStoredQuery(
  'nearestAnchor',
  ({read}, [path, id]) => closest(id, read(renderedIds, path) ?? [])
)

/** Ids of a page as it is rendered; `undefined` where it cannot be. */
export const renderedIds: Query<RoutePath, ReadonlyArray<string> | undefined> = defineStoredQuery(
  'renderedIds',
  ({read}, path) => {
    const made = read(rendered, path)
    return made?.kind === 'text' ? findIds(made.text) : undefined
  }
)
