import type {Revision} from '#src/graph/revision.ts'
import type {Output} from '#src/model/output.ts'
import type {OutputPath} from '#src/model/route.ts'
import {bundledFolder} from '#src/routing/bundled-path.ts'
import {toOutputPath} from '#src/routing/route-path.ts'
import {namedFile, namedText} from '../queries/bundled-files.ts'

/** The style sheet or script at a path, or what one names, of those that pages have asked for; `undefined` where there is none. */
export function findBundled(
  revision: Pick<Revision, 'get' | 'argumentsOf'>,
  path: OutputPath
): Output | undefined {
  if (!path.startsWith(bundledFolder.slice(1))) return undefined
  for (const parts of revision.argumentsOf(namedFile)) {
    const found = revision.get(namedFile, parts)
    if (found === undefined || toOutputPath(found.path) !== path) continue
    const {hash, copyOf} = found
    if (copyOf !== undefined) return {kind: 'copy', path, source: copyOf, hash}
    return {kind: 'text', path, text: revision.get(namedText, parts), hash}
  }
  return undefined
}
