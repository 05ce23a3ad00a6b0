import type {Host} from '#src/model/host.ts'
import {hasFailed} from './failed-build.ts'
import {readManifest} from './manifest.ts'

/** Why what is in the output folder should not be shown to readers. */
export interface Undeployable {
  /** One sentence, no final period. */
  readonly reason: string
  readonly hint: string
}

/** Why a site should not be deployed: it was not built, or not to its end, or the last build had errors. `undefined` when it may be. */
export function findUndeployable({store, output}: Pick<Host, 'store' | 'output'>): Undeployable | undefined {
  if (!output.hasFolder('')) {
    return {reason: 'Expected a site that has been built, found no output folder', hint: 'Run `galley build`'}
  }
  const manifest = readManifest({store})
  if (manifest.size === 0) {
    return {
      reason: 'Expected a site that Galley has built here, found an output folder that it knows nothing of',
      hint: 'Run `galley build` in this folder'
    }
  }
  const torn = [...manifest].find(([path, {hash}]) => hash === '' || output.stamp(path) === undefined)
  if (torn !== undefined) {
    return {
      reason: `Expected a whole site, found one without \`${torn[0]}\`, or with what a killed build left of it`,
      hint: 'Run `galley build`'
    }
  }
  return !hasFailed({store})
    ? undefined
    : {
        reason: 'The last build had errors: what is in the output folder is older than your articles',
        hint: 'Run `galley build`, and mend what it tells of'
      }
}
