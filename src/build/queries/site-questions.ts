import type {Query, QueryContext} from '#src/graph/query.ts'
import type {ImageSize} from '#src/model/fragment.ts'
import type {ImageWish, ShownImage} from '#src/model/image.ts'
import {toSlot} from '#src/model/link-slot.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {Page} from '#src/model/page.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {FileLink, Questions} from '#src/model/view.ts'
import {toHref, toPermalink} from '#src/routing/href.ts'
import {isElsewhere, pathPart} from '#src/routing/resolve-reference.ts'
import {decodeAddress, toMarkdownPath} from '#src/routing/route-path.ts'
import {termSlugOf} from '#src/routing/slug.ts'
import {contentsOf} from '#src/site/contents.ts'
import {isNewestFirst} from '#src/site/order-pages.ts'
import {once} from '../once.ts'
import {bundledAt, sheetGroups, slottedPath} from './bundled-files.ts'
import {features, outline, readingMinutes, wordCount} from './documents.ts'
import {feedLinks} from './feeds/feed-links.ts'
import {imageSizeAt} from './images/image-sizes.ts'
import {shownImageAt} from './images/images.ts'
import {socialImagePath} from './images/social-image-routes.ts'
import type {AddressNotes} from './links/address-notes.ts'
import {addressOf} from './links/addresses.ts'
import {neighbors, pages} from './listings/listings.ts'
import {section} from './listings/sections.ts'
import {term, termReference, terms} from './listings/terms.ts'
import {packageEntry} from './packages.ts'
import {page} from './pages.ts'
import {related} from './related.ts'
import {
  baseUrl,
  contentsRules,
  llmsRules,
  menu,
  orderIn,
  siteView,
  taxonomyTitle,
  urlStyle
} from './settings.ts'
import {routeAt} from './site-routes.ts'

/**
 * What templates and components alike may ask, each question a recorded read. For one run of a query: what is asked again and again
 * is read once.
 *
 * @param baseOf
 *   What addresses begin with: `basePath`, or `baseUrl` for what is shown outside of the site.
 * @param notes
 *   Gets the addresses that are answered.
 */
export function siteQuestionsOf(
  {read}: Pick<QueryContext, 'read'>,
  baseOf: Query<null, string>,
  notes: AddressNotes
): Omit<Questions, 'body' | 'excerpt'> {
  const site = once(() => read(siteView, null))
  const base = once(() => read(baseOf, null))
  const hrefs = new Map<string, string>()
  return Object.freeze({
    site,
    pages: (selector) => pagesOf(read, read(pages, selector)),
    section: (name) => read(section, name),
    terms: (taxonomy) => read(terms, taxonomy),
    term: (taxonomy, slug) => read(term, [taxonomy, slug]),
    termsOf: (owner, taxonomy) => {
      const slugs = new Set((ownValue(owner.terms, taxonomy) ?? []).map(termSlugOf))
      return [...slugs].flatMap((slug) => read(termReference, [taxonomy, slug]) ?? [])
    },
    menu: (name) => read(menu, name),
    taxonomyTitle: (taxonomy) => read(taxonomyTitle, taxonomy),
    feeds: (of = {section: ''}) => {
      const links = read(feedLinks, of)
      for (const {href} of links) notes.answered.add(href)
      return links
    },
    neighbors: ({section: name, source}) => {
      const [previous, next] = read(neighbors, {section: name, source}).map((neighbor) =>
        neighbor === null ? undefined : read(page, neighbor)
      )
      return {...(previous === undefined ? {} : {previous}), ...(next === undefined ? {} : {next})}
    },
    related: ({source}, limit) => pagesOf(read, read(related, source).slice(0, limit)),
    isNewestFirst: (owner) => isNewestFirst(owner, read(orderIn, owner.section)),
    outline: ({source}) => read(outline, source),
    // An author who wrote `toc: false` must not make the page depend on its outline.
    contents: (owner) =>
      owner.toc === false ? [] : contentsOf(read(outline, owner.source), owner, read(contentsRules, null)),
    wordCount: ({source}) => read(wordCount, source),
    features: ({source}) => read(features, source),
    readingMinutes: ({source}) => read(readingMinutes, source),
    packageHref: (name) => {
      const path = read(packageEntry, name)
      return path === undefined ? undefined : answer(toHref(path, base()))
    },
    imageSize: (target) => {
      return inSite(typeof target === 'string' ? target : target.path, sizeOf)
    },
    image: (target, wish) => {
      const path = typeof target === 'string' ? target : target.path
      const asWritten = path.startsWith(base()) ? path : hrefOf(path)
      return inSite(path, (own) => imageOf(own, wish)) ?? {src: asWritten, sources: []}
    },
    socialImage: ({source}) => read(socialImagePath, source),
    markdownHref: ({path}) => {
      if (read(llmsRules, null) === false) return undefined
      const written = read(routeAt, toMarkdownPath(path))
      return written?.kind === 'markdown' ? answer(toHref(written.path, base())) : undefined
    },
    styles: (paths) =>
      read(sheetGroups, paths).map((group) =>
        'parts' in group ? linkTo(group.parts) : {href: hrefOf(group.address)}
      ),
    script: (path) => {
      const part = read(bundledAt, path)
      return part === undefined ? {href: hrefOf(path)} : linkTo([part])
    },
    has: (path) => read(addressOf, path) !== undefined,
    href: (target) => (typeof target === 'string' ? hrefOf(target) : answer(toHref(target.path, base()))),
    permalink: (target) => {
      const permalinkOf = (path: string): string => toPermalink(path, read(baseUrl, null))
      return typeof target === 'string' ? locate(target, permalinkOf) : answer(permalinkOf(target.path))
    }
  } satisfies Omit<Questions, 'body' | 'excerpt'>)

  /** Every item of a menu asks for the page that shows it. */
  function hrefOf(target: string): string {
    const known = hrefs.get(target)
    if (known !== undefined) return known
    const href = locate(target, (path) => toHref(path, base()))
    hrefs.set(target, href)
    return href
  }

  function linkTo(parts: ReadonlyArray<string>): FileLink {
    const href = answer(toHref(slottedPath(parts), base()))
    // Of what is no answer of a server browsers check nothing, and load it not at all.
    return read(urlStyle, null) === 'relative' ? {href} : {href, integrity: toSlot('integrity', parts)}
  }

  /** What is found of a target as it is named, or as an address with what addresses begin with. */
  function inSite<Found>(target: string, find: (own: string) => Found | undefined): Found | undefined {
    return find(target) ?? (target.startsWith(base()) ? find(target.slice(base().length - 1)) : undefined)
  }

  function sizeOf(target: string): ImageSize | undefined {
    const path = pathOf(target)
    return path && imageSizeAt({read}, {path})
  }

  function imageOf(target: string, wish: ImageWish | undefined): ShownImage | undefined {
    const path = pathOf(target)
    return path && shownImageAt({read}, {path}, (found) => answer(toHref(found, base())), wish)
  }

  /** Of an address without what addresses begin with, or of a file. */
  function pathOf(target: string): RoutePath | undefined {
    return isElsewhere(target) ? undefined : read(addressOf, pathPart(target))
  }

  function locate(target: string, locateIn: (path: string) => string): string {
    if (isElsewhere(target) || target.startsWith('#')) return target
    const [, path = '', suffix = ''] = /^([^?#]*)(.*)$/su.exec(target) ?? []
    const found = read(addressOf, path)
    if (found !== undefined) return answer(locateIn(found) + suffix)
    // What an author wrote and nobody has: the author was told of it, and it stays as it is.
    if (notes.answered.has(target)) return target
    const address = locateIn(decodeAddress(path)) + suffix
    notes.missed.set(address, target)
    return address
  }

  function answer(address: string): string {
    notes.answered.add(address)
    return address
  }
}

/** Pages of sources, in their order. */
export function pagesOf(read: QueryContext['read'], sources: ReadonlyArray<SourcePath>): ReadonlyArray<Page> {
  return sources.flatMap((source) => {
    const found = read(page, source)
    return found === undefined ? [] : [found]
  })
}
