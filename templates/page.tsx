import type {PageView} from 'galley'
import type {VNode} from 'preact'
import {Contents} from './partials/article/contents.tsx'
import {EditLink} from './partials/article/edit-link.tsx'
import {pageMetadata} from './partials/head/page-metadata.ts'
import {Shell} from './partials/shell.tsx'
import {Text} from './partials/text.tsx'

/** A page at the root of `content/`: title and text. */
export default function PlainPage({path, view, page}: PageView): VNode {
  return (
    <Shell view={view} path={path} metadata={pageMetadata(view, page)}>
      <div class="columns">
        <article>
          {!page.isTitleInBody && (
            <header class="article-header">
              <h1>{page.title}</h1>
            </header>
          )}
          {page.toc === true && <Contents view={view} page={page} />}
          <Text html={view.body(page)} />
          <EditLink view={view} page={page} />
        </article>
      </div>
    </Shell>
  )
}
