import type {TaxonomyView} from 'galley'
import type {VNode} from 'preact'
import {formatsIn} from './partials/formats.ts'
import {ListingHeader} from './partials/listing/listing-header.tsx'
import {Shell} from './partials/shell.tsx'
import {OwnText} from './partials/text.tsx'

/** All terms of a taxonomy, with the number of their pages. */
export default function Taxonomy({path, view, title, terms, section}: TaxonomyView): VNode {
  const metadata = {
    title,
    description: section?.description,
    canonical: view.permalink(path),
    source: section?.source
  }
  const {number} = formatsIn(view.site().language)
  return (
    <Shell view={view} path={path} metadata={metadata}>
      <div class="list">
        {section?.isTitleInBody !== true && (
          <ListingHeader title={title} description={section?.description} />
        )}
        <OwnText view={view} source={section?.source} />
        {terms.length > 0 && (
          <ul class="term-list">
            {terms.map((term) => (
              <li key={term.slug}>
                <a href={view.href(term)}>{term.name}</a> <span class="count">{number(term.pageCount)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Shell>
  )
}
