import type {PageView} from 'galley'
import type {VNode} from 'preact'
import {Contents} from '../partials/article/contents.tsx'
import {EditLink} from '../partials/article/edit-link.tsx'
import {NeighborLinks} from '../partials/article/neighbors.tsx'
import {Terms} from '../partials/article/terms.tsx'
import {DocsLayout} from '../partials/docs/docs-layout.tsx'
import {pageMetadata} from '../partials/head/page-metadata.ts'
import {Text} from '../partials/text.tsx'

/** A page of a documentation, among all the others of it. */
export default function DocumentationPage({path, view, page}: PageView): VNode {
  return (
    <DocsLayout
      view={view}
      path={path}
      metadata={pageMetadata(view, page)}
      section={page.section}
      around={page.section}
      titled={page.isTitleInBody ? undefined : page}
      footer={<NeighborLinks view={view} page={page} />}
    >
      <Contents view={view} page={page} />
      <Text html={view.body(page)} />
      <Terms view={view} page={page} taxonomies={['tags']} />
      <EditLink view={view} page={page} />
    </DocsLayout>
  )
}
