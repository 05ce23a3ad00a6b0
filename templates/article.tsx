import type {PageView} from 'galley'
import type {VNode} from 'preact'
import {ArticleHeader} from './partials/article/article-header.tsx'
import {Contents} from './partials/article/contents.tsx'
import {EditLink} from './partials/article/edit-link.tsx'
import {NeighborLinks} from './partials/article/neighbors.tsx'
import {RelatedPages} from './partials/article/related-pages.tsx'
import {SeriesBox} from './partials/article/series-box.tsx'
import {Terms} from './partials/article/terms.tsx'
import {pageMetadata} from './partials/head/page-metadata.ts'
import {Shell} from './partials/shell.tsx'
import {Text} from './partials/text.tsx'

/** Ways to classify that are shown after the text, in this order, where the site has them. */
const taxonomies = ['tags', 'series']

/** A page in a section. */
export default function Article({path, view, page}: PageView): VNode {
  return (
    <Shell view={view} path={path} metadata={pageMetadata(view, page)}>
      <div class="columns">
        <article>
          <ArticleHeader view={view} page={page} />
          <SeriesBox view={view} page={page} />
          <Contents view={view} page={page} />
          <Text html={view.body(page)} />
          <Terms view={view} page={page} taxonomies={taxonomies} />
          <EditLink view={view} page={page} />
        </article>
        <RelatedPages view={view} page={page} />
        <NeighborLinks view={view} page={page} />
      </div>
    </Shell>
  )
}
