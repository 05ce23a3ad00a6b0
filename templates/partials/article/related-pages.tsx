import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {phrasesIn} from '../phrases.ts'

interface Props {
  readonly view: Questions
  readonly page: Page
}

/** Articles that belong beside one; nothing where there are none. */
export function RelatedPages({view, page}: Props): VNode | null {
  const pages = view.related(page)
  if (pages.length === 0) return null
  const {related} = phrasesIn(view.site().language)
  return (
    <nav class="related" aria-labelledby="related-articles">
      <h2 id="related-articles">{related}</h2>
      <ul>
        {pages.map(({path, title, description, shortDescription = description}) => (
          <li key={path}>
            <a href={view.href(path)}>{title}</a>
            {shortDescription !== undefined && <p>{shortDescription}</p>}
          </li>
        ))}
      </ul>
    </nav>
  )
}
