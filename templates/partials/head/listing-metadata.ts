import type {Section, SectionView, Term} from 'galley'
import {numberedTitle} from '../listing/pagination.tsx'
import type {Metadata} from './metadata.ts'

/** What one part of the listing of a section or term tells of itself. The first part shows the text of what it lists. */
export function listingMetadata(
  {path, view, listing}: Omit<SectionView, 'section'>,
  owner: {readonly section: Section} | {readonly term: Term}
): Metadata {
  const {title, description, source} = 'section' in owner ? owner.section : owner.term
  return {
    title: numberedTitle(view, title, listing),
    description,
    canonical: view.permalink(path),
    source: listing.pageNumber === 1 ? source : undefined,
    ...owner
  }
}
