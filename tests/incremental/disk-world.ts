import {cpSync, mkdtempSync, realpathSync, rmSync, utimesSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {BuildResult} from '#src/build/build.ts'
import {build} from '#src/build-folder.ts'
import {folderTree} from './folder-tree.ts'
import {clockOf, type SiteState, type World} from './world.ts'
import {writeChanges} from './write-changes.ts'

/** A site in a temporary folder, built in this process with the built-in theme beneath its own templates. */
export function diskWorld(): World {
  return folderWorld(buildInProcess)
}

/** A site in a temporary folder, and a way to build it. */
export function folderWorld(buildAt: (root: string, state: SiteState) => Promise<BuildResult>): World {
  let root = newFolder()
  let shown: SiteState = {files: {}, options: {}, day: 0}
  /** Of each file that was written. Whole milliseconds: Node cannot put back any other time exactly. */
  const timeByPath = new Map<string, Date>()
  return {
    show(state, times) {
      for (const path of writeChanges(root, shown.files, state.files)) {
        setTime(path, (times === 'kept' ? timeByPath.get(path) : undefined) ?? new Date())
      }
      shown = state
    },
    build: () => buildAt(root, shown),
    output: folderTree(() => join(root, 'dist'), ''),
    store: folderTree(() => join(root, '.galley'), '.galley/'),
    touch() {
      for (const path of Object.keys(shown.files)) setTime(path, new Date())
    },
    move(times) {
      const copy = newFolder()
      cpSync(root, copy, {recursive: true, preserveTimestamps: times === 'kept'})
      rmSync(root, {recursive: true})
      if (times === 'new') timeByPath.clear()
      root = copy
    },
    close: () => rmSync(root, {recursive: true, force: true})
  }

  function setTime(path: string, time: Date): void {
    timeByPath.set(path, time)
    utimesSync(join(root, path), time, time)
  }
}

function newFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'galley-test-')))
}

/** Build with the clock of `state`. */
function buildInProcess(root: string, state: SiteState): Promise<BuildResult> {
  // Left as it is, so that two builds may run at once; each file of tests has a process of its own.
  process.env['SOURCE_DATE_EPOCH'] = String(clockOf(state) / 1000)
  return build({root, ...state.options})
}
