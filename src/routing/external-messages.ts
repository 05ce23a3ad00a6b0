import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {warningAt} from '#src/diagnostics/problem-at.ts'

interface Spot {
  readonly file: string
  readonly place: Place | undefined
}

/** A link to another site that has nothing there. */
export function goneLink(spot: Spot, href: string, cause: string): Diagnostic {
  return warningAt(
    spot,
    'routing/gone-link',
    `Expected a page of another site, found nothing at \`${href}\` (${cause})`,
    'Link to where it is now, or to a copy in an archive; `links.ignore` in the configuration passes it over'
  )
}

/** A link to another site that does not answer as it should. */
export function unreachableLink(spot: Spot, href: string, cause: string): Diagnostic {
  return warningAt(
    spot,
    'routing/unreachable-link',
    `Expected an answer from \`${href}\`, found none (${cause})`,
    'It may be there another time; `links.ignore` in the configuration passes it over'
  )
}
