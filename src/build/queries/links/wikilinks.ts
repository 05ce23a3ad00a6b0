import {closestByKeys, endsOf, groupByKeys, type NamesByKey} from '#src/diagnostics/closest-by-keys.ts'
import type {Place} from '#src/diagnostics/diagnostic.ts'
import {defineQuery, defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {showWikilink, type Wikilink} from '#src/model/wikilink.ts'
import {ambiguousName, brokenReference, unknownHeading} from '#src/routing/messages.ts'
import {slugOf} from '#src/routing/slug.ts'
import {chooseNamed, type NamedPage} from '#src/site/choose-named.ts'
import {sourceNameOf} from '#src/site/source-name.ts'
import {outline} from '../documents.ts'
import {publishedPages} from '../listings/listed-pages.ts'
import {page} from '../pages.ts'

/** What names have in common that are meant to be the same: also where ` -- ` in a title has become a dash. */
function nameOf(text: string): string {
  return slugOf(text).replace(/-+/g, '-')
}

/** Pages by the slugs of their file names and titles. */
export const pagesByName: Query<null, Readonly<Record<string, ReadonlyArray<NamedPage>>>> = defineQuery(
  'pagesByName',
  ({read}) => {
    const pages = new Map<string, Array<NamedPage>>()
    for (const source of read(publishedPages, null)) {
      const found = read(page, source)
      if (found === undefined) continue
      const {name, folders} = sourceNameOf(source)
      const own = {source, path: found.path, folders: folders.map(slugOf)}
      add(nameOf(name), {...own, isFileName: true})
      if (nameOf(found.title) !== nameOf(name)) add(nameOf(found.title), {...own, isFileName: false})
    }
    return Object.fromEntries(pages)

    function add(name: string, named: NamedPage): void {
      pages.set(name, [...(pages.get(name) ?? []), named])
    }
  }
)

/** Pages that have a slug as file name or title. */
export const pagesNamed: Query<string, ReadonlyArray<NamedPage>> = defineStoredQuery(
  'pagesNamed',
  ({read}, slug) => ownValue(read(pagesByName, null), slug) ?? []
)

/** All names by their ends, for suggestions. Notes may have as many links to pages that are still to be written as there are pages. */
export const namesByEnds: Query<null, NamesByKey<string>> = defineQuery('namesByEnds', ({read}) =>
  groupByKeys(Object.keys(read(pagesByName, null)), endsOf)
)

/** The name that another was probably meant to be. */
export const nearestName: Query<string, string | undefined> = defineStoredQuery(
  'nearestName',
  ({read}, name) => closestByKeys(name, read(namesByEnds, null), {keysOf: endsOf})
)

/** Where a wikilink stands. */
export interface WikilinkSpot {
  readonly source: SourcePath
  readonly place: Place | undefined
}

/**
 * The address that a wikilink leads to, with its fragment; `undefined` where there is no page of that name.
 *
 * Diagnostics, all warnings: `routing/broken-reference`, `routing/ambiguous-name`, `routing/unknown-heading`.
 */
export function resolveWikilink(
  {read, report}: QueryContext,
  link: Wikilink,
  {source, place}: WikilinkSpot
): {readonly path: RoutePath; readonly fragment: string} | undefined {
  const folders = link.name.replace(/\s+/gu, ' ').split('/')
  const name = nameOf(folders.pop() ?? '')
  const near = sourceNameOf(source).folders.map(slugOf)
  const [chosen, ...others] = chooseNamed(read(pagesNamed, name), folders.map(slugOf), near)
  const written = showWikilink(link)
  if (chosen === undefined) {
    report([brokenReference({file: source, place}, written, read(nearestName, name))])
    return undefined
  }
  if (others.length > 0) {
    report([
      ambiguousName(
        source,
        place,
        written,
        [chosen, ...others].map(({path}) => path)
      )
    ])
  }
  if (link.heading === '') return {path: chosen.path, fragment: ''}
  const slug = slugOf(link.heading)
  const heading = read(outline, chosen.source).find(
    ({id, text}) => id === link.heading || slugOf(text) === slug
  )
  if (heading === undefined) report([unknownHeading({file: source, place}, written, chosen.path)])
  return {path: chosen.path, fragment: `#${heading?.id ?? slug}`}
}
