import {hash} from 'node:crypto'
import {type Dirent, readdirSync, readFileSync, type Stats, statSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {realPathOf} from './list-files.ts'

/**
 * What the bundler asked of the disk, by absolute path, and what it found. While the answers are the same, bundling again
 * gives the same.
 *
 * For a bundle depends on the contents of files, and on where imports lead. That depends on each `package.json` above the
 * importing file and the found one, and on which of the paths exist that an import may mean; and those begin alike:
 * `./card` means `card.tsx`, `card/index.ts`, or in a package `node_modules/card` of any folder above. So it is enough to
 * know what those folders have of names that begin so. Links are noted with where they lead.
 */
export interface CodeTrace {
  /** Hash of each file; `absent` of one that is not there. */
  readonly files: ReadonlyMap<string, string>
  /** Of `/site/templates/card`: what the folder `/site/templates` has of names that begin with `card`. */
  readonly names: ReadonlyMap<string, string>
}

/** Whether the disk would answer as it did. */
export function isUnchanged({files, names}: CodeTrace): boolean {
  const namesLike = namesFinder()
  return (
    [...files].every(([file, hash]) => hashOfFile(file) === hash) &&
    [...names].every(([path, found]) => namesLike(path).text === found)
  )
}

/** What a folder has of names that begin alike. */
export interface FoundNames {
  /** Is the same when, and only when, the same names lead to the same places. */
  readonly text: string
  /** Absolute paths. */
  readonly paths: ReadonlyArray<string>
}

/** Tells what there is of paths that begin so. Many of them are looked for in one folder, which is read once. */
export function namesFinder(): (path: string) => FoundNames {
  const folders = new Map<string, FolderNames>()
  return (path) => {
    const folder = dirname(path)
    const known = folders.get(folder) ?? readFolder(folder)
    folders.set(folder, known)
    return namesIn(known, path)
  }
}

interface FolderNames {
  /** With links followed; `undefined` when there is no such folder. */
  readonly real: string | undefined
  readonly entries: ReadonlyArray<Dirent>
}

function namesIn({real, entries}: FolderNames, path: string): FoundNames {
  const folder = dirname(path)
  // Case is passed over, as by some file systems.
  const prefix = basename(path).toLowerCase()
  const alike = entries.filter(({name}) => name.toLowerCase().startsWith(prefix))
  return {
    text: [real ?? absent, ...alike.map(describe).sort()].join('\n'),
    paths: alike.map(({name}) => join(folder, name))
  }

  function describe(entry: Dirent): string {
    if (!entry.isSymbolicLink()) return `${entry.name}${entry.isDirectory() ? '/' : ''}`
    const file = join(folder, entry.name)
    return `${entry.name} > ${realPathOf(file) ?? ''}${isFolder(file) ? '/' : ''}`
  }
}

function readFolder(folder: string): FolderNames {
  // Most folders are not there, and an exception costs more than the question.
  if (statsOf(folder, statSync) === undefined) return {real: undefined, entries: []}
  const real = realPathOf(folder)
  try {
    return {real, entries: isFolder(folder) ? readdirSync(folder, {withFileTypes: true}) : []}
  } catch {
    return {real, entries: []}
  }
}

/** In place of the hash of a file that is not there. */
export const absent = 'absent'

/** Hash of a file's content; `absent` when there is none that can be read. */
export function hashOfFile(file: string): string {
  if (statsOf(file, statSync)?.isFile() !== true) return absent
  try {
    return hashOf(readFileSync(file))
  } catch {
    return absent
  }
}

/** Hash of a content. */
export function hashOf(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex')
}

/** Whether there is a folder, which a link may lead to. */
export function isFolder(path: string): boolean {
  return statsOf(path, statSync)?.isDirectory() === true
}

/** What `read`, which is `statSync` or `lstatSync`, tells of a path; `undefined` when there is nothing. */
export function statsOf(path: string, read: typeof statSync): Stats | undefined {
  try {
    return read(path, {throwIfNoEntry: false})
  } catch {
    // A file stands where a folder should be, or links lead in a circle.
    return undefined
  }
}
