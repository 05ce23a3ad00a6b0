import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {removeWithFolders} from './folder-tree.ts'
import type {SiteState} from './world.ts'

/** Bring a folder from one state of the sources to another; returns the paths of the files written. */
export function writeChanges(
  root: string,
  before: SiteState['files'],
  after: SiteState['files']
): ReadonlyArray<string> {
  // Removing first makes room for a folder in the place of a file, and the other way round.
  for (const path of Object.keys(before)) if (!(path in after)) removeWithFolders(root, path)
  const changed = Object.entries(after).filter(([path, content]) => before[path] !== content)
  for (const [path, content] of changed) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), content)
  }
  return changed.map(([path]) => path)
}
