import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Revision} from '#src/graph/revision.ts'
import {argumentsOf, type Traces} from '#src/graph/traces.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import {unknownHeading} from '#src/routing/messages.ts'
import {hasAnchor, nearestAnchor} from '../queries/links/anchors.ts'
import {configReferences} from '../queries/links/config-references.ts'
import {wantedPart} from '../queries/links/wanted-parts.ts'

/** A site that was rendered. */
export interface PartsRequest {
  readonly revision: Pick<Revision, 'get'>
  readonly traces: Traces
  readonly templates: ReadonlyArray<LoadedTemplate>
}

/** Reports links of templates to parts that pages do not have. What stands in the configuration is told of there. */
export function checkParts({revision, traces, templates}: PartsRequest): ReadonlyArray<Diagnostic> {
  const told = new Set(revision.get(configReferences, null).map(({url}) => /#(.*)$/s.exec(url)?.[1]))
  return argumentsOf(traces, wantedPart).flatMap(({path, id, file, written}) => {
    if (told.has(id) || revision.get(hasAnchor, [path, id])) return []
    const nearest = revision.get(nearestAnchor, [path, id])
    const found = templates.find((template) => template.file === file)?.find?.(written)
    return [unknownHeading({file, ...found}, written, path, nearest && `#${nearest}`)]
  })
}
