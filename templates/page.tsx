import type {PageView} from 'galley'
import type {VNode} from 'preact'
import {Contents} from './partials/contents.tsx'
import {Shell} from './partials/shell.tsx'
import {Text} from './partials/text.tsx'

/** A page at the root of `content/`: title and text. */
export default function PlainPage({path, view, page}: PageView): VNode {
  const metadata = {
    title: page.title,
    description: page.description ?? page.shortDescription,
    canonical: page.canonical ?? view.permalink(page),
    page
  }
  return (
    <Shell view={view} path={path} metadata={metadata}>
      <article>
        {!page.isTitleInBody && (
          <header class="article-header">
            <h1>{page.title}</h1>
          </header>
        )}
        {page.toc === true && <Contents view={view} page={page} />}
        <Text html={view.body(page)} />
      </article>
    </Shell>
  )
}
