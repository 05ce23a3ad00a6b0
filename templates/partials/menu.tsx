import type {MenuItem, Questions} from 'galley'
import type {VNode} from 'preact'

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
export function Menu({label, ...rest}: Props): VNode | null {
  if (rest.items.length === 0) return null
  return (
    <nav class="menu" aria-label={label}>
      <Items {...rest} />
    </nav>
  )
}

function Items({view, path, items}: ItemsProps): VNode {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.url}>
          <a href={view.href(item.url)} aria-current={currency(view, path, item)}>
            {item.name}
          </a>
          {item.children.length > 0 && <Items view={view} path={path} items={item.children} />}
        </li>
      ))}
    </ul>
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
