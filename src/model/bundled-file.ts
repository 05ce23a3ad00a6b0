import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {AssetTransform} from './asset-transform.ts'
import type {SourcePath} from './source.ts'

/** A style sheet or script to be bundled for browsers. */
export interface BundleTask {
  /** Below `templates/assets/`. */
  readonly path: SourcePath
  /** Whether other scripts load it by `import()`, so that it has to be a module. */
  readonly isModule: boolean
  /** Whether it is to be read by people: with its own words and a source map. */
  readonly isReadable: boolean
  /** What becomes of files before they are bundled. */
  readonly transforms: ReadonlyArray<AssetTransform>
  /** What addresses of other sites begin with whose files are to lie in this one. */
  readonly vendor: ReadonlyArray<string>
  /** Text of a file below `templates/assets/`; `undefined` where there is none. */
  readonly read: (path: string) => Promise<string | undefined>
}

/** What a style sheet or script came to, with all that it imports. */
export interface BundledFile {
  /** With slots where it names other files. */
  readonly text: string
  /** Scripts that it loads by `import()`, below `templates/assets/`, sorted. */
  readonly modules: ReadonlyArray<SourcePath>
  /** Files of other sites that it names, where they lie in this one, sorted; absent where there are none. */
  readonly vendored?: ReadonlyArray<SourcePath>
  /** What it was made of elsewhere, as packages: as `Host.isUnchanged` asks; absent where there is no such thing. */
  readonly outside?: OutsideFiles
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Files that code was made of, as they were. */
export interface OutsideFiles {
  readonly files: Readonly<Record<string, string>>
  readonly names: Readonly<Record<string, string>>
  /** State of all files below a folder; absent where no folder counts. */
  readonly folders?: Readonly<Record<string, string>>
}

/** Bundles a style sheet or script. What is wrong with it is a diagnostic. */
export type FileBundler = (task: BundleTask) => Promise<BundledFile>

/** What was bundled, with all that decides whether it would be bundled to the same again. */
export interface BundledRecord extends BundledFile {
  readonly path: SourcePath
  readonly isModule: boolean
  readonly isReadable: boolean
  /** What addresses began with whose files were to lie in the site, with blanks between. */
  readonly vendor: string
  /** Hash of the configuration whose plugins had to do with it; absent where none had. */
  readonly config?: string
  /** Hash of each file below `templates/assets/` that was asked for; `absent` of one that was not there. */
  readonly inputs: Readonly<Record<string, string>>
}
