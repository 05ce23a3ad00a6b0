import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import type {BuildResult} from '#src/build/build.ts'
import {build} from '#src/build-folder.ts'
import {folderTree, removeWithFolders} from './folder-tree.ts'
import {clockOf, type SiteState, type World} from './world.ts'

/** A site in a temporary folder, built in this process with the built-in theme beneath its own templates. */
export function diskWorld(): World {
  return folderWorld(buildInProcess)
}

/** A site in a temporary folder, and a way to build it. */
export function folderWorld(buildAt: (root: string, state: SiteState) => Promise<BuildResult>): World {
  let root = newFolder()
  let shown: SiteState = {files: {}, options: {}, day: 0}
  return {
    show(state, times) {
      writeChanges(root, shown.files, state.files, times)
      shown = state
    },
    build: () => buildAt(root, shown),
    output: folderTree(() => join(root, 'dist'), ''),
    store: folderTree(() => join(root, '.galley'), '.galley/'),
    touch() {
      const now = new Date()
      for (const path of Object.keys(shown.files)) utimesSync(join(root, path), now, now)
    },
    move(times) {
      const copy = newFolder()
      cpSync(root, copy, {recursive: true, preserveTimestamps: times === 'kept'})
      rmSync(root, {recursive: true})
      root = copy
    },
    close: () => rmSync(root, {recursive: true, force: true})
  }
}

function newFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'galley-test-')))
}

/** Bring a folder from one state of the sources to another. */
export function writeChanges(
  root: string,
  before: SiteState['files'],
  after: SiteState['files'],
  times: 'new' | 'kept'
): void {
  // Removing first makes room for a folder in the place of a file, and the other way round.
  for (const path of Object.keys(before)) if (!(path in after)) removeWithFolders(root, path)
  for (const [path, content] of Object.entries(after)) {
    if (before[path] === content) continue
    const file = join(root, path)
    const known = times === 'kept' && existsSync(file) ? statSync(file) : undefined
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, content)
    if (known !== undefined) utimesSync(file, known.atime, known.mtime)
  }
}

/** Build with the clock of `state`. */
function buildInProcess(root: string, state: SiteState): Promise<BuildResult> {
  // Left as it is, so that two builds may run at once; each file of tests has a process of its own.
  process.env['SOURCE_DATE_EPOCH'] = String(clockOf(state) / 1000)
  return build({root, ...state.options})
}
