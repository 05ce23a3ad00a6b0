import type {Revision} from '#src/graph/revision.ts'
import type {Route} from '#src/model/route.ts'
import {once} from '../once.ts'
import {pageWeight, weighedPages} from '../queries/budgets.ts'
import {loadedBy, policedPages} from '../queries/hosts/content-security.ts'
import {settleTextFacts} from './settle-links.ts'

/**
 * Settles what is to be known of a page that was just rendered, for the answers about all pages: as long as its text is at hand it is not
 * rendered for that once more, nor is its document opened.
 */
export function besideSettler(revision: Pick<Revision, 'get' | 'hash'>): (route: Route) => void {
  const policed = once(() => new Set(revision.get(policedPages, null)))
  const weighed = once(() => new Set(revision.get(weighedPages, null)))
  return (route) => {
    if (policed().has(route.path)) revision.hash(loadedBy, route.path)
    if (weighed().has(route.path)) revision.hash(pageWeight, route.path)
    settleTextFacts(revision, route)
  }
}
