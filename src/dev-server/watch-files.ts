import {relative, sep} from 'node:path'
import type {Host} from '#src/model/host.ts'
import type {FolderWatcher, WatchedFolder, Watcher} from '#src/model/watcher.ts'

/** What to watch. */
export interface WatchOptions {
  readonly host: Pick<Host, 'watchFolders'>
  /** Absolute folder of the site. */
  readonly root: string
  /** Absolute paths that are none of the site. */
  readonly excluded: ReadonlyArray<string>
  /** Something may have changed at a path below the root. Whether it did, only a look at the files tells. */
  readonly onHint: (path: string) => void
  /** Told, once, when files are looked at again and again because the system does not tell of more of them. */
  readonly onPolling: (cause: string) => void
  /** Told when they are: of what has changed in between nobody knows. */
  readonly onMissed: () => void
}

/** Watch the files of a site: its texts, templates, configuration and what these may read. */
export function watchFiles({host, root, excluded, onHint, onPolling, onMissed}: WatchOptions): Watcher {
  let isPolling = false
  let isClosed = false
  let watcher = open(host.watchFolders ?? eachFile)
  return {
    get ready() {
      return watcher.then(({ready}) => ready)
    },
    async close() {
      isClosed = true
      await close(watcher)
    }
  }

  function open(watch: FolderWatcher): Promise<Watcher> {
    return watch({
      root,
      isIgnored: (path) => isIgnored(root, excluded, path),
      onHint: (path) => onHint(relative(root, path).split(sep).join('/')),
      onError
    })
  }

  function onError(error: unknown): void {
    if (isPolling || isClosed || !isExhausted(error)) return
    isPolling = true
    onPolling(error.code === 'ENOSPC' ? 'the system watches no more files' : 'there are no more file handles')
    void close(watcher)
    watcher = open(eachFileAgain)
    void watcher.then(({ready}) => ready).then(onMissed)
  }
}

async function close(watcher: Promise<Watcher>): Promise<void> {
  await (await watcher).close()
}

/** Watches each file, where the system does not tell of all that happens in a folder. */
async function eachFile(folder: WatchedFolder): Promise<Watcher> {
  return (await import('./watch-each-file.ts')).watchEachFile(folder)
}

/** Looks at each file again and again. */
async function eachFileAgain(folder: WatchedFolder): Promise<Watcher> {
  return (await import('./watch-each-file.ts')).pollEachFile(folder)
}

function isIgnored(root: string, excluded: ReadonlyArray<string>, path: string): boolean {
  if (path === root) return false
  if (excluded.some((folder) => path === folder || path.startsWith(folder + sep))) return true
  return relative(root, path).split(sep).some(isNoneOfSite)
}

/** Hidden files, packages, and what editors write beside the file that they save. */
function isNoneOfSite(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || /~$|^4913$|\.(?:tmp|bck|crswap)$/.test(name)
}

function isExhausted(error: unknown): error is Error & {readonly code: string} {
  return (
    error instanceof Error && 'code' in error && ['ENOSPC', 'EMFILE', 'ENFILE'].includes(String(error.code))
  )
}
