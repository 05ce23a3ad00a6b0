import {defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {HostName} from '#src/model/host-name.ts'
import {isExact, leadsOn, namesIn} from '#src/model/redirect.ts'
import {redirectLines} from '#src/render/hosts/redirect-lines.ts'
import {findRedirect} from '#src/routing/find-redirect.ts'
import {matchPattern, patternText} from '#src/routing/path-pattern.ts'
import {
  redirectOverPage,
  redirectToNowhere,
  tooManyRedirects,
  unnamedHost,
  unsupportedRedirect
} from '#src/routing/redirect-messages.ts'
import type {Redirect} from '#src/routing/redirect-table.ts'
import {authoredRoutes} from '../authored-routes.ts'
import {configFileInput} from '../inputs.ts'
import {nearestAddress} from '../links/addresses.ts'
import {hosting, redirectRules} from '../settings.ts'
import {routeAt} from '../site-routes.ts'
import {hostedSite} from './hosted-site.ts'
import {redirectSpot} from './redirect-spot.ts'
import {redirects} from './redirects.ts'

/** Reports rules that lead to nothing, that are for pages, or that a host does not take. */
export const checkRedirects: Query<null, null> = defineStoredQuery('checkRedirects', (context) => {
  for (const redirect of context.read(redirects, null)) {
    checkTarget(context, redirect)
    checkPages(context, redirect)
    checkHosts(context, redirect)
  }
  checkLimits(context)
  return null
})

function checkTarget({read, report}: QueryContext, {target, origin}: Redirect): void {
  if ('source' in origin || target?.kind !== 'site' || namesIn(target.path).length > 0) return
  const isThere = read(routeAt, target.path) !== undefined
  // Of one that leads to another rule still, as in a loop, is told already.
  if (isThere || findRedirect(read(redirects, null), target.path) !== undefined) return
  const written = read(redirectRules, null)[origin.index]?.to ?? target.path
  report([redirectToNowhere(redirectSpot(read, origin, 'to'), written, read(nearestAddress, target.path))])
}

/** Hosts that send readers on before they look for a file. */
const hasty: ReadonlySet<HostName> = new Set(['cloudflare', 'vercel', 'firebase'])

function checkPages({read, report}: QueryContext, {from, status, origin}: Redirect): void {
  const hosts = read(hosting, null)
  const isForHasty = hosts.length === 0 || hosts.some((host) => hasty.has(host))
  if (isExact(from) || !isForHasty || !(leadsOn(status) || hosts.includes('cloudflare'))) return
  const covered = read(authoredRoutes, null).find(({path}) => matchPattern(from, path) !== undefined)
  if (covered === undefined) return
  report([redirectOverPage(redirectSpot(read, origin, 'from'), patternText(from), covered.path)])
}

/** What hosts cannot send. */
const unknown: {readonly [Host in HostName]?: ReadonlyArray<number>} = {
  cloudflare: [410],
  vercel: [410],
  firebase: [410],
  github: [200, 410]
}

function checkHosts({read, report}: QueryContext, {from, status, origin}: Redirect): void {
  const hosts = read(hosting, null)
  const isPattern = !isExact(from)
  const without = hosts.filter((host) => unknown[host]?.includes(status) || (isPattern && host === 'github'))
  if (hosts.length === 0 && status === 410) report([unnamedHost(redirectSpot(read, origin, 'from'), status)])
  if (without.length === 0) return
  const what = unknown[without[0] ?? 'github']?.includes(status)
    ? `the status \`${status}\``
    : `the pattern \`${patternText(from)}\``
  report([unsupportedRedirect(redirectSpot(read, origin, 'from'), what, without)])
}

/** @see https://developers.cloudflare.com/pages/configuration/redirects/ */
const cloudflareMax = {exact: 2000, pattern: 100}

function checkLimits({read, report}: QueryContext): void {
  if (!read(hosting, null).includes('cloudflare')) return
  const lines = redirectLines(read(hostedSite, null))
  const exact = lines.filter(({isExact}) => isExact).length
  const file = read(configFileInput, null) ?? ''
  const counts = [
    {kind: 'for one address', count: exact, max: cloudflareMax.exact},
    {kind: 'with names or `*`', count: lines.length - exact, max: cloudflareMax.pattern}
  ]
  report(counts.filter(({count, max}) => count > max).map((one) => tooManyRedirects({file}, one)))
}
