import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Revision} from '#src/graph/revision.ts'
import {argumentsOf, type Traces} from '#src/graph/traces.ts'
import type {Fragment, ReferenceSlot} from '#src/model/fragment.ts'
import type {SourcePath} from '#src/model/source.ts'
import {textsInput} from '../queries/inputs.ts'
import {originOf, targetFinder} from '../queries/links/references.ts'
import {basePath} from '../queries/settings.ts'
import {routeAt} from '../queries/site-routes.ts'
import {body} from '../queries/text.ts'

/** Where an image stands in an article. */
export type ImageSpot = Pick<Diagnostic, 'file' | 'place'>

/** The first place in the articles of a site that shows each of some images; none for what only templates and front matter show. */
export function imageReferences(
  {get}: Pick<Revision, 'get'>,
  traces: Traces,
  images: ReadonlySet<SourcePath>
): ReadonlyMap<SourcePath, ImageSpot> {
  const spots = new Map<SourcePath, ImageSpot>()
  if (images.size === 0) return spots
  for (const source of [...argumentsOf(traces, body)].sort()) {
    const context = {read: get}
    const findTarget = targetFinder(context, originOf(context, source, basePath))
    for (const {reference, place, from} of assetsIn(get(textsInput, source)?.body)) {
      const found = findTarget(reference)?.found
      const route = found !== undefined && 'path' in found ? get(routeAt, found.path) : undefined
      if (route?.kind !== 'asset' || !images.has(route.source) || spots.has(route.source)) continue
      spots.set(route.source, {file: from?.path ?? source, ...(place && {place})})
    }
  }
  return spots
}

/** What a fragment loads, also within its components. */
function assetsIn(fragment: Fragment | undefined): ReadonlyArray<ReferenceSlot> {
  return (fragment?.slots ?? []).flatMap((slot) => {
    if ('children' in slot) return assetsIn(slot.children)
    return 'reference' in slot && slot.role === 'asset' ? [slot] : []
  })
}
