import type {TermView} from 'galley'
import type {VNode} from 'preact'
import {ListingHeader} from './partials/listing-header.tsx'
import {PageList} from './partials/page-list.tsx'
import {numberedTitle, Pagination} from './partials/pagination.tsx'
import {Shell} from './partials/shell.tsx'
import {OwnText} from './partials/text.tsx'

/** One part of the listing of a term; the first has the term's own text. */
export default function TermListing({path, view, taxonomy, term, listing}: TermView): VNode {
  const isFirst = listing.pageNumber === 1
  const metadata = {
    title: numberedTitle(view, term.title, listing),
    description: term.description,
    canonical: view.permalink(path),
    term,
    source: isFirst ? term.source : undefined
  }
  return (
    <Shell view={view} path={path} metadata={metadata}>
      <div class="list">
        <ListingHeader
          title={term.title}
          description={term.description}
          eyebrow={view.taxonomyTitle(taxonomy)}
        />
        {isFirst && <OwnText view={view} source={term.source} />}
        <PageList view={view} pages={listing.pages} />
        <Pagination view={view} listing={listing} />
      </div>
    </Shell>
  )
}
