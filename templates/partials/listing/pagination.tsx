import type {Listing, Questions} from 'galley'
import type {VNode} from 'preact'
import {formatsIn} from '../formats.ts'
import {phrasesIn} from '../phrases.ts'

interface Props {
  readonly view: Questions
  readonly listing: Listing
}

/** Links to the parts of a listing before and after; nothing when it has one part. */
export function Pagination({view, listing}: Props): VNode | null {
  if (listing.pageCount < 2) return null
  const {language} = view.site()
  const phrases = phrasesIn(language)
  const {number} = formatsIn(language)
  return (
    <nav class="pagination" aria-label={phrases.pagination}>
      {listing.previous !== undefined && (
        <a class="previous" rel="prev" href={listing.previous}>
          {phrases.previousPage}
        </a>
      )}
      <span class="page-number">
        {phrases.pageNumberOf(number(listing.pageNumber), number(listing.pageCount))}
      </span>
      {listing.next !== undefined && (
        <a class="next" rel="next" href={listing.next}>
          {phrases.nextPage}
        </a>
      )}
    </nav>
  )
}

/** The title of one part of a listing: from the second on it says which. */
export function numberedTitle(view: Questions, title: string, {pageNumber}: Listing): string {
  if (pageNumber === 1) return title
  const {language} = view.site()
  return `${title} – ${phrasesIn(language).pageNumber(formatsIn(language).number(pageNumber))}`
}
