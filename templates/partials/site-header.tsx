import type {Questions} from 'galley'
import type {VNode} from 'preact'
import {Menu} from './menu.tsx'
import {phrasesIn} from './phrases.ts'

interface Props {
  readonly view: Questions
  readonly path: string
}

/** The site's title and its main menu. */
export function SiteHeader({view, path}: Props): VNode {
  const site = view.site()
  const home = view.href('/')
  return (
    <header class="site-header">
      <a class="site-title" href={home} aria-current={view.href(path) === home ? 'page' : undefined}>
        {site.title}
      </a>
      <Menu view={view} path={path} items={view.menu('main')} label={phrasesIn(site.language).mainMenu} />
    </header>
  )
}
