import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {FeedLink} from '#src/model/view.ts'
import {atomType} from '#src/render/render-atom.ts'
import {toHref} from '#src/routing/href.ts'
import {feedRoutes} from './feed-sources.ts'
import {basePath, siteView} from './settings.ts'
import {routeAt} from './site-routes.ts'

/** Feeds of the whole site, without those whose place a file of the site takes. */
export const feedLinks: Query<null, ReadonlyArray<FeedLink>> = defineStoredQuery('feedLinks', (context) => {
  const {read} = context
  return feedRoutes(context)
    .filter(({path}) => read(routeAt, path)?.kind === 'feed')
    .map(({path}) => ({
      title: read(siteView, null).title,
      type: atomType,
      href: toHref(path, read(basePath, null))
    }))
})
