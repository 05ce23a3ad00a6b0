import type {SectionView} from 'galley'
import type {VNode} from 'preact'
import {ListingHeader} from './partials/listing-header.tsx'
import {PageList} from './partials/page-list.tsx'
import {numberedTitle, Pagination} from './partials/pagination.tsx'
import {SectionList} from './partials/section-list.tsx'
import {Shell} from './partials/shell.tsx'
import {OwnText} from './partials/text.tsx'

/** One part of a section's listing; the first has the section's text and the sections below it. */
export default function SectionListing({path, view, section, listing}: SectionView): VNode {
  const isFirst = listing.pageNumber === 1
  const metadata = {
    title: numberedTitle(view, section.title, listing),
    description: section.description,
    canonical: view.permalink(path),
    section,
    source: isFirst ? section.source : undefined
  }
  const isTitleInText = isFirst && section.isTitleInBody
  return (
    <Shell view={view} path={path} metadata={metadata}>
      <div class="list">
        {!isTitleInText && <ListingHeader title={section.title} description={section.description} />}
        {isFirst && (
          <>
            <OwnText view={view} source={section.source} />
            <SectionList view={view} section={section} />
          </>
        )}
        <PageList view={view} pages={listing.pages} />
        <Pagination view={view} listing={listing} />
      </div>
    </Shell>
  )
}
