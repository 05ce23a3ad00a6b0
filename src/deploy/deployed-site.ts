import type {BuiltFile, DeployTarget} from '#src/model/deployment.ts'
import {planDeploy} from './plan-deploy.ts'

/** A site as it was deployed last: what a deploy now would leave, replace or remove. */
export interface DeployedSite {
  /** Of its files, in any order; those of others are not among them. */
  readonly paths: ReadonlyArray<string>
  /** Bytes of one of them. */
  readonly read: (path: string) => Uint8Array
  /** Whether the target tells what a deploy put there: else the files that the built site has too are all that is known. */
  readonly isRecorded: boolean
}

/** Look at what a target has. Of it only that is fetched which is not what was built. */
export async function openDeployed(
  target: DeployTarget,
  files: ReadonlyArray<BuiltFile>,
  readBuilt: (path: string) => Uint8Array
): Promise<DeployedSite> {
  const found = await target.look(files)
  const {obstacles, passes, removals} = planDeploy({files, found, clean: false})
  const planned = passes.flatMap((pass) => pass.files)
  const updated = planned.filter(({change}) => change === 'update').map(({file}) => file.path)
  const others = [...updated, ...obstacles, ...removals]
  const readFetched = await target.fetch(others)
  const isPlanned = new Set(planned.map(({file}) => file.path))
  const kept = files.map(({path}) => path).filter((path) => !isPlanned.has(path))
  const isKept = new Set(kept)
  return {
    paths: [...kept, ...others],
    read: (path) => (isKept.has(path) ? readBuilt(path) : readFetched(path)),
    isRecorded: found.record !== undefined
  }
}
