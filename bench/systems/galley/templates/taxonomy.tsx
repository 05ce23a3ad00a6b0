import type {TaxonomyView} from 'galley'
import type {VNode} from 'preact'
import {Layout} from './partials/layout.tsx'

/** All terms of a taxonomy, with the number of their articles. */
export default function Taxonomy({path, view, title, terms}: TaxonomyView): VNode {
  return (
    <Layout view={view} path={path} title={title}>
      <h1>{title}</h1>
      <ul class="term-list">
        {terms.map((term) => (
          <li key={term.slug}>
            <a href={view.href(term)}>{term.name}</a> <span class="count">{term.pageCount}</span>
          </li>
        ))}
      </ul>
    </Layout>
  )
}
