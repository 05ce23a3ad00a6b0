import {randomUUID} from 'node:crypto'
import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {errorCodeOf} from './system-error.ts'

/** Put `content` in the place of the file in one step, so that a reader sees the old bytes or the new. */
export function replaceFile(target: string, content: string | Uint8Array): void {
  // Beside the target, because a rename is one step only within a file system; its name does not depend on the
  // target's, which may be as long as the system allows.
  const temporary = join(dirname(target), `.galley-${randomUUID()}.tmp`)
  try {
    inFolder(temporary, () => writeFileSync(temporary, content))
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, {force: true})
    throw error
  }
}

/** Do what needs the folder of `file`; makes that folder when it turns out to be missing. */
export function inFolder(file: string, act: () => void): void {
  try {
    act()
  } catch (error) {
    if (errorCodeOf(error) !== 'ENOENT') throw error
    mkdirSync(dirname(file), {recursive: true})
    act()
  }
}
