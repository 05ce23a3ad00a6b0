import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'

interface Props {
  readonly view: Questions
  readonly page: Page
}

const dayFormat = new Intl.DateTimeFormat('en', {dateStyle: 'medium', timeZone: 'UTC'})

/** Date, reading time and category of an article. */
export function Facts({view, page}: Props): VNode {
  return (
    <p class="facts">
      {page.date !== undefined && (
        <time datetime={page.date.day}>{dayFormat.format(new Date(page.date.day))}</time>
      )}{' '}
      <span>{`${view.readingMinutes(page)} min read`}</span>
      {view.termsOf(page, 'categories').map((term) => (
        <a key={term.slug} href={view.href(term)}>
          {term.name}
        </a>
      ))}
    </p>
  )
}
