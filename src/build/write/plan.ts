import type {OutputPath} from '#src/model/route.ts'
import type {OutputDigest} from '../answer.ts'
import type {PresentFiles} from './present-files.ts'

/** What to do to the output folder: plain data. */
export interface Plan {
  readonly create: ReadonlyArray<OutputDigest>
  readonly update: ReadonlyArray<OutputDigest>
  readonly remove: ReadonlyArray<OutputPath>
  readonly keep: ReadonlyArray<OutputDigest>
}

/**
 * Compare outputs with what is there.
 *
 * @param present
 *   The output folder, with what is ours and what is not.
 * @param removable
 *   Files that may be removed when no output has their path: those that Galley wrote.
 */
export function planOutputs(
  outputs: ReadonlyArray<OutputDigest>,
  present: Pick<PresentFiles, 'hash'>,
  removable: ReadonlyArray<OutputPath>
): Plan {
  const wanted = new Set(outputs.map(({path}) => path))
  const create: Array<OutputDigest> = []
  const update: Array<OutputDigest> = []
  const keep: Array<OutputDigest> = []
  for (const output of outputs) {
    const hash = present.hash(output.path)
    if (hash === undefined) create.push(output)
    else if (hash === output.hash) keep.push(output)
    else update.push(output)
  }
  const remove = removable.filter((path) => !wanted.has(path) && present.hash(path) !== undefined)
  return {create, update, remove, keep}
}
