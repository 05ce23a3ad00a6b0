/**
 * The folder `.galley/`: what builds remember, and what may be lost at any time. Where it cannot be written, another place takes
 * its part for this build.
 */
export interface Store {
  /** `undefined` when there is no such file, or when it cannot be read. */
  readonly read: (name: string) => Uint8Array | undefined
  /** Replace a file in one step by parts that follow each other. */
  readonly write: (name: string, parts: ReadonlyArray<Uint8Array>) => void
  readonly remove: (name: string) => void
  /** Names of the files of a folder, unordered. */
  readonly list: (folder: string) => ReadonlyArray<string>
  /**
   * Bytes from the middle of a file; `undefined` when it does not have them all. The file is held open for the next part, until
   * `release`.
   */
  readonly readPart: (name: string, offset: number, length: number) => Uint8Array | undefined
  /** Put parts that follow each other behind what a file has, which may be nothing; returns where they begin. */
  readonly append: (name: string, parts: ReadonlyArray<Uint8Array>) => number
  /** Bytes of a file that can be appended to; 0 when there is none. */
  readonly size: (name: string) => number
  /** A name in a folder that no file has or had, in any thread. */
  readonly freshName: (folder: string, extension: string) => string
  /** Let go of the files that are held open. */
  readonly release: () => void
  /** Why nothing can be kept, for people; `undefined` as long as it can. */
  readonly problem: () => string | undefined
}
