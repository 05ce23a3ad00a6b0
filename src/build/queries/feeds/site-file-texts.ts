import type {QueryContext} from '#src/graph/query.ts'
import {renderManifest} from '#src/render/render-manifest.ts'
import {renderRobots} from '#src/render/render-robots.ts'
import {toHref, toPermalink} from '#src/routing/href.ts'
import {basePath, baseUrl, manifestRules, robotsRules, siteView} from '../settings.ts'
import {routeAt} from '../site-routes.ts'
import {siteIcons} from './site-files.ts'

/** Text of `/robots.txt`. */
export function robotsText({read}: QueryContext): string | undefined {
  const rules = read(robotsRules, null)
  if (rules === false) return undefined
  const sitemap = read(routeAt, '/sitemap.xml')
  return renderRobots(rules, sitemap && toPermalink(sitemap.path, read(baseUrl, null)))
}

/** Text of `/manifest.webmanifest`. */
export function manifestText({read}: QueryContext): string | undefined {
  const rules = read(manifestRules, null)
  if (rules === false) return undefined
  const {title, description, language} = read(siteView, null)
  const base = read(basePath, null)
  return renderManifest({
    ...rules,
    name: title,
    description,
    language,
    start: base,
    icons: read(siteIcons, null).map(({name, size}) => ({href: toHref(name, base), size}))
  })
}
