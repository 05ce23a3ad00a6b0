import type {Questions} from 'galley'
import type {VNode} from 'preact'
import {AppearanceSwitch} from './appearance.tsx'
import {Menu} from './menu.tsx'
import {phrasesIn} from './phrases.ts'
import {Search, SearchButton} from './search.tsx'

interface Props {
  readonly view: Questions
  readonly path: string
}

/** The site's title or logo, its main menu, and the reader's tools. */
export function SiteHeader({view, path}: Props): VNode {
  const site = view.site()
  const {logo} = site.theme
  const home = view.href('/')
  return (
    <header class="site-header">
      <a class="site-title" href={home} aria-current={view.href(path) === home ? 'page' : undefined}>
        {logo === undefined ? site.title : <img src={view.href(logo)} alt={site.title} />}
      </a>
      <div class="tools">
        <SearchButton view={view} />
        <AppearanceSwitch view={view} />
      </div>
      <Menu view={view} path={path} items={view.menu('main')} label={phrasesIn(site.language).mainMenu} />
      <Search view={view} />
    </header>
  )
}
