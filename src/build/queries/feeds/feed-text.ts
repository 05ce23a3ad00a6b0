import type {QueryContext} from '#src/graph/query.ts'
import type {Page} from '#src/model/page.ts'
import type {Route} from '#src/model/route.ts'
import type {ListingOwner} from '#src/model/selector.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {FeedEntry, FeedImage} from '#src/render/feed.ts'
import {feedFormats} from '#src/render/feed-formats.ts'
import {imageType} from '#src/render/image-type.ts'
import {assetLengthInput} from '../inputs.ts'
import {noteAddresses} from '../links/address-notes.ts'
import {addressOf} from '../links/addresses.ts'
import {listingPath, section} from '../listings/sections.ts'
import {term} from '../listings/terms.ts'
import {page} from '../pages.ts'
import {questionsOf} from '../questions.ts'
import {feedRules, taxonomyNames} from '../settings.ts'
import {routeAt} from '../site-routes.ts'
import {absoluteBody, absoluteExcerpt} from '../text.ts'
import {feedTitle} from './feed-links.ts'
import {feedListing, feedSources} from './feed-sources.ts'

/** The taxonomy that an entry shows as its authors. */
const authorTaxonomy = 'authors'

/** Text of a feed; `undefined` when what it follows is not there. */
export function feedText(
  context: QueryContext,
  {path, owner, format}: Extract<Route, {kind: 'feed'}>
): string | undefined {
  const {read} = context
  const {site, permalink} = questionsOf({...context, notes: noteAddresses()})
  const listing = feedListing(context, owner)
  if (listing === undefined) return undefined
  return feedFormats[format].render({
    title: read(feedTitle, owner),
    description: descriptionOf(context, owner) ?? site().description,
    language: site().language,
    self: permalink({path}),
    home: permalink({path: listing}),
    entries: read(feedSources, owner).flatMap((source) => entriesOf(context, source))
  })
}

/** What the listing that a feed follows says of itself. */
function descriptionOf({read}: QueryContext, owner: ListingOwner): string | undefined {
  if ('taxonomy' in owner) return read(term, [owner.taxonomy, owner.term])?.description
  return owner.section === '' ? undefined : read(section, owner.section)?.description
}

/** The entry of a page. */
function entriesOf(context: QueryContext, source: SourcePath): ReadonlyArray<FeedEntry> {
  const {read} = context
  const {permalink, termsOf} = questionsOf({...context, notes: noteAddresses()})
  const found = read(page, source)
  if (found?.date === undefined) return []
  const rules = read(feedRules, null)
  const isWhole = rules !== false && rules.content === 'full'
  const {title, description, date, lastmod, authors} = found
  const image = imageOf(context, found)
  const taxonomies = read(taxonomyNames, null).filter((name) => name !== authorTaxonomy)
  const entry = {
    permalink: permalink(found),
    title,
    ...(description === undefined ? {} : {description}),
    published: date,
    updated: lastmod ?? date,
    authors,
    categories: taxonomies.flatMap((taxonomy) => {
      const scheme = permalink({path: read(listingPath, taxonomy)})
      return termsOf(found, taxonomy).map(({name}) => ({name, scheme}))
    }),
    ...(image === undefined ? {} : {image}),
    content: read(isWhole ? absoluteBody : absoluteExcerpt, source),
    isWhole
  }
  return [entry]
}

function imageOf(context: QueryContext, {previewImage}: Page): FeedImage | undefined {
  if (previewImage === undefined) return undefined
  const {read} = context
  const path = read(addressOf, previewImage)
  const route = path && read(routeAt, path)
  const length = route?.kind === 'asset' ? read(assetLengthInput, route.source) : undefined
  const type = imageType(previewImage)
  const url = questionsOf({...context, notes: noteAddresses()}).permalink(previewImage)
  return length === undefined || type === undefined ? {url} : {url, file: {length, type}}
}
