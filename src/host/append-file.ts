import {Buffer} from 'node:buffer'
import {appendFileSync, statSync} from 'node:fs'
import {inFolder} from './replace-file.ts'

/** Put `parts` behind what a file has that nobody else writes, making it where it is missing; returns where they begin. */
export function appendFile(file: string, parts: ReadonlyArray<Uint8Array>): number {
  const start = statSync(file, {throwIfNoEntry: false})?.size ?? 0
  inFolder(file, () => appendFileSync(file, Buffer.concat(parts)))
  return start
}
