import {defineQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {Page} from '#src/model/page.ts'
import type {MenuItem} from '#src/model/site-config.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {Listing, Questions, SiteView} from '#src/model/view.ts'
import {toHref, toPermalink} from '#src/routing/href.ts'
import {toPagePath} from '#src/routing/route-path.ts'
import {neighbors, type PartRequest, pages, part, section, term, termNamed, terms} from './listings.ts'
import {outline, page, readConfig, readingMinutes, wordCount} from './pages.ts'
import {addressOf, basePath, body, excerpt, isElsewhere} from './text.ts'

/** What templates may know of the site. */
export const siteView: Query<null, SiteView> = defineQuery('siteView', (context) => {
  const {title, description, baseUrl, language, timeZone, environment, params} = readConfig(context)
  return {title, description, baseUrl, language, timeZone, environment, params}
})

/** Origin and base path. */
export const baseUrl: Query<null, string> = defineQuery('baseUrl', (context) => readConfig(context).baseUrl)

/** Entries of a menu; empty when there is none of that name. */
export const menu: Query<string, ReadonlyArray<MenuItem>> = defineQuery('menu', (context, name) => {
  const {menus} = readConfig(context)
  return Object.hasOwn(menus, name) ? (menus[name] ?? []) : []
})

/** Title of a taxonomy for readers. */
export const taxonomyTitle: Query<string, string> = defineQuery(
  'taxonomyTitle',
  (context, taxonomy) => readConfig(context).taxonomies[taxonomy]?.title ?? taxonomy
)

/** What a template may ask, each question a recorded read. */
export function questionsOf({read}: QueryContext): Questions {
  return Object.freeze({
    site: () => read(siteView, null),
    pages: (selector) => pagesOf(read, read(pages, selector)),
    section: (name) => read(section, name),
    terms: (taxonomy) => read(terms, taxonomy),
    term: (taxonomy, slug) => read(term, [taxonomy, slug]),
    termsOf: (owner, taxonomy) =>
      (owner.terms[taxonomy] ?? []).flatMap((name) => {
        const found = read(termNamed, [taxonomy, name])
        return found === undefined ? [] : [found]
      }),
    menu: (name) => read(menu, name),
    taxonomyTitle: (taxonomy) => read(taxonomyTitle, taxonomy),
    neighbors: ({section: name, source}) => {
      const [previous, next] = read(neighbors, {section: name, source}).map((neighbor) =>
        neighbor === null ? undefined : read(page, neighbor)
      )
      return {...(previous === undefined ? {} : {previous}), ...(next === undefined ? {} : {next})}
    },
    body: ({source}) => read(body, source),
    excerpt: ({source}) => read(excerpt, source),
    outline: ({source}) => read(outline, source),
    wordCount: ({source}) => read(wordCount, source),
    readingMinutes: ({source}) => read(readingMinutes, source),
    href: (target) => locate(target, (path) => toHref(path, read(basePath, null))),
    permalink: (target) => locate(target, (path) => toPermalink(path, read(baseUrl, null)))
  } satisfies Questions)

  function locate(target: string | {readonly path: string}, locateIn: (path: string) => string): string {
    if (typeof target !== 'string') return locateIn(target.path)
    if (isElsewhere(target) || target.startsWith('#')) return target
    const [, path = '', suffix = ''] = /^([^?#]*)(.*)$/su.exec(target) ?? []
    return locateIn(read(addressOf, path) ?? path) + suffix
  }
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

function pagesOf(read: QueryContext['read'], sources: ReadonlyArray<SourcePath>): ReadonlyArray<Page> {
  return sources.flatMap((source) => {
    const found = read(page, source)
    return found === undefined ? [] : [found]
  })
}
