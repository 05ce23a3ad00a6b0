import type {Revision} from '#src/graph/revision.ts'
import {pageKinds, type Route} from '#src/model/route.ts'
import {articleCount} from './queries/listings/listed-pages.ts'
import {leftOut, visibility} from './queries/publishing.ts'

/** How much a site has for readers, and how much it keeps from them yet. */
export interface SiteCounts {
  /** HTML pages made for readers, redirects not counted. */
  readonly pageCount: number
  /** Articles that are published; what is at the root is a page, and none. */
  readonly articleCount: number
  /** Articles and other texts that are not published, by what their front matter says. */
  readonly heldBack: Readonly<Record<HeldBack, number>>
}

type HeldBack = 'draft' | 'future' | 'expired'

/** Those of a revision, with its routes. */
export function countSite(revision: Pick<Revision, 'get'>, routes: ReadonlyArray<Route>): SiteCounts {
  const reasons = revision.get(leftOut, null).map((source) => revision.get(visibility, source))
  const countOf = (reason: HeldBack): number => reasons.filter((found) => found === reason).length
  return {
    pageCount: routes.filter(({kind}) => pageKinds.has(kind)).length,
    articleCount: revision.get(articleCount, null),
    heldBack: {draft: countOf('draft'), future: countOf('future'), expired: countOf('expired')}
  }
}
