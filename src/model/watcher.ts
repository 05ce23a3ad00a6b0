/** Files that are watched. */
export interface Watcher {
  /** When changes are told of. */
  readonly ready: Promise<void>
  readonly close: () => Promise<void>
}

/** Which folder is watched, and who is told. */
export interface WatchedFolder {
  /** Absolute. */
  readonly root: string
  /** Whether nobody wants to hear of an absolute path, nor of what is below it. */
  readonly isIgnored: (path: string) => boolean
  /** Something may have happened at an absolute path below the root, or below that path. */
  readonly onHint: (path: string) => void
  /** What the system refuses. Some of the files are not watched then. */
  readonly onError: (error: unknown) => void
}

/** Watches a folder and all below it. */
export type FolderWatcher = (folder: WatchedFolder) => Promise<Watcher>
