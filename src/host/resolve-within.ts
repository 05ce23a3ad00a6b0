import {join, sep} from 'node:path'
import {isWithin} from './list-files.ts'

/** The absolute path of `path` below `root`. Throws when it leads out of it: whoever made the path has a bug. */
export function resolveWithin(root: string, path: string): string {
  // Most have nothing to resolve, and there are as many as files.
  if (!hasOddPart.test(path)) return join(root, sep) + path
  const target = join(root, path)
  if (target === root || !isWithin(target, root) || path.includes('\0')) {
    throw new Error(`Path leaves its folder: ${path}`)
  }
  return target
}

/** An empty part, one of dots alone, or a character that means something on some system. */
const hasOddPart = /(?:^|\/)\.*(?:\/|$)|[\0\\:]/
