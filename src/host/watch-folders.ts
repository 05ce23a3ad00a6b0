import {type FSWatcher, lstatSync, readdirSync, statSync, watch} from 'node:fs'
import {dirname, join} from 'node:path'
import type {WatchedFolder, Watcher} from '#src/model/watcher.ts'
import {isWithin, realPathOf} from './list-files.ts'

/**
 * Watch folders where the system tells of all that happens to the files in one, as Linux does: one watch for each folder, and none for
 * files but those that links lead to.
 *
 * To watch ten thousand files one by one takes most of a second, more watches than some systems allow, and with each change a look at
 * all files beside the one that changed.
 */
export function watchFolders({root, isIgnored, onHint, onError}: WatchedFolder): Watcher {
  const watched = new Map<string, FSWatcher>()
  let isClosed = false
  return {
    ready: look(root),
    async close() {
      isClosed = true
      forget(root)
    }
  }

  /** Watch what is at a path, and below it. */
  async function look(path: string): Promise<void> {
    const waiting = [path]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      // Others get their turn between two folders.
      await new Promise(setImmediate)
      if (isClosed) return
      waiting.push(...enter(next))
    }
  }

  /** Watch what is at a path. Returns what of its entries is to be watched by itself. */
  function enter(path: string): ReadonlyArray<string> {
    const kind = kindOf(path)
    if (kind === 'linked file') open(path, () => renew(path))
    if (kind !== 'folder') return []
    // The watch first: what is made from here on is told of.
    open(path, (name) => renew(join(path, name)))
    return foldersAndLinks(path).filter((entry) => !isIgnored(entry))
  }

  /** Something has happened to an entry of a folder: it may have come, gone, or been put in the place of another. */
  async function renew(path: string): Promise<void> {
    if (isClosed || isIgnored(path)) return
    onHint(path)
    forget(path)
    if (kindOf(path) === 'other') return
    await look(path)
    // What was made in it before it was watched has not been told of.
    if (!isClosed) onHint(path)
  }

  function open(path: string, onEvent: (name: string) => void): void {
    try {
      watched.get(path)?.close()
      const watcher = watch(path, (_, name) => onEvent(name ?? ''))
      watcher.on('error', onError)
      watched.set(path, watcher)
    } catch (error) {
      onError(error)
    }
  }

  /** Watch neither a path nor what is below it: a folder that was moved is watched at its old path. */
  function forget(path: string): void {
    if (!watched.has(path)) return
    for (const [known, watcher] of watched) {
      if (!isWithin(known, path)) continue
      watcher.close()
      watched.delete(known)
    }
  }
}

/** What is at a path, as far as it is to be watched: the watch of a folder does not tell of what a link in it leads to. */
function kindOf(path: string): 'folder' | 'linked file' | 'other' {
  try {
    const stats = lstatSync(path)
    if (!stats.isSymbolicLink()) return stats.isDirectory() ? 'folder' : 'other'
    if (!statSync(path).isDirectory()) return 'linked file'
    return isLoop(path) ? 'other' : 'folder'
  } catch {
    return 'other'
  }
}

/** Whether a link leads to a folder around it. */
function isLoop(path: string): boolean {
  const real = realPathOf(path)
  let around = path
  do {
    around = dirname(around)
    if (realPathOf(around) === real) return true
  } while (around !== dirname(around))
  return false
}

function foldersAndLinks(folder: string): ReadonlyArray<string> {
  try {
    const entries = readdirSync(folder, {withFileTypes: true})
    return entries
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map(({name}) => join(folder, name))
  } catch {
    return []
  }
}
