import {h, type JSX} from 'preact'
import type {Html} from '#src/model/view.ts'
import {renderHtml} from './render-html.ts'

/** What is found of a page. */
export interface SearchedText {
  readonly language: string
  readonly title: string
  /** Title of the section that the page is in. */
  readonly section: string
  readonly isTitleInBody: boolean
  readonly description: string
  readonly body: Html
  /** Names of the page's terms, by taxonomy. */
  readonly terms: Readonly<Record<string, ReadonlyArray<string>>>
}

/**
 * The page as the indexer of the search reads it: text and headings, without what the template puts around them. So a change of the
 * templates makes no other index.
 */
export function renderSearchedPage({
  language,
  title,
  section,
  isTitleInBody,
  description,
  body,
  terms
}: SearchedText): string {
  return renderHtml(
    () =>
      h('html', {lang: language}, [
        h('body', {'data-pagefind-body': true}, [
          told('meta', 'title', title),
          told('meta', 'section', section),
          ...Object.entries(terms).flatMap(([taxonomy, names]) =>
            names.map((name) => told('filter', taxonomy, name))
          ),
          isTitleInBody ? null : h('h1', {}, title),
          description === '' ? null : h('p', {}, description),
          h('div', {dangerouslySetInnerHTML: {__html: body}})
        ])
      ]),
    {}
  )
}

/** A value that is no text of the page; in an attribute of its own, for the other form of the indexer splits it at commas. */
function told(kind: 'meta' | 'filter', name: string, value: string): JSX.Element {
  return h('span', {[`data-pagefind-${kind}`]: `${name}[data-value]`, 'data-value': value})
}
