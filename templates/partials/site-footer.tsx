import type {Questions} from 'galley'
import type {VNode} from 'preact'
import {Menu} from './menu.tsx'
import {phrasesIn} from './phrases.ts'

interface Props {
  readonly view: Questions
  readonly path: string
}

/** The footer menu, links to elsewhere and the site's last line; nothing when there is none of these. */
export function SiteFooter({view, path}: Props): VNode | null {
  const items = view.menu('footer')
  const {language, theme} = view.site()
  const {footer = '', social} = theme
  if (items.length === 0 && footer === '' && social.length === 0) return null
  return (
    <footer class="site-footer">
      <div>
        {footer !== '' && <p>{footer}</p>}
        <Menu view={view} path={path} items={items} label={phrasesIn(language).footerMenu} />
        {social.length > 0 && (
          <ul class="social">
            {social.map(({name, url}) => (
              <li key={url}>
                <a href={view.href(url)} rel="me">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  )
}
