import type {VNode} from 'preact'
import type {Checked} from '#src/diagnostics/diagnostic.ts'
import type {OutputPath} from './route.ts'
import type {SourcePath} from './source.ts'

/** A regular file of the site. */
export interface FileEntry {
  readonly path: SourcePath
  /** In bytes. */
  readonly size: number
  /** Of the last change, milliseconds since 1970. */
  readonly modified: number
}

/** A configuration file, evaluated but not yet checked. */
export interface LoadedConfig {
  /** `galley.config.ts`; absent when the site has none. */
  readonly file?: string
  /** Text of that file, for finding the place of a key. */
  readonly text: string
  /** The default export; a function was called with the environment. `undefined` without a file. */
  readonly value: unknown
  /** Hash of the file and all that it imports. */
  readonly hash: string
}

/** A template, ready to be called with the view of its kind. */
export interface LoadedTemplate {
  /** Path below `templates/` without extension: `article`, `articles/article`, `404`. */
  readonly name: string
  /** `templates/article.tsx`, the site's own or the built-in theme's. */
  readonly file: string
  /** Hash of the file and all that it imports. */
  readonly hash: string
  readonly render: (view: never) => VNode
}

/** The folder that the site is written to. */
export interface OutputFolder {
  /** Files present, sorted by code unit. */
  readonly list: () => Promise<ReadonlyArray<OutputPath>>
  readonly read: (path: OutputPath) => Promise<Uint8Array | undefined>
  /** Replace a file atomically, creating folders. */
  readonly write: (path: OutputPath, content: string | Uint8Array) => Promise<void>
  /** Remove a file, and its folders when they become empty. */
  readonly remove: (path: OutputPath) => Promise<void>
}

/**
 * Everything the generator needs from outside.
 *
 * Paths are relative to the site's root. The built-in theme lies beneath `templates/`: a file that the site does not
 * have itself is listed and read from the theme.
 */
export interface Host {
  /**
   * Regular files below `folder`, sorted by code unit; empty when there is no such folder. Names that start with a dot
   * or end in `~` are passed over; what cannot be read or followed is a diagnostic.
   */
  readonly list: (folder: string) => Promise<Checked<ReadonlyArray<FileEntry>>>
  /** Bytes of a file, or `undefined` when it does not exist. Throws when it cannot be read. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>
  readonly write: (path: string, content: string) => Promise<void>
  readonly loadConfig: (environment: string) => Promise<Checked<LoadedConfig>>
  /** Every template of the site and the theme (`templates/**.tsx` outside `components/`), sorted by name. */
  readonly loadTemplates: () => Promise<Checked<ReadonlyArray<LoadedTemplate>>>
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number
  readonly output: OutputFolder
}
