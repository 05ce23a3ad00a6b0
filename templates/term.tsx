import type {TermView} from 'galley'
import type {VNode} from 'preact'
import {listingMetadata} from './partials/head/listing-metadata.ts'
import {ListingHeader} from './partials/listing/listing-header.tsx'
import {ListingLayout} from './partials/listing/listing-layout.tsx'
import {OwnText} from './partials/text.tsx'

/** One part of the listing of a term; the first has the term's own text. */
export default function TermListing(props: TermView): VNode {
  const {view, taxonomy, term} = props
  const {title, description} = term
  const metadata = listingMetadata(props, {term})
  return (
    <ListingLayout {...props} metadata={metadata}>
      <ListingHeader title={title} description={description} eyebrow={view.taxonomyTitle(taxonomy)} />
      <OwnText view={view} source={metadata.source} />
    </ListingLayout>
  )
}
