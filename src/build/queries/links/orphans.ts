import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {MenuItem} from '#src/model/site-config.ts'
import type {SourcePath} from '#src/model/source.ts'
import {pathPart} from '#src/routing/resolve-reference.ts'
import {fileReference, referencesIn} from '#src/site/file-reference.ts'
import {orphan} from '#src/site/messages.ts'
import {wantedChecks} from '../check-settings.ts'
import {frontMatter} from '../defaults.ts'
import {waitingInput} from '../inputs.ts'
import {listedPages} from '../listings/listed-pages.ts'
import {published} from '../publishing.ts'
import {linkedPages, pinnedPages} from '../related.ts'
import {menus} from '../settings.ts'
import {routeAt} from '../site-routes.ts'
import {addressOf} from './addresses.ts'

/** Source of the page that a menu or front matter names; `undefined` where it names none. */
export const namedPage: Query<string, SourcePath | undefined> = defineStoredQuery(
  'namedPage',
  ({read}, target) => {
    const path = read(addressOf, pathPart(target))
    const route = path && read(routeAt, path)
    return route?.kind === 'page' ? route.source : undefined
  }
)

/** Sources of the pages that a text leads to: by its links, and by its front matter. */
export const pagesLedTo: Query<SourcePath, ReadonlyArray<SourcePath>> = defineStoredQuery(
  'pagesLedTo',
  ({read}, source) => {
    const named = referencesIn(read(frontMatter, source)?.frontMatter ?? {}).flatMap(
      ([, written]) => read(namedPage, fileReference(written, source)) ?? []
    )
    return [...read(linkedPages, source), ...read(pinnedPages, source), ...named]
  }
)

/**
 * Reports articles that no text, front matter or menu leads to, where that is wanted. Lists do not count, since they lead to every article, nor
 * do links of an article to itself; what stands in no list is meant to be found by those alone who know of it.
 */
export const checkOrphans: Query<null, null> = defineStoredQuery('checkOrphans', ({read, report}) => {
  if (!read(wantedChecks, null).includes('site/orphan') || read(waitingInput, null) === true) return null
  const linked = new Set(Object.values(read(menus, null)).flat().flatMap(named))
  for (const source of read(published, null)) {
    for (const target of read(pagesLedTo, source)) if (target !== source) linked.add(target)
  }
  const articles = read(listedPages, null).filter(({kind}) => kind === 'article')
  report(articles.filter(({source}) => !linked.has(source)).map(({source}) => orphan(source)))
  return null

  function named({url, children}: MenuItem): ReadonlyArray<SourcePath> {
    return [...[read(namedPage, url) ?? []].flat(), ...children.flatMap(named)]
  }
})
