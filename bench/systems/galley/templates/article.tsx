import type {PageView} from 'galley'
import type {VNode} from 'preact'
import {Contents} from './partials/contents.tsx'
import {Facts} from './partials/facts.tsx'
import {Layout} from './partials/layout.tsx'

/** An article with its contents, its tags and its neighbors in the section. */
export default function Article({path, view, page}: PageView): VNode {
  const {previous, next} = view.neighbors(page)
  return (
    <Layout view={view} path={path} title={page.title} description={page.description}>
      <article>
        <header class="article-header">
          <h1>{page.title}</h1>
          <p class="lead">{page.description}</p>
          <Facts view={view} page={page} />
        </header>
        <Contents outline={view.outline(page)} />
        <div class="text" dangerouslySetInnerHTML={{__html: view.body(page)}} />
        <footer class="terms">
          <ul>
            {view.termsOf(page, 'tags').map((term) => (
              <li key={term.slug}>
                <a rel="tag" href={view.href(term)}>
                  {term.name}
                </a>
              </li>
            ))}
          </ul>
        </footer>
      </article>
      <nav class="neighbors">
        {previous !== undefined && (
          <a rel="prev" href={view.href(previous)}>
            {previous.title}
          </a>
        )}
        {next !== undefined && (
          <a rel="next" href={view.href(next)}>
            {next.title}
          </a>
        )}
      </nav>
    </Layout>
  )
}
