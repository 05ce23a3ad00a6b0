import {randomUUID} from 'node:crypto'
import {lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import type {OutputFolder, Published, StagedFile, Stamp} from '#src/model/host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {stagingName} from '#src/model/staging-name.ts'
import {inFolder} from './replace-file.ts'
import {resolveWithin} from './resolve-within.ts'
import {stampOf} from './stamp.ts'
import {errorCodeOf} from './system-error.ts'

/** A staged folder by names; a file in it is its stamp. */
type StagedFolder = Map<string, StagedFolder | Stamp>

/**
 * Stages files for the folder at an absolute path: each beneath the staging folder at the path that it gets, so that a folder that
 * is new as a whole takes its place by one rename.
 *
 * @param hasFolder
 *   Whether there is anything at the absolute path of a folder of the output. Throws when that, or a folder above it, is a link.
 */
export function stagedTree(
  root: string,
  hasFolder: (folder: string) => boolean
): Pick<OutputFolder, 'stage' | 'takeStaged' | 'adoptStaged' | 'publish' | 'discardStaged'> {
  // Within the output folder, because a rename is one step only within a file system.
  const staging = join(root, stagingName)
  const treeRoot = join(staging, 'tree')
  let tree: StagedFolder = new Map()
  /** Files that could not be staged at their own path, by where they lie. */
  let loose = new Map<OutputPath, string>()

  return {
    stage(path, content) {
      const file = resolveWithin(treeRoot, path)
      const nameStart = path.lastIndexOf('/') + 1
      try {
        const folder = folderOf(parentOf(path), makeFolder)
        writeFileSync(file, content)
        // Of the file itself, not of a folder above it: the stamp outlives a rename of those.
        folder.set(path.slice(nameStart), stampOf(lstatSync(file)))
      } catch {
        // A name that is too long, or two that a disk takes for one, may be this file's fault: let publishing tell. What
        // is not, such as a full disk, fails again.
        const looseFile = join(staging, randomUUID())
        inFolder(looseFile, () => writeFileSync(looseFile, content))
        loose.set(path, looseFile)
      }
    },
    takeStaged() {
      const taken = [...filesWithin(tree, '')]
      tree = new Map()
      return taken
    },
    adoptStaged(files) {
      return files.flatMap(({path, stamp}) => {
        const nameStart = path.lastIndexOf('/') + 1
        try {
          const folder = folderOf(parentOf(path), () => undefined)
          folder.set(path.slice(nameStart), stamp)
          return [path]
        } catch {
          return []
        }
      })
    },
    *publish() {
      yield* publishFolder(tree, '')
      for (const [path, file] of loose) yield publishFile(file, path)
      tree = new Map()
      loose = new Map()
    },
    discardStaged() {
      tree = new Map()
      loose = new Map()
      rmSync(staging, {recursive: true, force: true})
    }
  }

  /** The staged folder of a path; `make` makes it on disk when it is new. */
  function folderOf(path: string, make: (folder: string) => void): StagedFolder {
    if (path === '') {
      if (tree.size === 0) make(treeRoot)
      return tree
    }
    const nameStart = path.lastIndexOf('/') + 1
    const name = path.slice(nameStart)
    const parent = folderOf(parentOf(path), make)
    const known = parent.get(name)
    if (known instanceof Map) return known
    make(`${treeRoot}/${path}`)
    const folder: StagedFolder = new Map()
    parent.set(name, folder)
    return folder
  }

  /** Make a folder beneath one that is there. Throws when a disk that folds case takes another one for it. */
  function makeFolder(folder: string): void {
    try {
      mkdirSync(folder)
    } catch (error) {
      if (errorCodeOf(error) === 'ENOENT') mkdirSync(folder, {recursive: true})
      // Another thread may have made it.
      else if (errorCodeOf(error) !== 'EEXIST' || !isFolderNamed(folder)) throw error
    }
  }

  /** Publish what a folder has that exists on both sides; `prefix` is its path with a slash behind, or empty. */
  function* publishFolder(folder: StagedFolder, prefix: string): Iterable<Published> {
    for (const [name, entry] of folder) {
      const path = prefix + name
      if (!(entry instanceof Map)) yield publishFile(`${treeRoot}/${path}`, path as OutputPath, entry)
      else if (moveFolder(path)) yield* filesWithin(entry, `${path}/`)
      else yield* publishFolder(entry, `${path}/`)
    }
  }

  /** Whether a folder could take its place as a whole. */
  function moveFolder(path: string): boolean {
    try {
      if (hasFolder(resolveWithin(root, path))) return false
      renameSync(`${treeRoot}/${path}`, `${root}/${path}`)
      return true
    } catch {
      // Going on file by file tells what is wrong, if anything is: some file systems rename no folders.
      return false
    }
  }

  function publishFile(file: string, path: OutputPath, staged?: Stamp): Published {
    const target = resolveWithin(root, path)
    try {
      hasFolder(dirname(target))
      inFolder(target, () => renameSync(file, target))
      // A rename of the file itself changes it.
      return {path, stamp: stampOf(lstatSync(target))}
    } catch (problem) {
      // It went with a folder that a disk which folds case takes for its own.
      return staged !== undefined && isStaged(target, staged) ? {path, stamp: staged} : {path, problem}
    }
  }
}

/** Path of the folder that a path lies in; empty at the top. */
function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

/** Whether there is a folder whose name is spelled like this. */
function isFolderNamed(folder: string): boolean {
  const entries = readdirSync(dirname(folder), {withFileTypes: true})
  return entries.some((entry) => entry.name === basename(folder) && entry.isDirectory())
}

function isStaged(file: string, {identity}: Stamp): boolean {
  try {
    return stampOf(lstatSync(file)).identity === identity
  } catch {
    return false
  }
}

/** All files of a staged folder, whose path has a slash behind, or is empty. */
function* filesWithin(folder: StagedFolder, path: string): Iterable<StagedFile> {
  for (const [name, entry] of folder) {
    if (entry instanceof Map) yield* filesWithin(entry, `${path}${name}/`)
    else yield {path: `${path}${name}` as OutputPath, stamp: entry}
  }
}
