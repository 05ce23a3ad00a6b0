import type {Revision} from '#src/graph/revision.ts'
import type {RoutePath} from '#src/model/route.ts'
import {pageWeight, weighedPages} from '../queries/budgets.ts'
import {loadedBy, policedPages} from '../queries/hosts/content-security.ts'

/**
 * Settles what is to be known of a page that was just rendered, for the answers about all pages: as long as its text is at hand it is not
 * rendered for that once more.
 */
export function besideSettler(revision: Pick<Revision, 'get' | 'hash'>): (path: RoutePath) => void {
  const policed = new Set(revision.get(policedPages, null))
  const weighed = new Set(revision.get(weighedPages, null))
  return (path) => {
    if (policed.has(path)) revision.hash(loadedBy, path)
    if (weighed.has(path)) revision.hash(pageWeight, path)
  }
}
