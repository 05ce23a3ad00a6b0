import type {HomeView} from 'galley'
import type {VNode} from 'preact'
import {listingMetadata} from './partials/head/listing-metadata.ts'
import {ListingHeader} from './partials/listing/listing-header.tsx'
import {PageCard} from './partials/listing/page-card.tsx'
import {PageList} from './partials/listing/page-list.tsx'
import {Pagination} from './partials/listing/pagination.tsx'
import {Shell} from './partials/shell.tsx'
import {OwnText} from './partials/text.tsx'

/** The start of the site: the root section's text and the latest pages, the first of them large. */
export default function Home(props: HomeView): VNode {
  const {path, view, section, listing} = props
  const site = view.site()
  const isFirst = listing.pageNumber === 1
  const isTitleInText = isFirst && section.isTitleInBody
  const metadata = listingMetadata(props, {section})
  const featuredCount = isFirst ? site.theme.featured : 0
  const featured = listing.pages.slice(0, featuredCount)
  return (
    <Shell view={view} path={path} metadata={metadata}>
      <div class="introduction">
        {!isTitleInText && (
          <ListingHeader
            title={section.title}
            description={(section.description ?? site.description) || undefined}
            // The header above already shows the site's title to those who see it.
            titleClass={section.title === site.title ? 'visually-hidden' : undefined}
          />
        )}
        <OwnText view={view} source={metadata.source} />
      </div>
      {featured.length > 0 && (
        <div class="featured">
          {featured.map((page) => (
            <PageCard key={page.path} view={view} page={page} large={true} />
          ))}
        </div>
      )}
      <PageList view={view} pages={listing.pages.slice(featuredCount)} grid={true} />
      <Pagination view={view} listing={listing} />
    </Shell>
  )
}
