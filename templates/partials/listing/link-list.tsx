import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'

interface Props {
  readonly view: Questions
  readonly targets: ReadonlyArray<Pick<Page, 'path' | 'title' | 'description'>>
}

/** Pages or sections by title and description alone. */
export function LinkList({view, targets}: Props): VNode {
  return (
    <ul>
      {targets.map(({path, title, description}) => (
        <li key={path}>
          <a href={view.href(path)}>{title}</a>
          {description !== undefined && <p>{description}</p>}
        </li>
      ))}
    </ul>
  )
}
