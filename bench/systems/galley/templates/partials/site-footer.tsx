import type {Questions} from 'galley'
import type {VNode} from 'preact'

interface Props {
  readonly view: Questions
}

/** The foot of every page. */
export function SiteFooter({view}: Props): VNode {
  return (
    <footer class="site-footer">
      <p>Edition 0</p>
      <p>
        <a href={view.href('/feed.xml')}>Feed</a>
      </p>
    </footer>
  )
}
