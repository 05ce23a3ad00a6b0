import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {UntrackedReadError} from '#src/graph/errors.ts'
import type {Hash} from '#src/graph/hash.ts'
import type {Revision} from '#src/graph/revision.ts'
import {diagnosticsOf, type Traces} from '#src/graph/traces.ts'
import type {Host} from '#src/model/host.ts'
import type {Route} from '#src/model/route.ts'
import type {Answer, OutputDigest} from './answer.ts'
import {untrackedRead} from './messages.ts'
import type {PresentFiles} from './present-files.ts'
import {digest, output} from './queries/output.ts'
import {collisions, routes} from './queries/routes.ts'

/** Routes rendered between two turns of the event loop, so that signals and the progress bar are served. */
const routesPerTurn = 50

/** Where the texts go that the output folder does not have yet. */
export interface Staging {
  readonly present: Pick<PresentFiles, 'hash'>
  readonly stage: Host['output']['stage']
}

/** Ask a revision for all its routes and the output of each; stage the texts that are not there yet. */
export async function renderSite(
  revision: Revision,
  inputs: Hash,
  {present, stage}: Staging,
  onRendered: (done: number, total: number) => void
): Promise<{readonly answer: Answer; readonly traces: Traces}> {
  const all = revision.get(routes, null)
  revision.hash(collisions, null)
  const outputs = new Map<string, OutputDigest>()
  const untracked: Array<Diagnostic> = []
  for (const [index, route] of all.entries()) {
    render(route)
    if (index % routesPerTurn === 0) await new Promise(setImmediate)
    onRendered(index + 1, all.length)
  }
  const traces = revision.traces()
  const answer = {
    inputs,
    outputs: [...outputs.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    diagnostics: [...diagnosticsOf(traces), ...untracked],
    pageCount: all.filter(({kind}) => kind !== 'asset' && kind !== 'redirect').length
  }
  return {answer, traces}

  function render({path, kind}: Route): void {
    try {
      const made = revision.get(digest, path)
      if (made === undefined || outputs.has(made.path)) return
      if (made.copyOf === undefined && present.hash(made.path) !== made.hash) {
        const text = revision.get(output, path)
        if (text?.kind === 'text') stage(made.path, text.text)
      }
      outputs.set(made.path, made)
    } catch (error) {
      if (!(error instanceof UntrackedReadError)) throw error
      untracked.push(untrackedRead(`templates/${kind}.tsx`, path))
    }
  }
}
