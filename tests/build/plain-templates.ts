import type {
  HomeView,
  Listing,
  NotFoundView,
  PageView,
  Questions,
  SectionView,
  TaxonomyView,
  TermView
} from 'galley'
import {Fragment, h, type JSX} from 'preact'
import type {LoadedTemplate} from '#src/model/host.ts'

type Children = ReadonlyArray<JSX.Element | string>

/** The smallest templates that show all a view has: a test reads their output as text. */
const templates = {
  home: ({view, listing, section}: HomeView) => shell(view, section.title, [listingOf(view, listing)]),
  article: ({view, page}: PageView) =>
    shell(view, page.title, [
      ...(['categories', 'tags', 'authors'] as const).flatMap((taxonomy) =>
        view.termsOf(page, taxonomy).map((term) => h('a', {href: view.href(term), rel: taxonomy}, term.name))
      ),
      html(view.body(page)),
      ...Object.entries(view.neighbors(page)).map(([rel, neighbor]) =>
        h('a', {href: view.href(neighbor), rel}, neighbor.title)
      )
    ]),
  page: ({view, page}: PageView) =>
    shell(view, page.title, [...view.features(page).map((name) => `(${name})`), html(view.body(page))]),
  section: ({view, listing, section}: SectionView) =>
    shell(view, section.title, [
      ...(section.source === undefined ? [] : [html(view.body({source: section.source}))]),
      listingOf(view, listing)
    ]),
  taxonomy: ({view, title, terms}: TaxonomyView) =>
    shell(
      view,
      title,
      terms.map((term) => h('a', {href: view.href(term)}, `${term.name} (${term.pageCount})`))
    ),
  term: ({view, term, listing}: TermView) =>
    shell(view, term.title, [
      ...(term.source === undefined ? [] : [html(view.body({source: term.source}))]),
      listingOf(view, listing)
    ]),
  '404': ({view}: NotFoundView) => shell(view, 'Not found', []),
  wide: ({view, page}: PageView) => shell(view, `wide ${page.title}`, []),
  // What a slip in a template makes, and its type forbids.
  empty: () => undefined as unknown as JSX.Element,
  failing: () => {
    throw new Error('a template with a fault')
  }
}

/** Those templates as a host gives them: they take the place of the built-in theme. */
export const plainTemplates: ReadonlyArray<LoadedTemplate> = Object.entries(templates)
  .map(
    ([name, render]): LoadedTemplate => ({
      ...{name, file: `templates/${name}.tsx`, hash: name, render},
      isBuiltIn: true
    })
  )
  .sort((a, b) => (a.name < b.name ? -1 : 1))

/** The same, but for what makes an article. */
export function withArticle(hash: string, render: LoadedTemplate['render']): ReadonlyArray<LoadedTemplate> {
  return plainTemplates.map((template) =>
    template.name === 'article' ? {...template, hash, render} : template
  )
}

function shell(view: Questions, title: string, children: Children): JSX.Element {
  return h('html', null, h('title', null, `${title} · ${view.site().title}`), ...children)
}

function html(text: string): JSX.Element {
  return h('main', {dangerouslySetInnerHTML: {__html: text}})
}

function listingOf(view: Questions, {pages, pageNumber, pageCount, previous, next}: Listing): JSX.Element {
  return h(
    Fragment,
    null,
    ...pages.map((page) => h('li', null, h('a', {href: view.href(page)}, page.title))),
    h('p', null, `${pageNumber}/${pageCount} ${previous ?? '-'} ${next ?? '-'}`)
  )
}
