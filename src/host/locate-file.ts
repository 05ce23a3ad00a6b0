import {readdirSync, type Stats, statSync} from 'node:fs'
import {join, posix, relative} from 'node:path'
import type {LocatedFile} from '#src/model/host.ts'
import {isHiddenPath, isPassedOver, isWithin, realPathOf} from './list-files.ts'
import {nearPath} from './near-path.ts'
import {stampOf} from './stamp.ts'
import {causeOf, errorCodeOf} from './system-error.ts'

/**
 * What is at a path below `root`, with links followed. Hidden files are outside, but for those of
 * `content/`: there are passwords among them, and a text may be a stranger's.
 *
 * @param root
 *   Absolute, links followed.
 * @param path
 *   With `/`, as an author may write it: it may lead anywhere.
 * @param excluded
 *   Absolute folders that are not the site's.
 */
export function locateFile(root: string, path: string, excluded: ReadonlyArray<string>): LocatedFile {
  const absolute = join(root, path)
  if (isHiddenPath(posix.normalize(path)) || !isOwn(absolute)) return {kind: 'outside'}
  let stats: Stats
  try {
    stats = statSync(absolute)
  } catch (error) {
    const code = errorCodeOf(error)
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return {kind: 'unusable', cause: causeOf(error)}
    const near = nearPath(path, namesIn)
    return {kind: 'absent', ...(near === undefined ? {} : {near})}
  }
  const real = realPathOf(absolute)
  if (real === undefined || !isOwn(real) || isHiddenPath(relative(root, real))) return {kind: 'outside'}
  return stats.isFile()
    ? {kind: 'file', stamp: stampOf(stats)}
    : {kind: 'unusable', cause: stats.isDirectory() ? 'it is a folder' : 'it is no regular file'}

  function isOwn(absolute: string): boolean {
    const isExcluded = excluded.some((folder) => isWithin(absolute, realPathOf(folder) ?? folder))
    return isWithin(absolute, root) && !isExcluded
  }

  /** Nothing that a build makes is among them: else what an author is told would depend on whether there was one. */
  function namesIn(folder: string): ReadonlyArray<string> {
    const real = realPathOf(join(root, folder))
    if (real === undefined || !isOwn(real)) return []
    try {
      const names = readdirSync(real).filter((name) => !isPassedOver(name) && isOwn(join(real, name)))
      return names.sort()
    } catch {
      return []
    }
  }
}
