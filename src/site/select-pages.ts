import type {Page} from '#src/model/page.ts'
import type {OrderKey, Selector} from '#src/model/selector.ts'
import {orderPages} from './order-pages.ts'

/** What of a page decides where it is listed, also by search engines. */
export type ListedPage = Pick<
  Page,
  'source' | 'path' | 'kind' | 'section' | 'title' | 'date' | 'lastmod' | 'weight' | 'terms' | 'canonical'
>

/** The part of a page that listings depend on. */
export function listedPage(page: Page): ListedPage {
  const {source, path, kind, section, title, date, lastmod, weight, terms, canonical} = page
  return {
    source,
    path,
    kind,
    section,
    title,
    terms,
    ...(date === undefined ? {} : {date}),
    ...(lastmod === undefined ? {} : {lastmod}),
    ...(weight === undefined ? {} : {weight}),
    ...(canonical === undefined ? {} : {canonical})
  }
}

/**
 * The pages that a selector asks for, in order.
 *
 * @param pages
 *   Candidates, at least all that are asked for; those of the selector's term where it has one.
 * @param defaultOrder
 *   For a selector without order.
 */
export function selectPages(
  pages: ReadonlyArray<ListedPage>,
  selector: Selector,
  defaultOrder: ReadonlyArray<OrderKey>
): ReadonlyArray<ListedPage> {
  const {kind, section, sections, deep, order, limit} = selector
  const selected = pages.filter(
    (page) =>
      (kind === undefined || page.kind === kind) &&
      (section === undefined || isIn(page, section, deep === true)) &&
      (sections === undefined || sections.some((name) => isIn(page, name, true)))
  )
  return orderPages(selected, order ?? defaultOrder).slice(0, limit)
}

function isIn(page: ListedPage, section: string, isDeep: boolean): boolean {
  return page.section === section || (isDeep && (section === '' || page.section.startsWith(`${section}/`)))
}
