import {createHash} from 'node:crypto'
import {type BuiltFile, recordFile} from '#src/model/deployment.ts'
import type {OutputFolder} from '#src/model/host.ts'

/** The files of a built site that are deployed: all but what git and earlier deploys keep in the folder. */
export function listBuilt(folder: OutputFolder): ReadonlyArray<BuiltFile> {
  return folder
    .list()
    .filter((path) => path !== recordFile && !/^\.git(?:\/|$)/.test(path))
    .map((path) => {
      const bytes = folder.read(path) ?? new Uint8Array()
      return {path, hash: hashOf(bytes), bytes: bytes.length}
    })
}

/** SHA-256 in hexadecimal digits. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
