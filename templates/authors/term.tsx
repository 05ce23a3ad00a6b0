import type {JsonValue, TermView} from 'galley'
import type {VNode} from 'preact'
import {listingMetadata} from '../partials/head/listing-metadata.ts'
import {ListingHeader} from '../partials/listing/listing-header.tsx'
import {ListingLayout} from '../partials/listing/listing-layout.tsx'
import {Picture} from '../partials/picture.tsx'
import {OwnText} from '../partials/text.tsx'

const portrait = {crop: {width: 128, height: 128}, sizes: '8rem'}

/**
 * An author and what they wrote. Their own text, `content/authors/<name>/_index.md`, may have two params: `image`, a portrait, and
 * `links`, addresses by name.
 */
export default function Author(props: TermView): VNode {
  const {view, taxonomy, term} = props
  const {image} = term.params
  const links = addressesIn(term.params['links'])
  const metadata = listingMetadata(props, {term})
  return (
    <ListingLayout {...props} metadata={metadata}>
      <ListingHeader
        title={term.title}
        description={term.description}
        eyebrow={view.taxonomyTitle(taxonomy)}
        picture={
          typeof image === 'string' && (
            <Picture class="portrait" view={view} src={image} first={true} {...portrait} />
          )
        }
      >
        {links.length > 0 && (
          <p class="facts">
            {links.map(([name, url]) => (
              <span key={name}>
                <a href={view.href(url)} rel="me">
                  {name}
                </a>
              </span>
            ))}
          </p>
        )}
      </ListingHeader>
      <OwnText view={view} source={metadata.source} />
    </ListingLayout>
  )
}

function addressesIn(links: JsonValue | undefined): ReadonlyArray<[string, string]> {
  if (typeof links !== 'object' || links === null || Array.isArray(links)) return []
  return Object.entries(links).flatMap(
    ([name, url]): ReadonlyArray<[string, string]> => (typeof url === 'string' ? [[name, url]] : [])
  )
}
