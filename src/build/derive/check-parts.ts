import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Revision} from '#src/graph/revision.ts'
import {argumentsOf, type Traces} from '#src/graph/traces.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import type {MenuItem} from '#src/model/site-config.ts'
import {unknownHeading} from '#src/routing/messages.ts'
import {hasAnchor, nearestAnchor} from '../queries/links/anchors.ts'
import {wantedPart} from '../queries/links/wanted-parts.ts'
import {menus} from '../queries/settings.ts'

/** A site that was rendered. */
export interface PartsRequest {
  readonly revision: Pick<Revision, 'get'>
  readonly traces: Traces
  readonly templates: ReadonlyArray<LoadedTemplate>
}

/** Reports links of templates to parts that pages do not have. What stands in a menu is told of where that is. */
export function checkParts({revision, traces, templates}: PartsRequest): ReadonlyArray<Diagnostic> {
  const told = new Set(Object.values(revision.get(menus, null)).flat().flatMap(fragmentsIn))
  return argumentsOf(traces, wantedPart).flatMap(({path, id, file, written}) => {
    if (told.has(id) || revision.get(hasAnchor, [path, id])) return []
    const nearest = revision.get(nearestAnchor, [path, id])
    const found = templates.find((template) => template.file === file)?.find?.(written)
    return [unknownHeading(found?.file ?? file, found?.place, written, path, nearest && `#${nearest}`)]
  })
}

function fragmentsIn({url, children}: MenuItem): ReadonlyArray<string> {
  const [, fragment] = /#(.*)$/s.exec(url) ?? []
  return [...(fragment === undefined ? [] : [fragment]), ...children.flatMap(fragmentsIn)]
}
