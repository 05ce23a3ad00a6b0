import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'

/** Write a file with the folders around it, unless it is there. Returns whether it was written. */
export function writeNewFile(file: string, text: string): boolean {
  try {
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, text, {flag: 'wx'})
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
