import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type BuildOptions, type BuildResult, build as buildHost} from './build/build.ts'
import {nodeHost} from './host/node-host.ts'

/** A site on disk and how to build it; all but the folder has a default. */
export interface FolderOptions extends Partial<BuildOptions> {
  /** Folder of the site, absolute or from the current one. */
  readonly root: string
  /** Output folder, from `root`. Default: `dist`. */
  readonly out?: string
}

/**
 * Build the site in a folder.
 *
 * Never rejects for what an author can get wrong: see `diagnostics` and `isWritten` of the result.
 */
export function build({root, out = 'dist', ...options}: FolderOptions): Promise<BuildResult> {
  const folder = resolve(root)
  // One level up from `src/` and from `lib/` alike.
  const theme = fileURLToPath(new URL('../templates', import.meta.url))
  return buildHost(nodeHost({root: folder, output: resolve(folder, out), theme}), {
    environment: 'production',
    drafts: false,
    future: false,
    expired: false,
    keepGoing: false,
    strict: false,
    onProgress: () => undefined,
    ...options
  })
}
