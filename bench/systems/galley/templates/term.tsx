import type {TermView} from 'galley'
import type {VNode} from 'preact'
import {Layout} from './partials/layout.tsx'
import {PageList} from './partials/page-list.tsx'

/** One part of the list of a term's articles. */
export default function Term({path, view, term, listing}: TermView): VNode {
  return (
    <Layout view={view} path={path} title={term.title} description={term.description}>
      <h1>{term.title}</h1>
      <PageList view={view} listing={listing} />
    </Layout>
  )
}
