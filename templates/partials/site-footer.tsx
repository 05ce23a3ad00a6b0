import type {Questions} from 'galley'
import type {VNode} from 'preact'
import {Menu} from './menu.tsx'
import {phrasesIn} from './phrases.ts'

interface Props {
  readonly view: Questions
  readonly path: string
}

/** The footer menu; nothing without one. */
export function SiteFooter({view, path}: Props): VNode | null {
  const items = view.menu('footer')
  if (items.length === 0) return null
  const {footerMenu} = phrasesIn(view.site().language)
  return (
    <footer class="site-footer">
      <Menu view={view} path={path} items={items} label={footerMenu} />
    </footer>
  )
}
