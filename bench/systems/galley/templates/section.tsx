import type {SectionView} from 'galley'
import type {VNode} from 'preact'
import {Layout} from './partials/layout.tsx'
import {PageList} from './partials/page-list.tsx'

/** One part of the list of a section's articles. */
export default function Section({path, view, section, listing}: SectionView): VNode {
  return (
    <Layout view={view} path={path} title={section.title} description={section.description}>
      <h1>{section.title}</h1>
      <PageList view={view} listing={listing} />
    </Layout>
  )
}
