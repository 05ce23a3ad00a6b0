import type {SectionView} from 'galley'
import type {VNode} from 'preact'
import {listingMetadata} from './partials/head/listing-metadata.ts'
import {ListingHeader} from './partials/listing/listing-header.tsx'
import {ListingLayout} from './partials/listing/listing-layout.tsx'
import {SectionList} from './partials/listing/section-list.tsx'
import {OwnText} from './partials/text.tsx'

/** One part of a section's listing; the first has the section's text and the sections below it. */
export default function SectionListing(props: SectionView): VNode {
  const {view, section, listing} = props
  const isFirst = listing.pageNumber === 1
  const isTitleInText = isFirst && section.isTitleInBody
  const metadata = listingMetadata(props, {section})
  return (
    <ListingLayout {...props} metadata={metadata}>
      {!isTitleInText && <ListingHeader title={section.title} description={section.description} />}
      <OwnText view={view} source={metadata.source} />
      {isFirst && <SectionList view={view} section={section} />}
    </ListingLayout>
  )
}
