import type {Revision} from '#src/graph/revision.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {type Visibility, visibilityOf} from '#src/site/visibility.ts'
import {frontMatter} from './queries/defaults.ts'
import {page} from './queries/pages.ts'
import type {ReadInputs} from './read/read-inputs.ts'

/** A page as people look for it. */
export interface KnownPage {
  readonly source: SourcePath
  readonly path: RoutePath
  readonly title: string
  /** Calendar day; absent for a page without a date. */
  readonly day?: string
  /** Why a build for readers would not publish it; absent when it would. */
  readonly unpublished?: Unpublished
}

export type Unpublished = Exclude<Visibility, 'published'>

/** The pages among routes that are made of a source of their own, by source. */
export function listPages(
  revision: Pick<Revision, 'get'>,
  routes: Iterable<Route>,
  whyUnpublished: (source: SourcePath) => Unpublished | undefined
): ReadonlyArray<KnownPage> {
  return [...routes].flatMap(describe).sort((a, b) => (a.source < b.source ? -1 : 1))

  function describe(route: Route): ReadonlyArray<KnownPage> {
    const found = route.kind === 'page' ? revision.get(page, route.source) : undefined
    if (found === undefined) return []
    const {source, path, title, date} = found
    const unpublished = whyUnpublished(source)
    return [
      {
        source,
        path,
        title,
        ...(date === undefined ? {} : {day: date.day}),
        ...(unpublished === undefined ? {} : {unpublished})
      }
    ]
  }
}

/** Why a build for readers would not publish a source; `undefined` when it would, and where there is none. */
export function findUnpublished(
  revision: Pick<Revision, 'get'>,
  source: SourcePath,
  {config, today}: Pick<ReadInputs['inputs'], 'config' | 'today'>
): Unpublished | undefined {
  const own = revision.get(frontMatter, source)
  if (own === undefined) return undefined
  const include = {drafts: false, future: false, expired: false}
  const visibility = visibilityOf(own.frontMatter, today, {...config.site, include})
  return visibility === 'published' ? undefined : visibility
}
