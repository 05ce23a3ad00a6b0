import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {toSocialImagePath} from '#src/routing/route-path.ts'
import {publishedPages} from '../listings/listed-pages.ts'
import {page} from '../pages.ts'
import {socialImagesRules} from '../settings.ts'

/** Address of the picture of an article that brings none; `undefined` where none is drawn. */
export const socialImagePath: Query<SourcePath, RoutePath | undefined> = defineStoredQuery(
  'socialImagePath',
  ({read}, source) => {
    if (read(socialImagesRules, null) === false) return undefined
    const found = read(page, source)
    const isWanted =
      found?.kind === 'article' && (found.socialPreviewImage ?? found.previewImage) === undefined
    return isWanted ? toSocialImagePath(found.path) : undefined
  }
)

/** Pictures of all articles that bring none. */
export const socialImageRoutes: Query<null, ReadonlyArray<Route>> = defineStoredQuery(
  'socialImageRoutes',
  ({read}) => {
    if (read(socialImagesRules, null) === false) return []
    return read(publishedPages, null).flatMap((source): ReadonlyArray<Route> => {
      const path = read(socialImagePath, source)
      return path === undefined ? [] : [{kind: 'socialImage', path, source}]
    })
  }
)
