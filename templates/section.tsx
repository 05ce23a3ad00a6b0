import type {SectionView} from 'galley'
import type {VNode} from 'preact'
import {ListingHeader} from './components/listing-header.tsx'
import {PageList} from './components/page-list.tsx'
import {numberedTitle, Pagination} from './components/pagination.tsx'
import {SectionList} from './components/section-list.tsx'
import {Shell} from './components/shell.tsx'
import {OwnText} from './components/text.tsx'

/** One part of a section's listing; the first has the section's text and the sections below it. */
export default function SectionListing({path, view, section, listing}: SectionView): VNode {
  const metadata = {
    title: numberedTitle(view, section.title, listing),
    description: section.description,
    canonical: view.permalink(path)
  }
  const isFirst = listing.pageNumber === 1
  const isTitleInText = isFirst && section.isTitleInBody
  return (
    <Shell view={view} path={path} metadata={metadata}>
      {!isTitleInText && <ListingHeader title={section.title} description={section.description} />}
      {isFirst && (
        <>
          <OwnText view={view} source={section.source} />
          <SectionList view={view} section={section} />
        </>
      )}
      <PageList view={view} pages={listing.pages} />
      <Pagination view={view} listing={listing} />
    </Shell>
  )
}
