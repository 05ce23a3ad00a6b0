import {inIncluded} from '#src/diagnostics/in-included.ts'
import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import {rebaseUrl} from '#src/markdown/includes/rebase-url.ts'
import type {SourcePath} from '#src/model/source.ts'
import {unknownHeading} from '#src/routing/messages.ts'
import {idOf} from '#src/site/fragment-links.ts'
import {hasAnchor, nearestAnchor} from './anchors.ts'
import {fragmentLinks} from './documents.ts'
import {waitingInput} from './inputs.ts'
import {originOf, targetFinder} from './references.ts'
import {basePath} from './settings.ts'

/**
 * Reports links of a text to places that pages do not have. It may ask for other pages as they are rendered, so that rendering must not ask for
 * it; and for what bodies have, so that it has nothing to say as long as some wait to be compiled.
 */
export const checkLinks: Query<SourcePath, null> = defineStoredQuery('checkLinks', (context, source) => {
  const {read, report} = context
  if (read(waitingInput, null) === true) return null
  const links = read(fragmentLinks, source)
  if (links.length === 0) return null
  const origin = originOf(context, source, basePath)
  const findTarget = targetFinder(context, origin)
  for (const {reference, place, from, fromLine} of links) {
    const found = findTarget(reference)?.found
    const id = idOf(reference)
    if (id === undefined || found === undefined || !('path' in found)) continue
    if (read(hasAnchor, [found.path, id])) continue
    const written = from === undefined ? reference : rebaseUrl(reference, source, from)
    const nearest = read(nearestAnchor, [found.path, id])
    const problem = unknownHeading(source, place, written, found.path, nearest && `#${nearest}`)
    report([inIncluded(problem, from, fromLine)])
  }
  return null
})
