import {resolve} from 'node:path'
import type {DeployConfig} from '#src/model/deploy-config.ts'
import type {DeployTarget, ServedAs} from '#src/model/deployment.ts'
import {TargetError} from '#src/model/deployment.ts'
import type {OutputFolder} from '#src/model/host.ts'
import {isWithin} from '../list-files.ts'
import {refuseOutput} from '../refuse-output.ts'

/** What a target has to know beside its settings. */
export interface TargetGround {
  /** Absolute path of the site. */
  readonly root: string
  /** Absolute path of what was built. */
  readonly output: string
  readonly built: OutputFolder
  readonly servedAs: (path: string) => ServedAs
  /** Absolute path of the user's home. */
  readonly home: string
}

/** Open the target of some settings; what only one kind needs is loaded with it. Rejects with a `TargetError`. */
export async function openTarget(settings: DeployConfig, ground: TargetGround): Promise<DeployTarget> {
  const {root, output, built} = ground
  switch (settings.to) {
    case 'folder': {
      const path = resolve(root, settings.path)
      refuseFolder(path, ground)
      const {folderTarget} = await import('./folder-target.ts')
      return folderTarget(path, built)
    }
    case 'git': {
      const {gitTarget} = await import('./git-target.ts')
      return gitTarget(settings, ground)
    }
    case 'rsync': {
      const {rsyncTarget} = await import('./rsync-target.ts')
      return rsyncTarget(settings, output)
    }
    case 's3': {
      const {s3Target} = await import('./s3-target.ts')
      return s3Target(settings, ground)
    }
  }
}

/** What a build may not write to, a deploy may not either. */
function refuseFolder(path: string, {root, output, home}: TargetGround): void {
  const refusal = refuseOutput(root, path, home)
  if (refusal !== undefined) throw new TargetError(refusal)
  if (isWithin(path, output) || isWithin(output, path) || path === output) {
    throw new TargetError('Expected another folder than the one that the site is built in')
  }
}
