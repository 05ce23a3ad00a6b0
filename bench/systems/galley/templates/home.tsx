import type {HomeView} from 'galley'
import type {VNode} from 'preact'
import {Layout} from './partials/layout.tsx'
import {PageList} from './partials/page-list.tsx'

/** One part of the list of all articles. */
export default function Home({path, view, section, listing}: HomeView): VNode {
  return (
    <Layout view={view} path={path} title={section.title} description={section.description}>
      <h1>{section.title}</h1>
      <PageList view={view} listing={listing} />
    </Layout>
  )
}
