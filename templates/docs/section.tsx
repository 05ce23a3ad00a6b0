import type {SectionView} from 'galley'
import type {VNode} from 'preact'
import {DocsLayout} from '../partials/docs/docs-layout.tsx'
import {listingMetadata} from '../partials/head/listing-metadata.ts'
import {LinkList} from '../partials/listing/link-list.tsx'
import {Pagination} from '../partials/listing/pagination.tsx'
import {SectionList} from '../partials/listing/section-list.tsx'
import {OwnText} from '../partials/text.tsx'

/** The start of a documentation, or of a part of it. */
export default function DocumentationSection(props: SectionView): VNode {
  const {path, view, section, listing} = props
  const isFirst = listing.pageNumber === 1
  const metadata = listingMetadata(props, {section})
  return (
    <DocsLayout
      view={view}
      path={path}
      metadata={metadata}
      section={section.name}
      around={section.name.split('/').slice(0, -1).join('/')}
      titled={isFirst && section.isTitleInBody ? undefined : section}
      footer={<Pagination view={view} listing={listing} />}
    >
      <OwnText view={view} source={metadata.source} />
      {isFirst && <SectionList view={view} section={section} />}
      {listing.pages.length > 0 && (
        <div class="section-list">
          <LinkList view={view} targets={listing.pages} />
        </div>
      )}
    </DocsLayout>
  )
}
