import type {QueryContext} from '#src/graph/query.ts'
import type {Page} from '#src/model/page.ts'
import type {Listing, Questions} from '#src/model/view.ts'
import {toHref} from '#src/routing/href.ts'
import {toPagePath} from '#src/routing/route-path.ts'
import {type PartRequest, part} from './listings.ts'
import {basePath} from './settings.ts'
import {pagesOf, siteQuestionsOf} from './site-questions.ts'
import {body, excerpt} from './text.ts'

/** What a template may ask, each question a recorded read. For one run of a query. */
export function questionsOf(context: QueryContext): Questions {
  const {read} = context
  return Object.freeze({
    ...siteQuestionsOf(context, basePath),
    body: ({source}) => read(body, source),
    excerpt: ({source}) => read(excerpt, source)
  } satisfies Questions)
}

/** One part of a listing with the addresses of its neighbors. */
export function readListing({read}: QueryContext, request: PartRequest, path: Page['path']): Listing {
  const {sources, total, pageCount} = read(part, request)
  const {pageNumber} = request
  const hrefOf = (number: number): string => toHref(toPagePath(path, number), read(basePath, null))
  return {
    pages: pagesOf(read, sources),
    pageNumber,
    pageCount,
    total,
    ...(pageNumber > 1 ? {previous: hrefOf(pageNumber - 1)} : {}),
    ...(pageNumber < pageCount ? {next: hrefOf(pageNumber + 1)} : {})
  }
}
