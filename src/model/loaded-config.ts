import type {CodePlace} from './code-place.ts'

/** The file that records what the site has published, in the root of the site. */
export const recordedUrlsFile = 'urls.lock'

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
  /** Where in the code of the site something was thrown by what the value has; absent where that cannot be known. */
  readonly locate?: ThrowLocator
  /** Text of `urls.lock`, which stands beside it: what the site has published. Absent when there is none. */
  readonly urls?: string
}

/** Finds where in the code of the site something was thrown; `undefined` for what was thrown elsewhere. */
export type ThrowLocator = (thrown: unknown) => Promise<CodePlace | undefined>
