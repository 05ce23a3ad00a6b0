import type {Listing, Page, Questions} from 'galley'
import type {VNode} from 'preact'
import {Facts} from './facts.tsx'

interface Props {
  readonly view: Questions
  readonly listing: Listing
}

/** One part of a listing, with links to those before and after. */
export function PageList({view, listing}: Props): VNode {
  return (
    <>
      <ul class="page-list">
        {listing.pages.map((page) => (
          <Card view={view} page={page} key={page.path} />
        ))}
      </ul>
      {listing.pageCount > 1 && (
        <nav class="pagination">
          {listing.previous !== undefined && (
            <a rel="prev" href={listing.previous}>
              Previous page
            </a>
          )}
          <span>{`Page ${listing.pageNumber} of ${listing.pageCount}`}</span>
          {listing.next !== undefined && (
            <a rel="next" href={listing.next}>
              Next page
            </a>
          )}
        </nav>
      )}
    </>
  )
}

function Card({view, page}: {readonly view: Questions; readonly page: Page}): VNode {
  return (
    <li>
      <article class="card">
        <h2>
          <a href={view.href(page)}>{page.title}</a>
        </h2>
        <p>{page.description}</p>
        <Facts view={view} page={page} />
      </article>
    </li>
  )
}
