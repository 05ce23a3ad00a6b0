import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {hashText} from '#src/graph/hash.ts'
import {keyOf} from '#src/graph/query.ts'
import type {Revision} from '#src/graph/revision.ts'
import type {HashedOutput} from './plan.ts'
import {output} from './queries/output.ts'
import {collisions, routes} from './queries/routes.ts'

/** Everything that a revision comes to. */
export interface RenderedSite {
  /** Sorted by path; where two routes claim one path, the first. */
  readonly outputs: ReadonlyArray<HashedOutput>
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /** HTML pages for readers, redirects not counted. */
  readonly pageCount: number
}

/** Routes rendered between two turns of the event loop, so that signals and the progress bar are served. */
const routesPerTurn = 50

/** Ask a revision for all its routes and the output of each. */
export async function renderSite(
  revision: Revision,
  onRendered: (done: number, total: number) => void
): Promise<RenderedSite> {
  const all = revision.get(routes, null)
  revision.get(collisions, null)
  const outputs = new Map<string, HashedOutput>()
  for (const [index, {path}] of all.entries()) {
    const made = revision.get(output, path)
    if (made !== undefined && !outputs.has(made.path)) {
      outputs.set(made.path, {output: made, hash: made.kind === 'text' ? hashText(made.text) : made.hash})
    }
    if (index % routesPerTurn === 0) await new Promise(setImmediate)
    onRendered(index + 1, all.length)
  }
  const keys = [keyOf(routes, null), keyOf(collisions, null), ...all.map(({path}) => keyOf(output, path))]
  return {
    outputs: [...outputs.values()].sort((a, b) => (a.output.path < b.output.path ? -1 : 1)),
    diagnostics: revision.diagnostics(keys),
    pageCount: all.filter(({kind}) => kind !== 'asset' && kind !== 'redirect').length
  }
}
