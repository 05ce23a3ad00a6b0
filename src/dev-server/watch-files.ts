import {relative, sep} from 'node:path'
import {watch} from 'chokidar'

/** Files that are watched. */
export interface Watcher {
  /** When changes are told of. */
  readonly ready: Promise<void>
  readonly close: () => Promise<void>
}

/** What to watch. */
export interface WatchOptions {
  /** Absolute folder of the site. */
  readonly root: string
  /** Absolute paths that are none of the site. */
  readonly excluded: ReadonlyArray<string>
  /** Something may have changed at a path below the root. Whether it did, only a look at the files tells. */
  readonly onHint: (path: string) => void
  /** Told, once, when files are looked at again and again because the system does not tell of more of them. */
  readonly onPolling: (cause: string) => void
}

/** Watch the files of a site: its texts, templates, configuration and what these may read. */
export function watchFiles(options: WatchOptions): Watcher {
  const {onPolling} = options
  let watcher = open(false)
  let isClosed = false
  return {
    get ready() {
      return watcher.ready
    },
    async close() {
      isClosed = true
      await watcher.close()
    }
  }

  function open(usePolling: boolean): Watcher {
    const opened = openWatcher(options, usePolling, (error) => {
      if (usePolling || isClosed || !isExhausted(error)) return
      onPolling(
        error.code === 'ENOSPC' ? 'the system watches no more files' : 'there are no more file handles'
      )
      void opened.close()
      watcher = open(true)
    })
    return opened
  }
}

/** How often files are looked at where the system does not tell of changes. */
const pollMs = 500

function openWatcher(
  {root, excluded, onHint}: WatchOptions,
  usePolling: boolean,
  onError: (error: unknown) => void
): Watcher {
  const chokidar = watch(root, {
    ignoreInitial: true,
    usePolling,
    interval: pollMs,
    ignored: (path) => isIgnored(root, excluded, path)
  })
  chokidar.on('all', (_, path) => onHint(relative(root, path).split(sep).join('/')))
  chokidar.on('error', onError)
  return {
    ready: new Promise((resolve) => chokidar.once('ready', resolve)),
    close: () => chokidar.close()
  }
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
