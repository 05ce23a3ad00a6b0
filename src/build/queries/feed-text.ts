import type {QueryContext} from '#src/graph/query.ts'
import type {Route} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {FeedEntry} from '#src/render/feed.ts'
import {renderAtom} from '#src/render/render-atom.ts'
import {feedSources} from './feed-sources.ts'
import {page} from './pages.ts'
import {questionsOf} from './questions.ts'
import {listingPath} from './sections.ts'
import {feedRules, taxonomyNames} from './settings.ts'
import {absoluteBody, absoluteExcerpt} from './text.ts'

/** The taxonomy that an entry shows as its authors. */
const authorTaxonomy = 'authors'

/** Text of a feed. */
export function feedText(context: QueryContext, {path, section}: Extract<Route, {kind: 'feed'}>): string {
  const {read} = context
  const {site, permalink} = questionsOf(context)
  const {title, description, language} = site()
  return renderAtom({
    title,
    description,
    language,
    self: permalink({path}),
    home: permalink({path: read(listingPath, section)}),
    entries: read(feedSources, {section}).flatMap((source) => entriesOf(context, source))
  })
}

/** The entry of a page. */
function entriesOf(context: QueryContext, source: SourcePath): ReadonlyArray<FeedEntry> {
  const {read} = context
  const {permalink, termsOf} = questionsOf(context)
  const found = read(page, source)
  if (found?.date === undefined) return []
  const rules = read(feedRules, null)
  const isFull = rules !== false && rules.content === 'full'
  const {title, description, date, lastmod, authors} = found
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
    content: read(isFull ? absoluteBody : absoluteExcerpt, source)
  }
  return [entry]
}
