import type {Output} from '#src/model/output.ts'
import type {OutputPath} from '#src/model/route.ts'

/** What was written last time: hash of each file by its path. */
export type Manifest = ReadonlyMap<OutputPath, string>

/** What to do to the output folder: plain data. */
export interface Plan {
  readonly create: ReadonlyArray<Output>
  readonly update: ReadonlyArray<Output>
  /** Files that an earlier build wrote and this one does not have. */
  readonly remove: ReadonlyArray<OutputPath>
  readonly keep: ReadonlyArray<OutputPath>
}

/** An output and the hash of its bytes. */
export interface HashedOutput {
  readonly output: Output
  readonly hash: string
}

/**
 * Compare outputs with what is there.
 *
 * @param present
 *   Hash of each file now in the output folder, ours or not.
 * @param manifest
 *   Of the last build: only what it names is ever removed.
 */
export function planOutputs(
  outputs: ReadonlyArray<HashedOutput>,
  present: ReadonlyMap<OutputPath, string>,
  manifest: Manifest
): Plan {
  const wanted = new Set(outputs.map(({output}) => output.path))
  const isKept = ({output, hash}: HashedOutput): boolean => present.get(output.path) === hash
  return {
    create: outputs.filter(({output}) => !present.has(output.path)).map(({output}) => output),
    update: outputs
      .filter((entry) => present.has(entry.output.path) && !isKept(entry))
      .map(({output}) => output),
    remove: [...manifest.keys()].filter((path) => !wanted.has(path) && present.has(path)),
    keep: outputs.filter(isKept).map(({output}) => output.path)
  }
}
