import type {Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {PrimaryCategory} from './categories.tsx'
import {DateText} from './date.tsx'
import {ReadingTime} from './reading-time.tsx'

interface Props {
  readonly view: Questions
  readonly pages: ReadonlyArray<Page>
}

/** Pages as cards, in the order given; nothing when there are none. */
export function PageList({view, pages}: Props): VNode | null {
  if (pages.length === 0) return null
  return (
    <ul class="page-list">
      {pages.map((page) => (
        <li key={page.path}>
          <Card view={view} page={page} />
        </li>
      ))}
    </ul>
  )
}

function Card({view, page}: {readonly view: Questions; readonly page: Page}): VNode {
  // Not the excerpt: a listing that prints text of a body is rendered again with every edit of it.
  const description = page.shortDescription ?? page.description
  const image = page.smallPreviewImage ?? page.previewImage
  return (
    <article class="card">
      <h2>
        <a href={view.href(page)}>{page.title}</a>
      </h2>
      {image !== undefined && <img src={view.href(image)} alt="" loading="lazy" decoding="async" />}
      {description !== undefined && <p>{description}</p>}
      <p class="facts">
        {page.date !== undefined && <DateText view={view} date={page.date} />}
        <ReadingTime view={view} page={page} />
        <PrimaryCategory view={view} page={page} />
      </p>
    </article>
  )
}
