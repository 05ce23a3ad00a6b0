import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {RoutePath} from '#src/model/route.ts'

/** A link of a template to a part of a page. */
export interface WantedPart {
  readonly path: RoutePath
  /** As it is written. */
  readonly id: string
  /** Of the template. */
  readonly file: string
  readonly written: string
}

/**
 * That a template leads to a part of a page. Whether there is such a part is known only when that page is rendered, for which rendering another must not
 * wait: so it is noted here, and looked at when all are.
 */
export const wantedPart: Query<WantedPart, null> = defineStoredQuery('wantedPart', () => null)
