import type {SectionView} from 'galley'
import type {ComponentChildren, VNode} from 'preact'
import type {Metadata} from '../head/metadata.ts'
import {Shell} from '../shell.tsx'
import {PageList} from './page-list.tsx'
import {Pagination} from './pagination.tsx'

interface Props extends Omit<SectionView, 'section'> {
  readonly metadata: Metadata
  /** What stands above the pages. */
  readonly children: ComponentChildren
}

/** One part of a listing: its pages below each other. */
export function ListingLayout({path, view, listing, metadata, children}: Props): VNode {
  return (
    <Shell view={view} path={path} metadata={metadata}>
      <div class="list">
        {children}
        <PageList view={view} pages={listing.pages} />
        <Pagination view={view} listing={listing} />
      </div>
    </Shell>
  )
}
