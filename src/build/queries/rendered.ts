import {absent, type Hash, hashText} from '#src/graph/hash.ts'
import {definePassingQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {Output} from '#src/model/output.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {ViewByKind} from '#src/model/view.ts'
import {tagsOf} from '#src/render/html-tags.ts'
import {renderHtml} from '#src/render/render-html.ts'
import {renderRedirect} from '#src/render/render-redirect.ts'
import {renderSitemap, renderSitemapIndex} from '#src/render/render-sitemap.ts'
import {targetHref} from '#src/routing/host-redirects.ts'
import {basePathOf, toPermalink} from '#src/routing/href.ts'
import {type AddressStyle, writeAddresses} from '#src/routing/url-style.ts'
import {checkHtml} from './check-html.ts'
import {cascade, textSource} from './defaults.ts'
import {isIntact} from './documents.ts'
import {feedText} from './feeds/feed-text.ts'
import {llmsText, markdownText} from './feeds/markdown-texts.ts'
import {manifestText, robotsText} from './feeds/site-file-texts.ts'
import {sitemapPart} from './feeds/sitemap.ts'
import {hostFileText} from './hosts/host-file-text.ts'
import {socialImage} from './images/social-images.ts'
import {keepGoingInput} from './inputs.ts'
import {linkCode} from './linked-code.ts'
import {noteAddresses} from './links/address-notes.ts'
import {checkAddresses} from './links/check-addresses.ts'
import {listingRules} from './listings/listings.ts'
import {section} from './listings/sections.ts'
import {term, terms, termText} from './listings/terms.ts'
import {checkOwnPackages} from './packages.ts'
import {page} from './pages.ts'
import {rootText, visibility} from './publishing.ts'
import {type PageContext, questionsOf, readListing} from './questions.ts'
import {basePath, baseUrl, isAddressKnown, ownBasePath, urlStyle} from './settings.ts'
import {routeAt} from './site-routes.ts'
import {type Choice, callTemplate} from './templates.ts'
import {checkReferences} from './text.ts'

/** What a template made for a route: a drawing, or a text with slots where names of bundled files belong. */
export type Rendered =
  | {readonly kind: 'text'; readonly text: string; readonly hash: Hash}
  | Extract<Output, {readonly kind: 'drawing'}>

/**
 * What is made for a route; `undefined` when its source is broken, or its template failed, and for a copied file. Bundled files it names only by
 * what they are made of: `output` has their addresses.
 */
export const rendered: Query<RoutePath, Rendered | undefined> = definePassingQuery(
  'rendered',
  (context, path) => {
    const route = context.read(routeAt, path)
    if (route === undefined || route.kind === 'asset' || isLeftOut(context, route)) return undefined
    if (route.kind === 'socialImage') return socialImage(context, route)
    const made = renderRoute({...context, notes: noteAddresses()}, route)
    if (made === undefined) return undefined
    const text = writeAddresses(made, addressStyle(context, route))
    return {kind: 'text', text, hash: hashText(text)}
  },
  (made) => made?.hash ?? absent
)

/** How addresses are written in a text. A page for addresses that are not there is shown at any, and hosts know nothing of pages. */
function addressStyle({read}: QueryContext, route: Route): AddressStyle {
  const isEverywhere = route.kind === 'notFound' || route.kind === 'hostFile'
  return {
    style: read(urlStyle, null),
    basePath: read(ownBasePath, null),
    ...(isEverywhere ? {} : {from: route.path})
  }
}

type Renderer<Kind extends Route['kind']> = (
  context: PageContext,
  route: Extract<Route, {kind: Kind}>
) => string | undefined

type RenderedKind = Exclude<Route['kind'], 'asset' | 'socialImage'>

const renderers: {readonly [Kind in RenderedKind]: Renderer<Kind>} = {
  page: (context, route) => {
    const found = context.read(page, route.source)
    if (found === undefined) return undefined
    context.read(checkReferences, route.source)
    context.read(checkOwnPackages, route.source)
    const choice: Choice = {
      kind: found.kind,
      folder: found.section,
      layout: found.layout,
      source: found.source
    }
    return render(context, choice, {path: route.path, view: questionsOf(context), page: found})
  },
  home: (context, route) => renderSection(context, {...route, section: ''}, 'home'),
  section: (context, route) => renderSection(context, route, 'section'),
  taxonomy: (context, route) => {
    const {read} = context
    const {taxonomy, path} = route
    const view = questionsOf(context)
    const text = read(section, taxonomy)
    checkText(context, text)
    return render(
      context,
      {kind: 'taxonomy', folder: taxonomy, layout: text?.layout, source: text?.source},
      {
        path,
        view,
        taxonomy,
        title: view.taxonomyTitle(taxonomy),
        terms: read(terms, taxonomy),
        ...(text === undefined ? {} : {section: text})
      }
    )
  },
  term: (context, route) => {
    const {taxonomy, pageNumber, path} = route
    const found = context.read(term, [taxonomy, route.term])
    if (found === undefined) return undefined
    checkText(context, found)
    const request = {...context.read(listingRules, {taxonomy, term: route.term}), pageNumber}
    return render(
      context,
      {kind: 'term', folder: taxonomy, layout: found.layout, source: found.source},
      {
        path,
        view: questionsOf(context),
        taxonomy,
        term: found,
        listing: readListing(context, request, found.path)
      }
    )
  },
  notFound: (context, {path}) =>
    render(context, {kind: '404', folder: ''}, {path, view: questionsOf(context)}),
  feed: feedText,
  markdown: (context, {source}) => markdownText(context, source),
  llms: llmsText,
  robots: robotsText,
  manifest: manifestText,
  sitemap: ({read}, {pageNumber}) => renderSitemap(read(sitemapPart, pageNumber)),
  sitemapIndex: ({read}, {parts}) => {
    const base = read(baseUrl, null)
    return renderSitemapIndex(parts.map((part) => toPermalink(part, base)))
  },
  hostFile: hostFileText,
  redirect: ({read}, {to}) => {
    const base = read(baseUrl, null)
    const href = targetHref(to, read(basePath, null))
    const hasPermalink = to.kind !== 'site' || read(isAddressKnown, null)
    if (!hasPermalink) return renderRedirect({href})
    return renderRedirect({href, permalink: new URL(targetHref(to, basePathOf(base)), base).href})
  }
}

/** Whether the text of a route has errors, in a build that keeps going: what was written there last stays. */
function isLeftOut({read}: QueryContext, route: Route): boolean {
  return read(keepGoingInput, null) === true && textsOf().some((text) => isBroken(text))

  function textsOf(): ReadonlyArray<SourcePath | undefined> {
    if (route.kind === 'page' || route.kind === 'markdown' || route.kind === 'socialImage')
      return [route.source]
    if (route.kind === 'section') return [read(textSource, route.section)]
    if (route.kind === 'taxonomy') return [read(textSource, route.taxonomy)]
    if (route.kind === 'term') return [read(termText, [route.taxonomy, route.term])]
    return route.kind === 'home' ? [read(rootText, null)] : []
  }

  function isBroken(text: SourcePath | undefined): boolean {
    return text !== undefined && (read(visibility, text) === 'broken' || !read(isIntact, text))
  }
}

function renderRoute(context: PageContext, route: Extract<Route, {kind: RenderedKind}>): string | undefined {
  // One renderer per kind: TypeScript cannot see that the route's kind picks the renderer of that very kind.
  const renderer = renderers[route.kind] as Renderer<RenderedKind>
  return renderer(context, route)
}

function renderSection(
  context: PageContext,
  route: {readonly path: RoutePath; readonly section: string; readonly pageNumber: number},
  kind: 'home' | 'section'
): string | undefined {
  const found = context.read(section, route.section)
  if (found === undefined) return undefined
  checkText(context, found)
  const request = {...context.read(listingRules, {section: route.section}), pageNumber: route.pageNumber}
  return render(
    context,
    {
      ...{kind, folder: route.section, layout: found.layout, source: found.source},
      inherited: context.read(cascade, route.section).layout
    },
    {
      path: route.path,
      view: questionsOf(context),
      section: found,
      listing: readListing(context, request, found.path)
    }
  )
}

/** Have the references of the front matter of a listing's text looked at. */
function checkText({read}: PageContext, text: {readonly source?: SourcePath | undefined} | undefined): void {
  if (text?.source !== undefined) read(checkReferences, text.source)
}

function render(
  context: PageContext,
  choice: Choice,
  view: ViewByKind[keyof ViewByKind]
): string | undefined {
  return callTemplate(context, choice, view, (template, given) => {
    const html = renderHtml(template.render, given)
    const finished = {html, tags: tagsOf(html), template, path: view.path}
    const ownParts = checkAddresses(context, {...finished, source: choice.source, notes: context.notes})
    checkHtml(context, {
      ...finished,
      inserted: context.notes.inserted,
      ownParts,
      source: choice.source
    })
    return linkCode(context, html)
  })
}
