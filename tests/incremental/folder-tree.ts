import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import type {FileTree} from './world.ts'

/**
 * The files in a folder on disk.
 *
 * @param folder
 *   Gives its absolute path, which may change.
 * @param prefix
 *   Put before the paths.
 */
export function folderTree(folder: () => string, prefix: string): FileTree {
  return {
    paths: () => filesBelow(folder()).map((path) => prefix + path),
    read: (path) => readIfPresent(fileOf(path)),
    write(path, content) {
      mkdirSync(dirname(fileOf(path)), {recursive: true})
      writeFileSync(fileOf(path), content)
    },
    writeQuietly(path, content) {
      const {atime, mtime} = statSync(fileOf(path))
      writeFileSync(fileOf(path), content)
      utimesSync(fileOf(path), atime, mtime)
    },
    remove: (path) => removeWithFolders(folder(), path.slice(prefix.length)),
    stamp(path) {
      const {ino, mtimeNs} = statSync(fileOf(path), {bigint: true})
      return `${ino} ${mtimeNs}`
    }
  }

  function fileOf(path: string): string {
    return join(folder(), path.slice(prefix.length))
  }
}

/** Remove a file, and the folders that become empty. */
export function removeWithFolders(root: string, path: string): void {
  rmSync(join(root, path), {force: true})
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (readdirSync(join(root, folder)).length > 0) return
    rmdirSync(join(root, folder))
  }
}

/** Paths of all files below a folder, sorted by code unit. */
function filesBelow(folder: string): ReadonlyArray<string> {
  try {
    return readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => !entry.isDirectory())
      .map(({parentPath, name}) => relative(folder, join(parentPath, name)))
      .sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function readIfPresent(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
