import {randomUUID} from 'node:crypto'
import {mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Store} from '#src/model/store.ts'
import {appendFile} from './append-file.ts'
import {openFiles} from './open-files.ts'
import {entriesOf} from './read-folder.ts'
import {replaceFile} from './replace-file.ts'
import {causeOf} from './system-error.ts'

/** A store on disk, for this thread or for others that are handed its folder. */
export interface StoreFolder extends Store {
  /** Absolute folder that is written to. */
  readonly writableFolder: () => string
}

/**
 * The store in the folder at an absolute path. Where that cannot be written, the store is read from it still, and written to
 * a temporary folder, which is gone when the process ends. Whether it can be written is found out by the first write.
 */
export function storeFolder(root: string): StoreFolder {
  let written: string | undefined
  let problem: string | undefined
  const parts = openFiles((name) => folders().map((folder) => join(folder, name)))

  return {
    read(name) {
      const own = written === undefined || written === root ? undefined : readOrNothing(join(written, name))
      return own ?? readOrNothing(join(root, name))
    },
    write: (name, parts) => replaceFile(join(writableFolder(), name), parts),
    remove: (name) => {
      parts.release()
      for (const folder of folders()) removeQuietly(join(folder, name))
    },
    list: (folder) => [...new Set(folders().flatMap((top) => filesBelow(join(top, folder))))],
    readPart: parts.read,
    append: (name, added) => appendFile(join(writableFolder(), name), added),
    size: (name) => statSync(join(writableFolder(), name), {throwIfNoEntry: false})?.size ?? 0,
    freshName: (folder, extension) => `${folder}/${randomUUID()}${extension}`,
    release: parts.release,
    problem: () => problem,
    writableFolder
  }

  /** Where files may lie. */
  function folders(): ReadonlyArray<string> {
    return [...new Set([written ?? root, root])]
  }

  function writableFolder(): string {
    written ??= prepare()
    return written
  }

  function prepare(): string {
    try {
      // Written anew each time, to see whether the folder can be.
      replaceFile(join(root, '.gitignore'), ['*\n'])
      return root
    } catch (error) {
      problem = causeOf(error)
      const substitute = mkdtempSync(join(tmpdir(), 'galley-store-'))
      process.once('exit', () => rmSync(substitute, {recursive: true, force: true}))
      return substitute
    }
  }
}

function readOrNothing(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

function removeQuietly(file: string): void {
  // What cannot be removed takes room, and does no other harm.
  try {
    rmSync(file, {force: true})
  } catch {}
}

/** Paths from `folder`, at most one folder deep. The store may be removed at any time. */
function filesBelow(folder: string): ReadonlyArray<string> {
  return entriesOf(folder).flatMap((entry) =>
    entry.isDirectory()
      ? entriesOf(join(folder, entry.name)).map(({name}) => `${entry.name}/${name}`)
      : [entry.name]
  )
}
