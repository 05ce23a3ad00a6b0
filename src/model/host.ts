import type {VNode} from 'preact'
import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {BundledRecord, FileBundler, OutsideFiles} from './bundled-file.ts'
import type {CodePlace} from './code-place.ts'
import type {Compressor} from './compressor.ts'
import type {Painter} from './drawing.ts'
import type {ImageColorist, ImageResizer} from './image.ts'
import type {LoadedConfig} from './loaded-config.ts'
import type {OutputPath} from './route.ts'
import type {SearchIndexer} from './search.ts'
import type {Source, SourcePath} from './source.ts'
import type {Store} from './store.ts'
import type {ThreadThresholds} from './thread-thresholds.ts'
import type {Vendoring} from './vendoring.ts'
import type {FolderWatcher} from './watcher.ts'

/** What the file system tells of a file without opening it. */
export interface Stamp {
  /** Size, times and inode as one text: a file with another one may have changed. */
  readonly identity: string
  /** Last change of content or of these facts, milliseconds since 1970 by the clock of `Host.clock`. */
  readonly changed: number
}

/** A regular file of the site. */
export interface FileEntry extends Stamp {
  readonly path: SourcePath
}

/** What is at a path that a text names. */
export type LocatedFile =
  | {readonly kind: 'file'; readonly stamp: Stamp}
  | {
      readonly kind: 'absent'
      /** A path that is there and differs from this one in a few letters, up to the folder or file that is not there. */
      readonly near?: string
    }
  /** The path leads out of the site, also by a link, or into its output or store. */
  | {readonly kind: 'outside'}
  | {
      readonly kind: 'unusable'
      /** Why, for people: it is a folder, for one. */
      readonly cause: string
    }

/** A template, as far as it is known without being loaded. */
export interface TemplateFile {
  /** Path below `templates/` without extension: `article`, `articles/article`, `404`. */
  readonly name: string
  /** `templates/article.tsx`, the site's own or the built-in theme's. */
  readonly file: string
  /** Hash of the file and all that it imports. */
  readonly hash: string
  /** Whether the file is the built-in theme's, which gives way to the site's own. Default: false. */
  readonly isBuiltIn?: boolean
}

/** A template, ready to be called with the view of its kind, or the props of a component. */
export interface LoadedTemplate extends TemplateFile {
  readonly render: (view: never) => VNode
  /** Where in the code of the site something was thrown; absent where that cannot be known. */
  readonly locate?: (thrown: unknown) => CodePlace | undefined
  /** Where in the template, or in what it imports of the site, a text stands between quotes; absent where that cannot be known. */
  readonly find?: (text: string) => CodePlace | undefined
  /** What the file exports as `attributes`; for a component that is to be a table of types. */
  readonly attributes?: unknown
}

/** All templates of a site, sorted by name. */
export interface Templates {
  /** As they are when loaded; absent when only loading them tells whether they are right. */
  readonly known?: Checked<ReadonlyArray<TemplateFile>>
  /** Load them, once for all calls or anew. */
  readonly load: () => Promise<Checked<ReadonlyArray<LoadedTemplate>>>
}

/** What became of a staged file: it is in its place, or was not put there because of a problem. */
export type Published =
  | {readonly path: OutputPath; readonly stamp: Stamp; readonly problem?: never}
  | {readonly path: OutputPath; readonly problem: unknown; readonly stamp?: never}

/** A file that lies in the staging folder at its own path. */
export interface StagedFile {
  readonly path: OutputPath
  readonly stamp: Stamp
}

/** The folder that the site is written to. What fails, throws. */
export interface OutputFolder {
  /** Files present, sorted by code unit; staged ones are not. */
  readonly list: () => ReadonlyArray<OutputPath>
  /** `undefined` when there is no such file. */
  readonly stamp: (path: OutputPath) => Stamp | undefined
  /** Whether there is anything at the path of a folder, which is empty for the output folder itself. */
  readonly hasFolder: (path: string) => boolean
  readonly read: (path: OutputPath) => Uint8Array | undefined
  /** Put content aside for a file, out of readers' sight. */
  readonly stage: (path: OutputPath, content: string | Uint8Array) => void
  /** Hand over what was staged, to be published in another thread; what cannot be handed over is not among it. */
  readonly takeStaged: () => ReadonlyArray<StagedFile>
  /** Take over what another thread staged; says which files, the others have to be staged again. */
  readonly adoptStaged: (files: ReadonlyArray<StagedFile>) => ReadonlyArray<OutputPath>
  /**
   * Put all that was staged in its place, each file in one step and creating folders. Works while its answers are asked for, and does
   * not throw.
   */
  readonly publish: () => Iterable<Published>
  /** Drop what was staged and not published, also by a build that was killed. */
  readonly discardStaged: () => void
  /** Remove a file, and its folders when they become empty. */
  readonly remove: (path: OutputPath) => void
}

/** A source with the name of the document to be made of it. */
export interface SourceTask {
  readonly source: Source
  /** Name in the store. */
  readonly document: string
}

/** Where a document lies in the store. */
export interface DocumentLocation {
  /** Name of a file. */
  readonly pack: string
  /** Of the first byte. */
  readonly offset: number
  /** In bytes. */
  readonly length: number
}

/** What a source was compiled to. */
export interface CompiledSource {
  readonly diagnostics: ReadonlyArray<Diagnostic>
  readonly location: DocumentLocation
}

/** Another thread, which answers requests in any order; both are plain data. It is started by its first request. */
export interface Thread {
  /**
   * The answer; `undefined` when the thread died before it gave one: the next request starts it anew. Rejects with what was thrown
   * there.
   */
  readonly ask: (request: unknown) => Promise<unknown>
  readonly close: () => Promise<void>
}

/** Held while the output folder and the store are this build's alone. */
export interface Lock {
  readonly release: () => void
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
  /** Files of an installed package, by paths as `toPackagePath` makes them; empty when the site does not have it. */
  readonly listPackage: (name: string) => Promise<Checked<ReadonlyArray<FileEntry>>>
  /** Bytes of a file, or `undefined` when it does not exist. Throws when it cannot be read. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>
  /** What is at any path of the site's own, which the author of a text may have written; links are followed. */
  readonly locate: (path: string) => Promise<LocatedFile>
  readonly loadConfig: (environment: string) => Promise<Checked<LoadedConfig>>
  /** Bundles a style sheet or script of `templates/assets/`. */
  readonly bundleFile: FileBundler
  /** Those of the built-in theme, as they were bundled with Galley; empty where they were not. */
  readonly bundledTheme: () => ReadonlyArray<BundledRecord>
  /** Whether files that a bundled file was made of, outside of `templates/assets/`, are what they were. */
  readonly isUnchanged: (outside: OutsideFiles) => boolean
  /** Every template of the site and the theme (`templates/**.tsx` outside `partials/`). */
  readonly findTemplates: () => Promise<Templates>
  /** The moment that the site is built for, milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number
  /** The clock that stamps of files are from, in milliseconds. */
  readonly clock: () => number
  readonly output: OutputFolder
  readonly store: Store
  /** A thread with the same site, for what `openThreadWork` answers; absent where there is none. */
  readonly openThread?: () => Thread
  /** Watches a folder by few watches; absent where the system does not tell of all that happens in one. */
  readonly watchFolders?: FolderWatcher
  readonly threadsPayFrom: ThreadThresholds
  /** To be called before other threads and this one have something to do for some seconds: the engine is told to do what pays within these. */
  readonly tuneEngine: () => void
  /** Changes with everything in Galley itself that its output or its store depends on. */
  readonly version: string
  /** Version of a package that sites may install beside Galley; `undefined` when it is not there. */
  readonly packageVersion: (name: string) => string | undefined
  /** Makes the index of the search, with the package `pagefind`; rejects with an `Error` when that fails. */
  readonly indexSearch: SearchIndexer
  /** Draws social images, with the packages `satori` and `@resvg/resvg-js`; rejects with an `Error` when that fails. */
  readonly paint: Painter
  /** Makes images in other sizes and formats, with the package `sharp`. */
  readonly resizeImage: ImageResizer
  /** Looks at images likewise. */
  readonly meanColor: ImageColorist
  /** Brings files of other sites here. */
  readonly vendoring: Vendoring
  /** Compresses files. */
  readonly compressor: Compressor
  /** How many threads are worth having. */
  readonly processorCount: number
  /**
   * Wait until no other build has this site.
   *
   * @param onWait
   *   Called once, when there is one to wait for, with its process.
   */
  readonly lock: (onWait: (pid: number) => void) => Promise<Lock>
  /** The same site as if it had never been built, with an empty store and output folder in memory. */
  readonly scratch: () => Promise<Host>
}
