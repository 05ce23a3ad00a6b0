import type {PageView} from 'galley'
import type {VNode} from 'preact'
import {ArticleHeader} from './partials/article-header.tsx'
import {Contents} from './partials/contents.tsx'
import {NeighborLinks} from './partials/neighbors.tsx'
import {Shell} from './partials/shell.tsx'
import {Terms} from './partials/terms.tsx'
import {Text} from './partials/text.tsx'

/** Ways to classify that are shown after the text, in this order, where the site has them. */
const taxonomies = ['tags', 'series']

/** A page in a section. */
export default function Article({path, view, page}: PageView): VNode {
  const metadata = {
    title: page.title,
    description: page.description ?? page.shortDescription,
    canonical: page.canonical ?? view.permalink(page),
    page
  }
  return (
    <Shell view={view} path={path} metadata={metadata}>
      <article>
        <ArticleHeader view={view} page={page} />
        <Contents view={view} page={page} />
        <Text html={view.body(page)} />
        <Terms view={view} page={page} taxonomies={taxonomies} />
      </article>
      <NeighborLinks view={view} page={page} />
    </Shell>
  )
}
