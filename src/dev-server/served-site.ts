import type {HostRules} from './host-rules.ts'

/** The bytes at a path. */
export interface ServedFile {
  readonly bytes: Uint8Array
  /** Of the bytes. */
  readonly hash: string
}

/**
 * What a server answers from: the files of a site by their paths below its output folder. An address is looked up among these, and
 * never becomes a path of a disk.
 */
export interface ServedSite extends HostRules {
  /** Path part of the site's address, with slashes at both ends. */
  readonly basePath: string
  readonly has: (path: string) => boolean
  /** `undefined` for a path that the site has and cannot make because of errors. */
  readonly read: (path: string) => Promise<ServedFile | undefined>
}
