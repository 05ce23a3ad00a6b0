import {createHash} from 'node:crypto'
import {resolve} from 'node:path'
import type {Metafile} from 'esbuild'
import type {ModuleRecord} from './resolve-modules.ts'
import {type SiteFolders, sitePathOf} from './site-folders.ts'

/**
 * Hash of a file and all that it imports, at any depth: paths within the site and contents; of packages name and
 * version. The same in every checkout of the site.
 *
 * @param entry
 *   Key in `inputs`.
 */
export function closureHash(
  entry: string,
  {inputs}: Metafile,
  record: ModuleRecord,
  folders: SiteFolders
): string {
  const lines = new Set<string>()
  const queue = [entry]
  const seen = new Set(queue)
  for (const key of queue) {
    lines.add(lineOf(key))
    for (const {path, external} of inputs[key]?.imports ?? []) {
      if (external) lines.add(`package ${record.packages.get(path) ?? path}`)
      else if (!seen.has(path)) {
        seen.add(path)
        queue.push(path)
      }
    }
  }
  const hash = createHash('sha256')
  for (const line of [...lines].sort()) hash.update(`${line}\n`)
  return hash.digest('hex')

  function lineOf(key: string): string {
    const file = resolve(folders.root, key)
    const content = record.contents.get(file)
    return content === undefined ? `module ${key}` : `file ${sitePathOf(folders, file)} ${content}`
  }
}
