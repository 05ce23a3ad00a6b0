import {defineQuery, type Query, type QueryContext} from '#src/graph/query.ts'
import type {Fragment, Slot} from '#src/model/fragment.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import type {Html} from '#src/model/view.ts'
import {joinFragment} from '#src/render/join-fragment.ts'
import {basePathOf, toHref} from '#src/routing/href.ts'
import {brokenReference, unpublishedReference} from '#src/routing/messages.ts'
import {type ReferenceOrigin, referenceTargets} from '#src/routing/resolve-reference.ts'
import {configInput} from './inputs.ts'
import {compiledBody, ownFrontMatter, page} from './pages.ts'
import {address, namesake, routeAt} from './routes.ts'

/** Path part of the base URL. */
export const basePath: Query<null, string> = defineQuery('basePath', ({read}) =>
  basePathOf(read(configInput, null)?.baseUrl ?? 'http://localhost/')
)

/** A body as HTML; reports its references that lead nowhere. */
export const body: Query<SourcePath, Html> = defineQuery('body', (context, source) =>
  link(context, source, context.read(compiledBody, source)?.body)
)

/** An excerpt as HTML. Its broken references are reported by the body, which holds them too. */
export const excerpt: Query<SourcePath, Html> = defineQuery('excerpt', ({read}, source) =>
  link({read, report: () => undefined}, source, read(compiledBody, source)?.excerpt)
)

/** Reports image references of a page's front matter that lead nowhere. */
export const checkImages: Query<SourcePath, null> = defineQuery('checkImages', ({read, report}, source) => {
  const found = read(page, source)
  const places = read(ownFrontMatter, source)?.places ?? {}
  const references = {
    preview_image: found?.previewImage,
    small_preview_image: found?.smallPreviewImage,
    social_preview_image: found?.socialPreviewImage
  }
  for (const [field, reference] of Object.entries(references)) {
    if (reference === undefined || isElsewhere(reference)) continue
    if (read(addressOf, reference) === undefined)
      report([brokenReference(source, places[`/${field}`], reference)])
  }
  return null
})

/**
 * Address of what a template, a menu or front matter names: a file (`content/about.md`), or a path from the root.
 * `undefined` when there is none.
 */
export const addressOf: Query<string, RoutePath | undefined> = defineQuery('addressOf', ({read}, target) => {
  if (!target.startsWith('/')) {
    const found = read(address, target as SourcePath)
    return found !== undefined && 'path' in found ? found.path : undefined
  }
  return routeNear(read, target.normalize('NFC'))
})

/** Whether an address is not this site's to resolve: with a scheme, or protocol-relative. */
export function isElsewhere(target: string): boolean {
  return target.startsWith('//') || /^[a-z][a-z0-9+.-]*:/i.test(target)
}

function link(context: QueryContext, source: SourcePath, fragment: Fragment | undefined): Html {
  if (fragment === undefined) return '' as Html
  const found = context.read(address, source)
  const origin = {source, route: found !== undefined && 'path' in found ? found.path : ('/' as RoutePath)}
  return joinFragment(fragment, (slot) => resolveSlot(context, origin, slot))
}

/** Address for a slot; the reference as written, with a warning, when it leads nowhere. */
function resolveSlot({read, report}: QueryContext, origin: ReferenceOrigin, slot: Slot): string {
  const targets = referenceTargets(slot.reference, origin)
  const base = read(basePath, null)
  for (const candidate of targets?.sources ?? []) {
    const found = read(address, candidate)
    if (found === undefined) continue
    if ('path' in found) return toHref(found.path, base) + targets?.suffix
    report([unpublishedReference(origin.source, slot.place, slot.reference, found.unpublished)])
    return slot.reference
  }
  for (const candidate of targets?.routes ?? []) {
    const path = routeNear(read, candidate)
    if (path !== undefined) return toHref(path, base) + targets?.suffix
  }
  const intended = targets?.routes[0] === undefined ? undefined : read(namesake, targets.routes[0])
  report([brokenReference(origin.source, slot.place, slot.reference, intended)])
  return slot.reference.startsWith('/') ? base + slot.reference.slice(1) : slot.reference
}

/** The route at an address, with or without a final slash. */
function routeNear(read: QueryContext['read'], path: string): RoutePath | undefined {
  const bare = path.replace(/\/$/, '')
  const found = read(routeAt, `${bare}/`) ?? (bare === '' ? undefined : read(routeAt, bare))
  return found?.path
}
