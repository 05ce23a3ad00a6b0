import {type Dirent, readdirSync} from 'node:fs'
import {errorCodeOf} from './system-error.ts'

/** What lies in a folder; nothing where there is none, or none any more. */
export function entriesOf(folder: string): ReadonlyArray<Dirent> {
  try {
    return readdirSync(folder, {withFileTypes: true})
  } catch (problem) {
    if (errorCodeOf(problem) === 'ENOENT') return []
    throw problem
  }
}
