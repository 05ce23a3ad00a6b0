import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {PageCard} from './page-card.tsx'

interface Props {
  readonly view: Questions
  readonly pages: ReadonlyArray<Page>
  /** Side by side where there is room. Default: one below the other. */
  readonly grid?: boolean
}

/** Pages as cards, in the order given; nothing when there are none. */
export function PageList({view, pages, grid}: Props): VNode | null {
  if (pages.length === 0) return null
  return (
    <ul class={grid === true ? 'page-list grid' : 'page-list'}>
      {pages.map((page) => (
        <li key={page.path}>
          <PageCard view={view} page={page} />
        </li>
      ))}
    </ul>
  )
}
