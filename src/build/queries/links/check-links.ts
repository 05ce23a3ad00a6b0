import type {Place} from '#src/diagnostics/diagnostic.ts'
import {inIncluded} from '#src/diagnostics/in-included.ts'
import {defineStoredQuery, type Query} from '#src/graph/query.ts'
import {rebaseUrl} from '#src/markdown/includes/rebase-url.ts'
import type {ReferenceSlot} from '#src/model/fragment.ts'
import type {SourcePath} from '#src/model/source.ts'
import {brokenReference, unknownHeading} from '#src/routing/messages.ts'
import {withoutMarks} from '#src/routing/url-style.ts'
import {fragmentLinksOf, idOf} from '#src/site/fragment-links.ts'
import {textsInput, waitingInput} from '../inputs.ts'
import {basePath, baseUrl, isAddressKnown} from '../settings.ts'
import {hasAnchor, nearestAnchor} from './anchors.ts'
import {intendedBy, missesMax, originOf, targetFinder} from './references.ts'

/** A link of a text that is looked at again when all pages are known. */
export interface OpenLink {
  /** As it is found in the site. */
  readonly reference: string
  /** As it stands in the text. */
  readonly written: string
  readonly place?: Place
  /** The included file that it stands in; absent when that is the text itself. */
  readonly from?: ReferenceSlot['from']
  /** Whether only its fragment is to be looked at: the rest is reported where it is resolved. */
  readonly isResolved: boolean
}

/** Links of a text to places within pages, but for those that are right by this text alone, and those to the site that have its origin. */
export const openLinks: Query<SourcePath, ReadonlyArray<OpenLink>> = defineStoredQuery(
  'openLinks',
  ({read}, source) => {
    const document = read(textsInput, source)
    if (document === undefined) return []
    const {body, facts} = document
    const withFragment = fragmentLinksOf(body, new Set(facts.ids)).map(({role: _, ...slot}): OpenLink => {
      const {reference, from} = slot
      const written = from === undefined ? reference : rebaseUrl(reference, source, from.path)
      return {...slot, written, isResolved: true}
    })
    const base = withoutMarks(read(baseUrl, null))
    const isKnown = read(isAddressKnown, null)
    const absolute = facts.externalLinks
      .filter(({href}) => isKnown && href.startsWith(base))
      .map(({href, ...spot}): OpenLink => {
        return {...spot, reference: `/${href.slice(base.length)}`, written: href, isResolved: false}
      })
    return [...withFragment, ...absolute]
  }
)

/**
 * Reports links of a text to places that pages do not have, and links with the origin of the site that lead nowhere. It may ask for other pages as they
 * are rendered, so that rendering must not ask for it; and for what bodies have, so that it has nothing to say as long as some wait to be compiled.
 *
 * Diagnostics, all warnings: `routing/broken-reference`, `routing/unknown-heading`.
 */
export const checkLinks: Query<SourcePath, null> = defineStoredQuery('checkLinks', (context, source) => {
  const {read, report} = context
  if (read(waitingInput, null) === true) return null
  const links = read(openLinks, source)
  if (links.length === 0) return null
  const origin = originOf(context, source, basePath)
  const findTarget = targetFinder(context, origin)
  let unknownCount = 0
  for (const {reference, written, place, from, isResolved} of links) {
    const spot = {file: source, place}
    const target = findTarget(reference)
    const found = target?.found
    if (found === undefined && !isResolved)
      report([inIncluded(brokenReference(spot, written, intendedBy(target, from?.path ?? source)), from)])
    const id = idOf(reference)
    if (id === undefined || found === undefined || !('path' in found)) continue
    if (read(hasAnchor, [found.path, id])) continue
    // These links stay as they are written, whatever there is to tell.
    if (++unknownCount > missesMax) break
    const nearest = unknownCount <= suggestionsMax ? read(nearestAnchor, [found.path, id]) : undefined
    const problem = unknownHeading(spot, written, found.path, nearest && `#${nearest}`)
    report([inIncluded(problem, from)])
  }
  return null
})

/** Headings that are looked for of one text: whoever has so many unknown ones has made a mistake of another kind. */
const suggestionsMax = 100
