import type {JsonValue, TermView} from 'galley'
import type {VNode} from 'preact'
import {PageList} from '../partials/page-list.tsx'
import {numberedTitle, Pagination} from '../partials/pagination.tsx'
import {Picture} from '../partials/picture.tsx'
import {Shell} from '../partials/shell.tsx'
import {OwnText} from '../partials/text.tsx'

/**
 * An author and what they wrote. Their own text, `content/authors/<name>/_index.md`, may have two params: `image`, a portrait, and
 * `links`, addresses by name.
 */
export default function Author({path, view, taxonomy, term, listing}: TermView): VNode {
  const isFirst = listing.pageNumber === 1
  const metadata = {
    title: numberedTitle(view, term.title, listing),
    description: term.description,
    canonical: view.permalink(path),
    term,
    source: isFirst ? term.source : undefined
  }
  const {image, links} = term.params
  return (
    <Shell view={view} path={path} metadata={metadata}>
      <div class="list">
        <header class="listing-header">
          {typeof image === 'string' && <Picture class="portrait" view={view} src={image} first={true} />}
          <p class="eyebrow">{view.taxonomyTitle(taxonomy)}</p>
          <h1>{term.title}</h1>
          {term.description !== undefined && <p class="lead">{term.description}</p>}
          {addressesIn(links).length > 0 && (
            <p class="facts">
              {addressesIn(links).map(([name, url]) => (
                <span key={name}>
                  <a href={view.href(url)} rel="me">
                    {name}
                  </a>
                </span>
              ))}
            </p>
          )}
        </header>
        {isFirst && <OwnText view={view} source={term.source} />}
        <PageList view={view} pages={listing.pages} />
        <Pagination view={view} listing={listing} />
      </div>
    </Shell>
  )
}

function addressesIn(links: JsonValue | undefined): ReadonlyArray<[string, string]> {
  if (typeof links !== 'object' || links === null || Array.isArray(links)) return []
  return Object.entries(links).flatMap(
    ([name, url]): ReadonlyArray<[string, string]> => (typeof url === 'string' ? [[name, url]] : [])
  )
}
