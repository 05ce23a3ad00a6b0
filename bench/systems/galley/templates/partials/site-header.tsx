import type {Questions} from 'galley'
import type {VNode} from 'preact'

interface Props {
  readonly view: Questions
}

/** The site's title, and a menu of its sections and ways to classify. */
export function SiteHeader({view}: Props): VNode {
  const sections = view.section('')?.sections ?? []
  return (
    <header class="site-header">
      <a class="site-title" href={view.href('/')}>
        {view.site().title}
      </a>
      <nav class="menu">
        <ul>
          {[...sections, 'categories', 'tags'].map((name) => (
            <li key={name}>
              <a href={view.href(`/${name}/`)}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
