import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {RevisionState} from './collect-traces.ts'

/** Diagnostics of queries that have not run: of those that are known to stand, or of those that may have to run. */
export function reportedBefore(
  {before, hashes, reads, isReached}: Pick<RevisionState, 'before' | 'hashes' | 'reads' | 'isReached'>,
  isStanding: boolean
): ReadonlyArray<Diagnostic> {
  return [...before.diagnostics].flatMap(([position, reports]) => {
    const stands = hashes[position] !== undefined || !isReached(position)
    return !reads.has(position) && stands === isStanding ? reports : []
  })
}
