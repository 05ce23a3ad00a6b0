import {createHash} from 'node:crypto'
import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import type {Header} from '#src/model/hosted-site.ts'
import {pageKinds, type RoutePath} from '#src/model/route.ts'
import {findLoaded, type LoadedByPage} from '#src/render/find-loaded.ts'
import {renderPolicy} from '#src/render/render-policy.ts'
import {blockedHandler} from '../../messages.ts'
import {onDemandInput} from '../inputs.ts'
import {output} from '../output.ts'
import {baseUrl, hasSearch, policyRules} from '../settings.ts'
import {routeAt, routes} from '../site-routes.ts'

/** Pages that a policy is for; none where there is no policy. What is rendered when it is asked for, no answer can be about all of. */
export const policedPages: Query<null, ReadonlyArray<RoutePath>> = defineStoredQuery(
  'policedPages',
  ({read}) => {
    if (read(policyRules, null) === false || read(onDemandInput, null) === true) return []
    return read(routes, null).flatMap(({kind, path}) => (pageKinds.has(kind) ? [path] : []))
  }
)

/** What a page loads and runs, its scripts and styles by their hashes. To be asked for when the page has just been rendered: then that is not done again. */
export const loadedBy: Query<RoutePath, LoadedByPage | undefined> = defineStoredQuery(
  'loadedBy',
  ({read, report}, path) => {
    const made = read(output, path)
    if (made?.kind !== 'text') return undefined
    const found = findLoaded(made.text)
    const route = read(routeAt, path)
    const source = route !== undefined && 'source' in route ? route.source : undefined
    report(found.handlers.map((name) => blockedHandler(source ?? path, name)))
    return {...found, scripts: found.scripts.map(hashOf), styles: found.styles.map(hashOf)}
  }
)

/** The header with the policy for all pages; `undefined` where there is none. */
export const policyHeader: Query<null, Header | undefined> = defineStoredQuery('policyHeader', ({read}) => {
  const rules = read(policyRules, null)
  if (rules === false || read(onDemandInput, null) === true) return undefined
  const all = read(policedPages, null).flatMap((path) => read(loadedBy, path) ?? [])
  const {origin} = new URL(read(baseUrl, null))
  const elsewhere = new Map<string, Set<string>>()
  for (const [directive, sites] of all.flatMap((page) => Object.entries(page.elsewhere))) {
    const known = elsewhere.get(directive) ?? new Set<string>()
    for (const site of sites) if (site !== origin) known.add(site)
    elsewhere.set(directive, known)
  }
  const value = renderPolicy({
    scripts: allOf(all, ({scripts}) => scripts),
    styles: allOf(all, ({styles}) => styles),
    elsewhere: Object.fromEntries([...elsewhere].sort().map(([key, sites]) => [key, [...sites].sort()])),
    drawsStyles: all.some(({drawsStyles}) => drawsStyles),
    hasSearch: read(hasSearch, null),
    more: rules
  })
  return {name: 'Content-Security-Policy', value}
})

function allOf(
  pages: ReadonlyArray<LoadedByPage>,
  pick: (page: LoadedByPage) => ReadonlyArray<string>
): ReadonlyArray<string> {
  return [...new Set(pages.flatMap(pick))].sort()
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
