import type {HomeView} from 'galley'
import type {VNode} from 'preact'
import {Card, PageList} from './partials/page-list.tsx'
import {numberedTitle, Pagination} from './partials/pagination.tsx'
import {Shell} from './partials/shell.tsx'
import {OwnText} from './partials/text.tsx'

/** The start of the site: the root section's text and the latest pages, the first of them large. */
export default function Home({path, view, section, listing}: HomeView): VNode {
  const site = view.site()
  const description = section.description ?? site.description
  const isFirst = listing.pageNumber === 1
  const metadata = {
    title: numberedTitle(view, section.title, listing),
    description,
    canonical: view.permalink(path),
    section,
    source: isFirst ? section.source : undefined
  }
  const isTitleInText = isFirst && section.isTitleInBody
  // The header above already shows the site's title to those who see it.
  const titleClass = section.title === site.title ? 'visually-hidden' : undefined
  const featuredCount = isFirst ? site.theme.featured : 0
  const featured = listing.pages.slice(0, featuredCount)
  return (
    <Shell view={view} path={path} metadata={metadata}>
      <div class="introduction">
        {!isTitleInText && (
          <header class="listing-header">
            <h1 class={titleClass}>{section.title}</h1>
            {description !== '' && <p class="lead">{description}</p>}
          </header>
        )}
        {isFirst && <OwnText view={view} source={section.source} />}
      </div>
      {featured.length > 0 && (
        <div class="featured">
          {featured.map((page) => (
            <Card key={page.path} view={view} page={page} large={true} />
          ))}
        </div>
      )}
      <PageList view={view} pages={listing.pages.slice(featuredCount)} grid={true} />
      <Pagination view={view} listing={listing} />
    </Shell>
  )
}
