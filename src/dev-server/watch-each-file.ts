import {type ChokidarOptions, watch} from 'chokidar'
import type {WatchedFolder, Watcher} from '#src/model/watcher.ts'

/** How often files are looked at where the system does not tell of changes. */
const pollMs = 500

/** Watch a folder by a watch for each file in it. */
export function watchEachFile(folder: WatchedFolder): Watcher {
  return open(folder, {})
}

/** Watch a folder by looking at each file in it again and again. */
export function pollEachFile(folder: WatchedFolder): Watcher {
  return open(folder, {usePolling: true, interval: pollMs})
}

function open({root, isIgnored, onHint, onError}: WatchedFolder, options: ChokidarOptions): Watcher {
  const chokidar = watch(root, {ignoreInitial: true, ignored: (path) => isIgnored(path), ...options})
  chokidar.on('all', (_, path) => onHint(path))
  chokidar.on('error', onError)
  return {
    ready: new Promise((resolve) => chokidar.once('ready', resolve)),
    close: () => chokidar.close()
  }
}
