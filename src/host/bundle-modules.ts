import type {BundleProblem, Code} from './bundle-code.ts'
import type {KeptCode} from './kept-code.ts'
import {type CodeLoader, loadWhole} from './load-modules.ts'
import type {SiteFolders} from './site-folders.ts'

/** A file of code that was bundled with all that it imports from the site. */
export interface BundledModule {
  /** Of the file and all that it imports. */
  readonly hash: string
  /** Evaluate it; rejects with what the code throws. */
  readonly load: () => Promise<Readonly<Record<string, unknown>>>
}

/** All modules, or, when there is a problem with one, none. */
export interface Bundle {
  /** In the order of the files asked for. */
  readonly modules: ReadonlyArray<BundledModule>
  readonly problems: ReadonlyArray<BundleProblem>
  /** Folder that holds the bundled code while `use` runs. */
  readonly folder: string
  /** Absolute paths of all that was looked at to bundle it. */
  readonly files: ReadonlySet<string>
  readonly mapOf: CodeLoader['mapOf']
}

/** Code to be bundled, unless it is there already. */
export interface BundleRequest {
  readonly folders: SiteFolders
  readonly code: Code
  /** What bundling it would give; absent when that is not known. */
  readonly kept: KeptCode | undefined
  readonly loader: CodeLoader
}

/**
 * Bundle code and hand it to `use`; or hand over what was bundled earlier.
 *
 * What several files import is evaluated once. Modules have to be loaded within `use`: when one throws, the bundled
 * code is gone thereafter.
 */
export async function withBundle<Result>(
  {folders, code, kept, loader}: BundleRequest,
  use: (bundle: Bundle) => Promise<Result>
): Promise<Result> {
  // What throws is bundled again: at the address of the kept code Node would throw the same, whatever has changed.
  const bundle =
    kept &&
    (await loadWhole(loader, code, kept).then(
      ({bundle}) => bundle,
      () => undefined
    ))
  if (bundle !== undefined) return use(bundle)
  // What is kept needs no code that bundles.
  const {bundleAnew} = await import('./bundle-modules-anew.ts')
  return bundleAnew({folders, code, loader}, use)
}
