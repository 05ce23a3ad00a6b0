/** A file of the built site. */
export interface BuiltFile {
  /** From the root of the site, with `/`. */
  readonly path: string
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly hash: string
  readonly bytes: number
}

/** Whether a file at the target is the one of the site: `unknown` where a target tells only that it is as long. */
export type Presence = 'same' | 'other' | 'unknown'

/** What is at a target. */
export interface FoundFiles {
  /** What the last deploy kept there with `keepRecord`; absent where there is none. */
  readonly record?: string
  /** All files, whoever put them there, by path from the root of the site; the record is not among them. */
  readonly present: ReadonlyMap<string, Presence>
  /** Whether `finish` has something to do even when all files are there. Default: false. */
  readonly isUnfinished?: boolean
}

/** Where a site is deployed to. What fails rejects: with a `TargetError` where the outside world refuses. */
export interface DeployTarget {
  /** As people would name it: `the branch gh-pages of origin`. */
  readonly name: string
  /** Find out what is there. To be called first. */
  readonly look: (files: ReadonlyArray<BuiltFile>) => Promise<FoundFiles>
  /** Have files at hand that are there. Resolves to what reads one of them, until the target is closed. */
  readonly fetch: (paths: ReadonlyArray<string>) => Promise<(path: string) => Uint8Array>
  /**
   * Put files there, in any order.
   *
   * @param onDone
   *   Told of each file that is there as a whole; of the others, after a failure, nothing is known.
   */
  readonly put: (files: ReadonlyArray<BuiltFile>, onDone: (file: BuiltFile) => void) => Promise<void>
  /** Remove files; begun in order. */
  readonly remove: (paths: ReadonlyArray<string>) => Promise<void>
  /** Keep a text for the next deploy, in the place of the last one. */
  readonly keepRecord: (record: string) => Promise<void>
  /** Show readers what was done, where that is not done step by step. `moved`: somebody else was quicker, and all is to be done again. */
  readonly finish: () => Promise<'shown' | 'moved'>
  /** Leave nothing behind on this machine. To be called last, whatever happened. */
  readonly close: () => void
}

/** What a server is to say of a file. */
export interface ServedAs {
  readonly contentType: string
  readonly cacheControl: string
}

/** Name of the file in which targets keep the record. */
export const recordFile = '.galley-deploy.json'

/** What the outside world refused. */
export class TargetError extends Error {
  override readonly name = 'TargetError'
  /** What to do, one sentence without a final period; absent where nobody knows. */
  readonly hint: string | undefined
  /** Whether the same may work in a moment. */
  readonly mayPass: boolean

  constructor(
    message: string,
    {hint, mayPass = false}: {readonly hint?: string | undefined; readonly mayPass?: boolean} = {}
  ) {
    super(message)
    this.hint = hint
    this.mayPass = mayPass
  }
}
