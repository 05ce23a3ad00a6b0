import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type BuildOptions, type BuildResult, build as buildHost} from './build/build.ts'
import {nodeHost} from './host/node-host.ts'

/** Hash of the sources, written in by `scripts/bundle.js`; undefined when they run as they are. */
declare const GALLEY_STATE: string | undefined

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
  const bundled =
    typeof GALLEY_STATE === 'string'
      ? {
          version: GALLEY_STATE,
          workerFolder: new URL('.', import.meta.url),
          builtTheme: fileURLToPath(new URL('theme', import.meta.url))
        }
      : {}
  return buildHost(nodeHost({root: folder, output: resolve(folder, out), theme, ...bundled}), {
    environment: 'production',
    drafts: false,
    future: false,
    expired: false,
    keepGoing: false,
    strict: false,
    hash: false,
    clean: false,
    onProgress: () => undefined,
    onNotice: () => undefined,
    ...options
  })
}
