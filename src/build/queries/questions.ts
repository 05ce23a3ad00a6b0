import type {QueryContext} from '#src/graph/query.ts'
import type {Page} from '#src/model/page.ts'
import type {Html, Listing, Questions} from '#src/model/view.ts'
import {toHref} from '#src/routing/href.ts'
import {toPagePath} from '#src/routing/route-path.ts'
import {styledPath} from '#src/routing/url-style.ts'
import type {AddressNotes} from './links/address-notes.ts'
import {type PartRequest, part} from './listings/listings.ts'
import {basePath, urlStyle} from './settings.ts'
import {pagesOf, siteQuestionsOf} from './site-questions.ts'
import {body, excerpt} from './text.ts'

/** What a page is rendered in. Its notes get the addresses and texts that are answered. */
export interface PageContext extends QueryContext {
  readonly notes: AddressNotes
}

/** What a template may ask, each question a recorded read. For one run of a query. */
export function questionsOf(context: PageContext): Questions {
  const {read, notes} = context
  return Object.freeze({
    ...siteQuestionsOf(context, basePath, notes),
    body: ({source}) => insert(read(body, source)),
    excerpt: ({source}) => insert(read(excerpt, source))
  } satisfies Questions)

  function insert(html: Html): Html {
    notes.inserted.push(html)
    return html
  }
}

/** One part of a listing with the addresses of its neighbors. */
export function readListing({read, notes}: PageContext, request: PartRequest, path: Page['path']): Listing {
  const {sources, total, pageCount} = read(part, request)
  const {pageNumber} = request
  const hrefOf = (number: number): string => {
    const href = toHref(styledPath(toPagePath(path, number), read(urlStyle, null)), read(basePath, null))
    notes.answered.add(href)
    return href
  }
  return {
    pages: pagesOf(read, sources),
    pageNumber,
    pageCount,
    total,
    ...(pageNumber > 1 ? {previous: hrefOf(pageNumber - 1)} : {}),
    ...(pageNumber < pageCount ? {next: hrefOf(pageNumber + 1)} : {})
  }
}
