import {UntrackedReadError} from '#src/graph/errors.ts'
import type {Revision} from '#src/graph/revision.ts'
import type {Route} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {bodyIds, features} from '../queries/documents.ts'
import {checkLinks, openLinks} from '../queries/links/check-links.ts'

/** Settle what is wrong with the links of the text that a route shows, so that traces and diagnostics have it. */
export function settleLinks(revision: Pick<Revision, 'hash'>, route: Route): void {
  const text = textOf(route)
  if (text === undefined) return
  try {
    revision.hash(checkLinks, text)
  } catch (error) {
    // A page that asks for what is not recorded is reported where it is rendered.
    if (!(error instanceof UntrackedReadError)) throw error
  }
}

/**
 * Settle what checking links and packages takes of the text of a route. Once all pages are rendered, its document would have to be opened again.
 */
export function settleTextFacts(revision: Pick<Revision, 'hash'>, route: Route): void {
  const text = textOf(route)
  if (text === undefined) return
  revision.hash(openLinks, text)
  revision.hash(bodyIds, text)
  revision.hash(features, text)
}

function textOf(route: Route): SourcePath | undefined {
  const isPart = 'pageNumber' in route && route.pageNumber > 1
  return shown.has(route.kind) && !isPart && 'source' in route ? route.source : undefined
}

/** Kinds of routes that show a text to readers. */
const shown: ReadonlySet<Route['kind']> = new Set(['page', 'home', 'section', 'taxonomy', 'term'])
