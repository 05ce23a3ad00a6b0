import type {SectionView} from 'galley'
import type {VNode} from 'preact'
import {Breadcrumbs} from '../partials/breadcrumbs.tsx'
import {LinkList} from '../partials/link-list.tsx'
import {numberedTitle, Pagination} from '../partials/pagination.tsx'
import {SectionList} from '../partials/section-list.tsx'
import {SectionTree} from '../partials/section-tree.tsx'
import {Shell} from '../partials/shell.tsx'
import {OwnText} from '../partials/text.tsx'

/** The start of a documentation, or of a part of it. */
export default function DocumentationSection({path, view, section, listing}: SectionView): VNode {
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
      <div class="columns">
        <SectionTree view={view} path={path} section={section.name} />
        <article>
          <header class="article-header">
            <Breadcrumbs view={view} section={section.name.split('/').slice(0, -1).join('/')} />
            {!isTitleInText && <h1>{section.title}</h1>}
            {!isTitleInText && section.description !== undefined && <p class="lead">{section.description}</p>}
          </header>
          {isFirst && <OwnText view={view} source={section.source} />}
          {isFirst && <SectionList view={view} section={section} />}
          {listing.pages.length > 0 && (
            <div class="section-list">
              <LinkList view={view} targets={listing.pages} />
            </div>
          )}
        </article>
        <Pagination view={view} listing={listing} />
      </div>
    </Shell>
  )
}
