import {randomUUID} from 'node:crypto'
import {closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {errorCodeOf} from './system-error.ts'

/** Put `parts`, one after the other, in the place of the file in one step, so that a reader sees the old bytes or the new. */
export function replaceFile(target: string, parts: ReadonlyArray<string | Uint8Array>): void {
  // Beside the target, because a rename is one step only within a file system; its name does not depend on the
  // target's, which may be as long as the system allows.
  const temporary = join(dirname(target), `.galley-${randomUUID()}.tmp`)
  try {
    inFolder(temporary, () => {
      writeParts(temporary, parts)
      renameSync(temporary, target)
    })
  } catch (error) {
    rmSync(temporary, {force: true})
    throw error
  }
}

/** More than twice nobody removes a folder in the moment between its making and its use. */
const attemptsMax = 3

/** Do what needs the folder of `file`; makes that folder when it turns out to be missing. */
export function inFolder(file: string, act: () => void): void {
  for (let attempt = 1; ; attempt++) {
    try {
      act()
      return
    } catch (error) {
      if (errorCodeOf(error) !== 'ENOENT' || attempt === attemptsMax) throw error
      mkdirSync(dirname(file), {recursive: true})
    }
  }
}

function writeParts(file: string, parts: ReadonlyArray<string | Uint8Array>): void {
  const descriptor = openSync(file, 'w')
  try {
    for (const part of parts) writeFileSync(descriptor, part)
  } finally {
    closeSync(descriptor)
  }
}
