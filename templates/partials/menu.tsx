import type {MenuItem, Questions} from 'galley'
import type {VNode} from 'preact'
import {Script} from './script.tsx'

interface ItemsProps {
  readonly view: Questions
  /** Route path of the page that shows the menu. */
  readonly path: string
  readonly items: ReadonlyArray<MenuItem>
}

interface Props extends ItemsProps {
  /** Tells this menu from the page's other navigation. */
  readonly label: string
}

/** A menu that marks where the reader is; nothing when it is empty. */
export function Menu({label, view, path, items}: Props): VNode | null {
  if (items.length === 0) return null
  return (
    <nav class="menu" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.url}>
            {item.children.length === 0 ? (
              <ItemLink view={view} path={path} item={item} />
            ) : (
              <Submenu view={view} path={path} item={item} />
            )}
          </li>
        ))}
      </ul>
      {items.some(({children}) => children.length > 0) && <Script view={view} path="/assets/menu.js" />}
    </nav>
  )
}

interface ItemProps {
  readonly view: Questions
  readonly path: string
  readonly item: MenuItem
}

/** Entries below an entry, behind its name; the entry itself is the first of them. */
function Submenu({view, path, item}: ItemProps): VNode {
  return (
    <details name="menu">
      <summary aria-current={currency(view, path, item) === undefined ? undefined : 'true'}>
        {item.name}
      </summary>
      <Items view={view} path={path} items={[{...item, children: []}, ...item.children]} />
    </details>
  )
}

function Items({view, path, items}: ItemsProps): VNode {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.url}>
          <ItemLink view={view} path={path} item={item} />
          {item.children.length > 0 && <Items view={view} path={path} items={item.children} />}
        </li>
      ))}
    </ul>
  )
}

function ItemLink({view, path, item}: ItemProps): VNode {
  return (
    <a href={view.href(item.url)} aria-current={currency(view, path, item)}>
      {item.name}
    </a>
  )
}

/** `page` for the page itself, `true` for a section that holds it. */
function currency(view: Questions, path: string, item: MenuItem): 'page' | 'true' | undefined {
  const here = view.href(path)
  const target = view.href(item.url)
  if (here === target) return 'page'
  // The home page holds every page: that says nothing.
  const isFolder = target.endsWith('/') && target !== view.href('/')
  return isFolder && here.startsWith(target) ? 'true' : undefined
}
