import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {errorAt, type Spot} from '#src/diagnostics/problem-at.ts'
import type {Route} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'

/** Two routes that would be written to one file. Reported where the address was chosen with more care, or else where the second one is. */
export function collision(route: Route, owner: Route, spotOf: (route: Route) => Spot): Diagnostic {
  const [own, other] = choiceIn(owner) > choiceIn(route) ? [owner, route] : [route, owner]
  const isSame = own.path === other.path
  return errorAt(
    spotOf(own),
    'routing/collision',
    isSame
      ? `Expected one page for each address, found \`${own.path}\` claimed by ${describe(other)} too`
      : `Expected addresses that every disk can tell apart, found \`${own.path}\` beside \`${other.path}\` of ${describe(other)}`,
    hintFor(own, other)
  )
}

/** How much somebody has chosen the address: that of a copied file is its name, and what Galley adds has its own. */
function choiceIn(route: Route): number {
  if (route.kind === 'asset') return 1
  return sourceOf(route) !== undefined || route.kind === 'redirect' ? 2 : 0
}

function hintFor(own: Route, other: Route): string {
  if (own.kind === 'redirect') return hintForRedirect(own, other)
  return isIndexOfSection(own, other)
    ? 'Rename it to `_index.md`: the text of a section; `index.md` is a page of its own'
    : 'Give one of them another `slug` or `url`, or rename its file'
}

function hintForRedirect({source}: {readonly source?: SourcePath}, other: Route): string {
  if (source === undefined) return 'Take the rule out, or give the page another address'
  return other.kind === 'redirect'
    ? 'One address forwards to one page: remove the alias, or what forwards it too'
    : 'Remove the alias: it is for an address that there is no longer, and this one is in use'
}

/** Whether a page was written as the `index.md` of a folder that has pages, which is its section. */
function isIndexOfSection(own: Route, other: Route): boolean {
  return own.kind === 'page' && /\/index\.[^/]*$/.test(own.source) && other.kind === 'section'
}

function sourceOf(route: Route): string | undefined {
  return 'source' in route ? route.source : undefined
}

function describe(route: Route): string {
  const source = sourceOf(route)
  if (source !== undefined) return `\`${source}\``
  if (route.kind === 'notFound') return 'the 404 page'
  if (route.kind === 'redirect') return 'a rule of the configuration'
  if (route.kind === 'hostFile') return `the generated \`${route.path}\``
  if (route.kind === 'feed') return `the feed at \`${route.path}\``
  if (route.kind === 'robots' || route.kind === 'llms' || route.kind === 'manifest')
    return `the generated \`${route.path}\``
  if (route.kind === 'sitemap' || route.kind === 'sitemapIndex') return 'the sitemap'
  if (route.kind === 'section') return `the listing of \`content/${route.section}\``
  return route.kind === 'home' ? 'the home page' : `the ${route.kind} listing at \`${route.path}\``
}
