import type {
  HomeView,
  Listing,
  NotFoundView,
  Page,
  PageView,
  Questions,
  SectionView,
  TaxonomyView,
  TermView,
  ViewByKind
} from 'galley'
import {h, type JSX} from 'preact'
import type {LoadedTemplate} from '#src/model/host.ts'

type Part = JSX.Element | string

/** What each kind of page shows beside its mark: together all that a view can be asked, and no two the same. */
const kinds: {readonly [Kind in keyof ViewByKind]: (view: ViewByKind[Kind]) => ReadonlyArray<Part>} = {
  home: ({view, section, listing}: HomeView) => [
    section.title,
    ...(section.source === undefined ? [] : [html(view.body({source: section.source}))]),
    menu(view),
    JSON.stringify(view.site()),
    ...listing.pages.flatMap((page) => [link(view, page), html(view.excerpt(page))]),
    position(listing)
  ],
  article: ({view, page}: PageView) => [
    page.title,
    JSON.stringify([page.authors, page.description, page.params, page.date, page.previewImage]),
    ...['categories', 'tags', 'authors'].flatMap((taxonomy) =>
      view.termsOf(page, taxonomy).map((term) => h('a', {href: view.href(term), rel: taxonomy}, term.name))
    ),
    JSON.stringify(view.outline(page)),
    html(view.body(page)),
    ...Object.entries(view.neighbors(page)).map(([rel, neighbor]) => h('i', {rel}, link(view, neighbor))),
    ...view.related(page).map((other) => h('u', null, link(view, other)))
  ],
  'social-image': ({view, page}: PageView) => [page.title, view.site().title],
  page: ({view, page}: PageView) => [
    view.permalink(page),
    html(view.body(page)),
    ...view
      .pages({section: 'articles', order: ['-date'], limit: 1})
      .map((latest) => html(view.excerpt(latest)))
  ],
  section: ({view, section, listing}: SectionView) => [
    section.title,
    ...(section.source === undefined ? [] : [html(view.body({source: section.source}))]),
    ...section.sections.map((name) => JSON.stringify(view.section(name))),
    ...listing.pages.map((page) => link(view, page)),
    position(listing)
  ],
  taxonomy: ({view, title, terms}: TaxonomyView) => [
    title,
    ...terms.map((term) => h('a', {href: view.href(term)}, `${term.name}, ${term.title} (${term.pageCount})`))
  ],
  term: ({view, term, listing}: TermView) => [
    term.title,
    ...(term.source === undefined ? [] : [html(view.body({source: term.source}))]),
    ...listing.pages.flatMap((page) => [link(view, page), html(view.body(page))]),
    ...listing.pages.map((page) => `${view.wordCount(page)} words`),
    position(listing)
  ],
  '404': ({view}: NotFoundView) => [
    menu(view),
    ...view.pages({kind: 'article', limit: 2}).map((page) => link(view, page)),
    ...view.terms('tags').map(({name}) => name)
  ]
}

/**
 * Templates for all kinds of pages and for each mark that is not a component's. `home`, `section` and `term` print the
 * mark of `partials/badge` too, as if they imported it.
 */
export function memoryTemplates(marks: Readonly<Record<string, string>>): ReadonlyArray<LoadedTemplate> {
  const own = Object.keys(marks).filter((name) => !name.startsWith('partials/'))
  return [...new Set([...Object.keys(kinds), ...own])].map((name): LoadedTemplate => {
    const kind = name.split('/').at(-1) ?? ''
    const parts = kinds[isKind(kind) ? kind : 'page'] as (view: never) => ReadonlyArray<Part>
    const printed = [name, ...(kind in usersOfBadge ? ['partials/badge'] : [])].map(
      (part) => marks[part] ?? ''
    )
    return {
      name,
      file: `templates/${name}.tsx`,
      hash: JSON.stringify([name, printed]),
      render(view) {
        if (printed.includes('throws')) throw new Error(`${name} has a fault`)
        return documentOf(siteTitleOf(view), [...printed, ...parts(view)])
      }
    }
  })
}

const usersOfBadge = {home: true, section: true, term: true}

function isKind(name: string): name is keyof ViewByKind {
  return name in kinds
}

function siteTitleOf({view}: {readonly view: Questions}): string {
  return view.site().title
}

function documentOf(title: string, parts: ReadonlyArray<Part>): JSX.Element {
  return h('html', {title}, ...parts)
}

function html(text: string): JSX.Element {
  return h('main', {dangerouslySetInnerHTML: {__html: text}})
}

function link(view: Questions, page: Page): JSX.Element {
  return h('a', {href: view.href(page)}, `${page.title}, ${view.readingMinutes(page)} min`)
}

function menu(view: Questions): JSX.Element {
  return h('nav', null, ...view.menu('main').map(({name, url}) => h('a', {href: view.href(url)}, name)))
}

function position({pageNumber, pageCount, total, previous, next}: Listing): string {
  return `${pageNumber}/${pageCount} of ${total}, ${previous ?? '-'} ${next ?? '-'}`
}
