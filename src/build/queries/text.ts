import {hashText} from '#src/graph/hash.ts'
import {definePassingQuery, defineStoredQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {Fragment, ImageSize, ReferenceSlot} from '#src/model/fragment.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {Html} from '#src/model/view.ts'
import {joinFragment} from '#src/render/join-fragment.ts'
import {unknownComponent} from '#src/render/messages.ts'
import {wrapUnknown} from '#src/render/wrap-unknown.ts'
import {toAbsolute, toHref} from '#src/routing/href.ts'
import {brokenReference, unpublishedReference} from '#src/routing/messages.ts'
import {
  isElsewhere,
  type ReferenceOrigin,
  type ReferenceTargets,
  referenceTargets
} from '#src/routing/resolve-reference.ts'
import {fileReference, imageFields} from '#src/site/file-reference.ts'
import {type Address, address, addressOf, namesake, routeNear} from './addresses.ts'
import {frontMatter} from './defaults.ts'
import {compiledBody} from './documents.ts'
import {imageSizeInput} from './inputs.ts'
import {basePath, baseUrl} from './settings.ts'
import {routeAt} from './site-routes.ts'

/** A body as HTML; reports its references that lead nowhere. */
export const body: Query<SourcePath, Html> = definePassingQuery(
  'body',
  (context, source) => {
    const origin = originOf(context, source, basePath)
    return joined(context, origin, context.read(compiledBody, source)?.body, (slot) =>
      isOwnFragment(slot) ? slot.reference : resolveSlot(context, origin, slot)
    )
  },
  hashText
)

/**
 * An excerpt as HTML, for other pages: its links within the page lead to the page itself. Its broken references are reported
 * by the body, which holds them too.
 */
export const excerpt: Query<SourcePath, Html> = defineStoredQuery('excerpt', ({read}, source) => {
  const context = {read, report: () => undefined}
  const origin = originOf(context, source, basePath)
  const own = toHref(origin.route, read(basePath, null))
  return joined(context, origin, read(compiledBody, source)?.excerpt, (slot) =>
    isOwnFragment(slot) ? own + slot.reference : resolveSlot(context, origin, slot)
  )
})

/** A body for other places than the site, such as a feed: all links have the origin. Broken ones are reported by `body`. */
export const absoluteBody: Query<SourcePath, Html> = definePassingQuery(
  'absoluteBody',
  (context, source) => absoluteText(context, source, 'body'),
  hashText
)

/** An excerpt for other places than the site, such as a feed. */
export const absoluteExcerpt: Query<SourcePath, Html> = definePassingQuery(
  'absoluteExcerpt',
  (context, source) => absoluteText(context, source, 'excerpt'),
  hashText
)

/** Reports image references of a page's front matter that lead nowhere. */
export const checkImages: Query<SourcePath, null> = defineStoredQuery(
  'checkImages',
  ({read, report}, source) => {
    const found = read(frontMatter, source)
    for (const field of imageFields) {
      const written = found?.frontMatter[field]
      if (found === undefined || written === undefined || isElsewhere(written)) continue
      const [path = ''] = fileReference(written, source).split(/[?#]/)
      if (read(addressOf, path) !== undefined) continue
      const snakeCase = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      const place = found.places[`/${snakeCase}`] ?? found.places[`/${field}`]
      report([brokenReference(source, place, written)])
    }
    return null
  }
)

function absoluteText({read}: QueryContext, source: SourcePath, part: 'body' | 'excerpt'): Html {
  const context = {read, report: () => undefined}
  const origin = originOf(context, source, baseUrl)
  const own = toHref(origin.route, read(baseUrl, null))
  return joined(context, origin, read(compiledBody, source)?.[part], (slot) =>
    toAbsolute(isOwnFragment(slot) ? slot.reference : resolveSlot(context, origin, slot), own)
  )
}

function joined(
  {read, report}: Pick<QueryContext, 'read' | 'report'>,
  origin: Origin,
  fragment: Fragment | undefined,
  reference: (slot: ReferenceSlot) => string
): Html {
  if (fragment === undefined) return '' as Html
  return joinFragment(fragment, {
    reference,
    size: ({sizeOf}) => sizeAt(read, origin, sizeOf),
    component: (slot, children) => {
      report([unknownComponent(origin.source, slot.place, slot.component, [])])
      return wrapUnknown(slot, children)
    }
  })
}

/** Where a reference stands, and what addresses begin with there: `basePath`, or `baseUrl` outside of the site. */
interface Origin extends ReferenceOrigin {
  readonly base: Query<null, string>
}

function originOf({read}: QueryContext, source: SourcePath, base: Query<null, string>): Origin {
  const found = read(address, source)
  return {source, route: found !== undefined && 'path' in found ? found.path : ('/' as RoutePath), base}
}

function isOwnFragment({reference}: ReferenceSlot): boolean {
  return reference.startsWith('#')
}

/** Address for a slot; the reference as written, with a warning, when it leads nowhere. */
function resolveSlot(
  {read, report}: QueryContext,
  origin: Origin,
  {reference, place}: ReferenceSlot
): string {
  const targets = referenceTargets(reference, origin)
  const found = targets && find(read, targets)
  const base = read(origin.base, null)
  if (found !== undefined && 'path' in found) return toHref(found.path, base) + targets?.suffix
  if (found === undefined) {
    const intended = targets?.routes[0] === undefined ? undefined : read(namesake, targets.routes[0])
    report([brokenReference(origin.source, place, reference, intended)])
  } else if (found.unpublished !== 'broken') {
    report([unpublishedReference(origin.source, place, reference, found.unpublished)])
  }
  return reference.startsWith('/') ? base + reference.slice(1) : reference
}

/** Size of the image that a reference leads to; `undefined` where it is no image of the site. */
function sizeAt(read: QueryContext['read'], origin: Origin, reference: string): ImageSize | undefined {
  const targets = referenceTargets(reference, origin)
  const found = targets && find(read, targets)
  const route = found !== undefined && 'path' in found ? read(routeAt, found.path) : undefined
  return route?.kind === 'asset' ? read(imageSizeInput, route.source) : undefined
}

/** What a reference leads to: of an address first what is there, of a file's name first the file. */
function find(
  read: QueryContext['read'],
  {sources, routes, isAddress}: ReferenceTargets
): Address | undefined {
  const atRoute = (): Address | undefined => {
    const path = routes.map((route) => routeNear(read, route)).find((found) => found !== undefined)
    return path && {path}
  }
  const ahead = isAddress ? atRoute() : undefined
  if (ahead !== undefined) return ahead
  let unpublished: Address | undefined
  for (const source of sources) {
    const found = read(address, source)
    if (found !== undefined && 'path' in found) return found
    unpublished ??= found
  }
  return (isAddress ? undefined : atRoute()) ?? unpublished
}
