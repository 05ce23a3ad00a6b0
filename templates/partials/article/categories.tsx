import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'

interface Props {
  readonly view: Questions
  readonly page: Page
}

/** All categories of a page, the primary one first and marked; nothing when it has none. */
export function Categories({view, page}: Props): VNode | null {
  const [first, ...others] = view.termsOf(page, 'categories')
  if (first === undefined) {
    return page.category === undefined ? null : <p class="eyebrow">{page.category}</p>
  }
  return (
    <ul class="eyebrow">
      <li class={page.category === undefined ? undefined : 'primary'}>
        <a href={view.href(first)}>{first.name}</a>
      </li>
      {others.map((term) => (
        <li key={term.slug}>
          <a href={view.href(term)}>{term.name}</a>
        </li>
      ))}
    </ul>
  )
}

/** The primary category, linked where there is a taxonomy of categories; nothing when the page has none. */
export function PrimaryCategory({view, page}: Props): VNode | null {
  if (page.category === undefined) return null
  // A page names its primary category first.
  const [term] = view.termsOf(page, 'categories')
  return term === undefined ? <span>{page.category}</span> : <a href={view.href(term)}>{term.name}</a>
}
