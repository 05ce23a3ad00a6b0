import type {Stats} from 'node:fs'
import type {Stamp} from '#src/model/host.ts'

/**
 * The stamp of a file. The time of the last change of the inode is in it, because a file can be given any other time, and
 * the inode, because saving often means renaming a new file over the old.
 */
export function stampOf({size, mtimeMs, ctimeMs, ino}: Stats): Stamp {
  return {identity: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, changed: Math.max(mtimeMs, ctimeMs)}
}
