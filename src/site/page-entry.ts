import type {Page} from '#src/model/page.ts'
import type {Selector} from '#src/model/selector.ts'

/**
 * What of a page decides where it stands: at which addresses, and in which lists, also those of search engines. Not its title: that is edited
 * often, and decides only between pages that nothing else tells apart.
 */
export type PageEntry = Pick<
  Page,
  | 'source'
  | 'path'
  | 'aliases'
  | 'kind'
  | 'section'
  | 'unlisted'
  | 'date'
  | 'lastmod'
  | 'weight'
  | 'terms'
  | 'canonical'
>

/** The part of a page that addresses and listings depend on. */
export function entryOf(page: Page): PageEntry {
  const {source, path, aliases, kind, section, unlisted, date, lastmod, weight, terms, canonical} = page
  return {
    source,
    path,
    aliases,
    kind,
    section,
    unlisted,
    terms,
    ...(date === undefined ? {} : {date}),
    ...(lastmod === undefined ? {} : {lastmod}),
    ...(weight === undefined ? {} : {weight}),
    ...(canonical === undefined ? {} : {canonical})
  }
}

/**
 * The pages that a selector asks for, in the order in which they are given.
 *
 * @param pages
 *   Candidates, at least all that are asked for; those of the selector's term where it has one.
 */
export function selectPages(
  pages: ReadonlyArray<PageEntry>,
  {kind, section, sections, without, deep}: Selector
): ReadonlyArray<PageEntry> {
  return pages.filter(
    (page) =>
      (kind === undefined || page.kind === kind) &&
      (section === undefined || isIn(page, section, deep === true)) &&
      (sections === undefined || sections.some((name) => isIn(page, name, true))) &&
      without?.includes(page.section) !== true
  )
}

function isIn(page: PageEntry, section: string, isDeep: boolean): boolean {
  return page.section === section || (isDeep && (section === '' || page.section.startsWith(`${section}/`)))
}
