import type {BuildOptions, BuildResult} from '#src/build/build.ts'
import type {LoadedTemplate} from '#src/model/host.ts'

/** All that a build depends on. */
export interface SiteState {
  /** By path from the site's root. */
  readonly files: Readonly<Record<string, string | Uint8Array>>
  readonly options: Partial<Omit<BuildOptions, 'onProgress'>>
  /** The clock, in days after 2024-06-01T12:00Z. */
  readonly day: number
  /** Given to a site in memory; on disk it is a file. */
  readonly config?: unknown
  /** Given to a site in memory; on disk they are files. */
  readonly templates?: ReadonlyArray<LoadedTemplate>
}

/** A site that is built again and again: what its author has, what was written, and what is remembered. */
export interface World {
  /** Make the sources those of `state`; a file whose content stays is not touched. */
  readonly show: (state: SiteState, times: 'new' | 'kept') => void
  /** Build what was shown last. */
  readonly build: () => Promise<BuildResult>
  /** `dist/`. */
  readonly output: FileTree
  /** `.galley/`, the paths with that name. */
  readonly store: FileTree
  /** Make every source look newly written, with the content that it has. */
  readonly touch: () => void
  /** Go on in a new process, on disk with a copy of the whole folder at another path. */
  readonly move: (times: 'new' | 'kept') => void
  /** Leave nothing behind. */
  readonly close: () => void
}

/** Files that a test may look into and damage. */
export interface FileTree {
  /** Sorted by code unit. */
  readonly paths: () => ReadonlyArray<string>
  /** `undefined` when there is no such file. */
  readonly read: (path: string) => Uint8Array | undefined
  readonly write: (path: string, content: Uint8Array) => void
  /** Write to a file that exists, and put its times back. */
  readonly writeQuietly: (path: string, content: Uint8Array) => void
  readonly remove: (path: string) => void
  /** Changes whenever the file is written; the empty text where that cannot be told. */
  readonly stamp: (path: string) => string
}

/** The present content of every file. */
export function contentOf(tree: FileTree): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>()
  for (const path of tree.paths()) {
    const content = tree.read(path)
    // A build under way may have removed it meanwhile.
    if (content !== undefined) contents.set(path, Uint8Array.from(content))
  }
  return contents
}

/** The clock of a site, milliseconds since 1970-01-01T00:00Z. */
export function clockOf({day}: SiteState): number {
  return Date.UTC(2024, 5, 1 + day, 12)
}
