import {defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import {isExact, leadsOn, namesIn, type RedirectConfig, type RedirectTarget} from '#src/model/redirect.ts'
import type {Route, RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {exactPattern, parsePattern, patternText} from '#src/routing/path-pattern.ts'
import {type Redirect, redirectTable} from '#src/routing/redirect-table.ts'
import {isElsewhere} from '#src/routing/resolve-reference.ts'
import {decodeAddress, toFilePath, toRoutePath} from '#src/routing/route-path.ts'
import {isAuthored} from '../authored-routes.ts'
import {address} from '../links/address.ts'
import {publishedPages} from '../listings/listed-pages.ts'
import {pageEntry} from '../pages.ts'
import {hosting, redirectRules} from '../settings.ts'
import {redirectSpot} from './redirect-spot.ts'

/** All rules in the order in which they count, of aliases and the configuration, each leading to where readers arrive. */
export const redirects: Query<null, ReadonlyArray<Redirect>> = defineStoredQuery('redirects', (context) => {
  const {read, report} = context
  const configured = read(redirectRules, null).map((rule, index) => toRedirect(context, rule, index))
  const {value, diagnostics} = redirectTable([...aliases(context), ...configured], {
    isTaken: (path) => read(isAuthored, path),
    spotOf: (origin) => redirectSpot(read, origin, 'from')
  })
  report(diagnostics)
  return value
})

/** Whether old addresses have pages that forward: where no host is named, and for one that sends files alone. */
export const hasStubs: Query<null, boolean> = defineStoredQuery('hasStubs', ({read}) => {
  const hosts = read(hosting, null)
  return hosts.length === 0 || hosts.includes('github')
})

/** Routes of the rules for one address, whether or not they have pages that forward. */
export const redirectRoutes: Query<
  null,
  ReadonlyArray<Extract<Route, {kind: 'redirect'}>>
> = defineStoredQuery('redirectRoutes', ({read}) =>
  read(redirects, null).flatMap(({from, target, status, origin}) => {
    if (!isExact(from) || !leadsOn(status) || target === undefined) return []
    const path = 'alias' in origin ? origin.alias : toRoutePath(patternText(from))
    return [
      {
        kind: 'redirect',
        path,
        to: target,
        ...('source' in origin ? {source: origin.source} : {rule: origin.index})
      }
    ]
  })
)

function aliases({read}: QueryContext): ReadonlyArray<Redirect> {
  return read(publishedPages, null).flatMap((source): ReadonlyArray<Redirect> => {
    const found = read(pageEntry, source)
    return (found?.aliases ?? []).map((alias) => ({
      from: exactPattern(alias),
      target: {kind: 'site', path: found?.path ?? alias, suffix: ''},
      status: 301,
      origin: {source, alias}
    }))
  })
}

function toRedirect(context: QueryContext, {from, to, status}: RedirectConfig, index: number): Redirect {
  const target = to === undefined ? {} : {target: toTarget(context, to)}
  return {from: parsePattern(from), ...target, status, origin: {index}}
}

function toTarget({read}: QueryContext, to: string): RedirectTarget {
  if (isElsewhere(to)) return {kind: 'elsewhere', url: to}
  const [, written = '', suffix = ''] = /^([^?#]*)(.*)$/su.exec(to) ?? []
  const path = decodeAddress(written).normalize('NFC')
  if (!path.startsWith('/')) {
    const found = read(address, path as SourcePath)
    // One that is not there leads nowhere, which is told of.
    return {
      kind: 'site',
      path: found !== undefined && 'path' in found ? found.path : toFilePath(path),
      suffix
    }
  }
  if (namesIn(path).length > 0) return {kind: 'site', path: path as RoutePath, suffix}
  const file = toFilePath(path)
  return {kind: 'site', path: read(isAuthored, file) ? file : toRoutePath(path), suffix}
}
