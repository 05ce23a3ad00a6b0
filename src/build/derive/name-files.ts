import type {Revision} from '#src/graph/revision.ts'
import {argumentsOf, type Traces} from '#src/graph/traces.ts'
import type {OutputFolder} from '#src/model/host.ts'
import {toOutputPath} from '#src/routing/route-path.ts'
import type {OutputDigest} from '../answer.ts'
import {type NamedFile, namedFile, namedText} from '../queries/bundled-files.ts'
import {isThere, type PresentFiles} from '../write/present-files.ts'

/** Whose files are named, and where they go. */
export interface NameRequest {
  readonly named: NamedFiles
  readonly revision: Pick<Revision, 'get'>
  readonly present: Pick<PresentFiles, 'hash'>
  readonly output: Pick<OutputFolder, 'stage'>
}

/** Files by what they are made of. */
export type NamedFiles = ReadonlyMap<ReadonlyArray<string>, NamedFile>

/** Style sheets and scripts that pages load, and what these name: what was asked for is wanted. */
export function listNamed(revision: Pick<Revision, 'get'>, traces: Traces): NamedFiles {
  return new Map(
    argumentsOf(traces, namedFile).flatMap((parts) => {
      const found = revision.get(namedFile, parts)
      return found === undefined ? [] : [[parts, found] as const]
    })
  )
}

/** These files under names that follow from their content; texts staged where the output folder has others. */
export function nameFiles({named, revision, present, output}: NameRequest): ReadonlyArray<OutputDigest> {
  const files = [...named].map(([parts, {path: route, hash, copyOf}]): OutputDigest => {
    const path = toOutputPath(route)
    if (copyOf === undefined && !isThere(present.hash(path), hash)) {
      output.stage(path, revision.get(namedText, parts))
    }
    return {path, route, hash, ...(copyOf === undefined ? {} : {copyOf})}
  })
  // Several parts may come to the text of one.
  return [...new Map(files.map((file) => [file.path, file])).values()]
}
