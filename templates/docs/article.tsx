import type {PageView} from 'galley'
import type {VNode} from 'preact'
import {Breadcrumbs} from '../partials/breadcrumbs.tsx'
import {Contents} from '../partials/contents.tsx'
import {EditLink} from '../partials/edit-link.tsx'
import {NeighborLinks} from '../partials/neighbors.tsx'
import {pageMetadata} from '../partials/page-metadata.ts'
import {SectionTree} from '../partials/section-tree.tsx'
import {Shell} from '../partials/shell.tsx'
import {Terms} from '../partials/terms.tsx'
import {Text} from '../partials/text.tsx'

/** A page of a documentation, among all the others of it. */
export default function DocumentationPage({path, view, page}: PageView): VNode {
  return (
    <Shell view={view} path={path} metadata={pageMetadata(view, page)}>
      <div class="columns">
        <SectionTree view={view} path={path} section={page.section} />
        <article>
          <header class="article-header">
            <Breadcrumbs view={view} section={page.section} />
            {!page.isTitleInBody && <h1>{page.title}</h1>}
            {!page.isTitleInBody && page.description !== undefined && <p class="lead">{page.description}</p>}
          </header>
          <Contents view={view} page={page} />
          <Text html={view.body(page)} />
          <Terms view={view} page={page} taxonomies={['tags']} />
          <EditLink view={view} page={page} />
        </article>
        <NeighborLinks view={view} page={page} />
      </div>
    </Shell>
  )
}
